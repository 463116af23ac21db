/** Instants as sites write them in JSON and attributes, brought to the form of a draft. */

/**
 * An ISO time as a draft has it: seconds off, the offset whole ("-07" is "-07:00"), `[Europe/Paris]` off. Undefined for any other text.
 * Midnight is kept: whether it means "some time that day" the caller knows.
 */
export function isoTime(text: string | null | undefined): string | undefined {
  const found = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)?\s?(?:(Z)|([+-]\d\d):?(\d\d)?)?)?(?:\[[\w/+-]{1,60}\])?$/.exec(
    text?.trim() ?? '',
  );
  if (!found) return undefined;
  const [, day = '', clock, utc, hours, minutes] = found;
  if (!clock) return day;
  return `${day}T${clock}${utc ?? (hours ? `${hours}:${minutes ?? '00'}` : '')}`;
}

/** An instant in the local time of a zone, with offset: 2026-09-23T02:00Z in America/Los_Angeles is 2026-09-22T19:00-07:00. */
export function inZone(text: string | null | undefined, zone: string | undefined): string | undefined {
  const instant = isoTime(text);
  if (!instant || !zone || !/T[^T]*(?:Z|[+-]\d\d:\d\d)$/.test(instant)) return instant;
  try {
    return localTime(new Date(instant), zone);
  } catch {
    // The zone is none that this browser knows, or the date none at all.
    return instant;
  }
}

function localTime(date: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  }).formatToParts(date);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const offset = part('timeZoneName').replace('GMT', '') || '+00:00';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}${offset}`;
}
