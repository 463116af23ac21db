const DAY = 86_400_000;
/** No zone keeps an offset for a shorter time (Morocco in Ramadan: four weeks). */
const STEP = 10 * DAY;

interface Change {
  /** Instant in ms since 1970; offsets in minutes east of UTC. */
  at: number;
  from: number;
  to: number;
}

/**
 * A VTIMEZONE (RFC 5545 §3.6.5) for an IANA zone, every change of the years given as an observance of its own, taken from the browser's
 * own zone data; undefined for a zone it does not know. Before the first change the offset it starts from holds.
 */
export function timezoneOf(zone: string, firstYear: number, lastYear: number): string | undefined {
  const offsetAt = offsets(zone);
  if (!offsetAt) return undefined;
  const start = Date.UTC(firstYear, 0);
  const changes = changesBetween(start, Date.UTC(lastYear + 1, 0), offsetAt);
  const first = { at: Date.UTC(1970, 0), from: offsetAt(start), to: offsetAt(start) };
  return `BEGIN:VTIMEZONE\r\nTZID:${zone}\r\n${[first, ...changes].map(observanceOf).join('')}END:VTIMEZONE\r\n`;
}

function observanceOf({ at, from, to }: Change): string {
  const kind = to > from ? 'DAYLIGHT' : 'STANDARD';
  const local = new Date(at + from * 60_000).toISOString().slice(0, 19).replace(/[-:]/g, '');
  return `BEGIN:${kind}\r\nDTSTART:${local}\r\nTZOFFSETFROM:${offsetText(from)}\r\nTZOFFSETTO:${offsetText(to)}\r\nEND:${kind}\r\n`;
}

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}`;
}

function changesBetween(start: number, end: number, offsetAt: (time: number) => number): Change[] {
  const changes: Change[] = [];
  for (let time = start; time < end; time += STEP) {
    const [from, to] = [offsetAt(time), offsetAt(time + STEP)];
    if (from !== to) changes.push({ at: changeWithin(time, time + STEP, offsetAt), from, to });
  }
  return changes;
}

/** The minute at which the offset becomes another one, by bisection. */
function changeWithin(before: number, after: number, offsetAt: (time: number) => number): number {
  const from = offsetAt(before);
  let [low, high] = [before, after];
  while (high - low > 60_000) {
    const middle = Math.floor((low + high) / 120_000) * 60_000;
    if (offsetAt(middle) === from) low = middle;
    else high = middle;
  }
  return high;
}

/** Minutes east of UTC at an instant, for a zone. */
function offsets(zone: string): ((time: number) => number) | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    return (time) => {
      const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(format.format(time)) ?? [];
      return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
    };
  } catch {
    return undefined;
  }
}
