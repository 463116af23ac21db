/** Zones that the browser itself knows. */

/**
 * The IANA name in a TZID, some programs put a prefix before it (`/mozilla.org/20050126_1/Europe/Berlin`). Undefined for names of
 * the file's own making (`PST`, `W. Europe Standard Time`).
 */
export function ianaZone(tzid: string | undefined): string | undefined {
  const name =
    /(?:^|\/)((?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Europe|Indian|Mexico|Pacific|US|Etc)\/[\w+/-]{2,40})$/.exec(
      tzid ?? '',
    )?.[1];
  return (name ?? (tzid === 'UTC' ? tzid : undefined)) && formatterOf(name ?? 'UTC') ? (name ?? 'UTC') : undefined;
}

/** Seconds east of UTC at a wall clock time of a zone; at the hour a clock change leaves out, those from before it. */
export function ianaOffset(zone: string, local: string): number | undefined {
  const formatter = formatterOf(zone);
  const wall = new Date(`${local}Z`).getTime();
  if (!formatter || Number.isNaN(wall)) return undefined;
  const first = wallClock(formatter, wall) - wall;
  const second = wallClock(formatter, wall - first) - (wall - first);
  return second / 1000;
}

const formatters = new Map<string, Intl.DateTimeFormat | undefined>();

function formatterOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formatters.has(zone)) formatters.set(zone, made(zone));
  return formatters.get(zone);
}

function made(zone: string): Intl.DateTimeFormat | undefined {
  const fields = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...fields });
  } catch {
    return undefined;
  }
}

/** What a clock in the zone shows at an instant, as if that were UTC. */
function wallClock(formatter: Intl.DateTimeFormat, instant: number): number {
  const parts = new Map(formatter.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}
