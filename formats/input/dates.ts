/** What a year of a file is taken for an error beyond. */
const [FIRST, LAST] = [Date.UTC(1980, 0), Date.UTC(2200, 0)];

/**
 * An instant as ISO 8601 in UTC, from what files hold: ISO 8601 (a blank for the T), RFC 822, or a count since 1970 whose size tells seconds,
 * milliseconds and microseconds apart. Undefined for anything else.
 */
export function instantOf(text: string): string | undefined {
  const value = text.trim();
  const time = /^\d{1,17}(?:\.\d{1,9})?$/.test(value) ? sinceEpoch(Number(value)) : fromIso(value);
  return time >= FIRST && time < LAST ? new Date(time).toISOString() : undefined;
}

function sinceEpoch(count: number): number {
  if (count < 1e11) return count * 1000;
  return count < 1e14 ? count : Math.floor(count / 1000);
}

function fromIso(text: string): number {
  // RFC 822 as OPML and feeds have it: Sat, 02 May 2026 18:00:00 GMT
  if (/^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:GMT|UTC|[+-]\d{4})$/.test(text)) return Date.parse(text);
  const [, day, time = '00:00', zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)\s?(Z|UTC|[+-]\d\d:?\d\d)?)?$/.exec(text) ?? [];
  return day ? Date.parse(`${day}T${time}${zone === 'UTC' ? 'Z' : zone.replace(/(\d\d)(\d\d)$/, '$1:$2')}`) : NaN;
}

/** When a talk takes place, in the forms core/talk.ts knows; a form that it does not know is left out, never guessed at. */
export function momentOf(text: string | undefined): string | undefined {
  const [, day, time, seconds, zone = ''] =
    /^\s*(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.\d{1,9})?\s?(Z|UTC|[+-]\d\d:?\d\d)?)?\s*$/.exec(text ?? '') ?? [];
  if (!day || Number.isNaN(Date.parse(`${day.padEnd(10, '-01').slice(0, 10)}T${time ?? '00:00'}Z`))) return undefined;
  if (!time || day.length < 10) return day;
  const offset = zone === 'UTC' ? 'Z' : zone.replace(/(\d\d)(\d\d)$/, '$1:$2');
  return `${day}T${time}${seconds && seconds !== ':00' ? seconds : ''}${offset}`;
}
