import { findClock, type Clock } from './dates/clock';
import { findDay } from './dates/day';

export { readClock } from './dates/clock';

/** As much of ISO 8601 as a text says: a day, a day with local time, or a time with offset; and the IANA zone where it is named. */
export interface When {
  starts: string;
  ends?: string;
  zone?: string;
}

/** How far from its day a time of day may stand. */
const NEAR = 48;
const MOST = 2000;

/**
 * The first full date in a text, with the time that stands beside it. Never guesses a year or a zone.
 * @param lang BCP 47 tag of the text; it decides whether 5/4/2026 is in May or in April
 */
export function readWhen(text: string, lang?: string): When | undefined {
  const part = text.slice(0, MOST);
  const found = findDay(part, lang);
  if (!found) return undefined;
  const after = part.slice(found.to);
  const stamp = /^[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?\s?(Z|[+-]\d{1,2}(?::?\d{2})?)?(?!\d)/.exec(after);
  if (stamp?.[2]) return { starts: `${found.day}T${stamp[1] ?? ''}${offset(stamp[2])}`, ...zoneIn(after) };
  const clock = near(after.slice(0, NEAR)) ?? near(part.slice(Math.max(0, found.from - NEAR), found.from));
  if (!clock) return { starts: found.day, ...(found.last && { ends: found.last }) };
  return { ...atDay(found.day, clock), ...zoneIn(after) };
}

/** A time of day on a day: 2026-05-04 and 19:30 give 2026-05-04T19:30. An end before its start is on the next day. */
export function atDay(day: string, clock: Clock): When {
  const starts = `${day}T${clock.starts}`;
  if (!clock.ends) return { starts };
  return { starts, ends: `${clock.ends < clock.starts ? nextDay(day) : day}T${clock.ends}` };
}

function near(text: string): Clock | undefined {
  const found = findClock(text);
  return found && !findDay(text.slice(0, found.from)) ? found.clock : undefined;
}

/** +1, +01, +0100 and +01:00 as the last. */
function offset(text: string): string {
  const [, sign = '', hours = '', minutes = '00'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text) ?? [];
  return (sign && `${sign}${hours.padStart(2, '0')}:${minutes}`) || text;
}

function zoneIn(text: string): { zone?: string } {
  const zone = /(?<![\w/])(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific|US)\/[A-Z][A-Za-z_]{2,30}/.exec(
    text.slice(0, 120),
  )?.[0];
  return zone ? { zone } : {};
}

function nextDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
