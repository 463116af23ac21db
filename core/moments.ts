/**
 * Days in queries: `2024`, `2024-05`, `2024-05-03`, `today`, `yesterday`, `today-30d` (d, w, m, y), and ranges of them (`2023..2024`, `..2020`, `2024..`).
 * A day is the reader's own, in the zone of this computer.
 */

/** The text of the first and the last day asked for; at least one of them is there. */
export interface DayRange {
  from?: string;
  to?: string;
}

const CALENDAR = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const RELATIVE = /^(today|yesterday)(?:-(\d{1,4})([dwmy]))?$/;

/** The range that a text names, or undefined. */
export function dayRangeIn(text: string): DayRange | undefined {
  const [from = '', to = from, ...more] = text.toLowerCase().split('..');
  if (more.length > 0 || (from === '' && to === '')) return undefined;
  if ([from, to].some((day) => day !== '' && !isDay(day))) return undefined;
  return { ...(from && { from }), ...(to && { to }) };
}

/** The range as it is written in a query. */
export function dayRangeText({ from = '', to = '' }: DayRange): string {
  return from === to ? from : `${from}..${to}`;
}

function isDay(text: string): boolean {
  if (RELATIVE.test(text)) return true;
  const [, year, month = '01', day = '01'] = CALENDAR.exec(text) ?? [];
  if (!year) return false;
  const date = localDay(Number(year), Number(month) - 1, Number(day));
  return date.getMonth() === Number(month) - 1 && date.getDate() === Number(day);
}

/** The first moment of what a day text names, and the first moment after it; undefined where it names nothing. */
export function momentsOf(text: string, now: Date): { start: Date; end: Date } | undefined {
  const relative = RELATIVE.exec(text);
  if (relative) return relativeDay(relative, now);
  const [, year, month, day] = CALENDAR.exec(text) ?? [];
  if (!year) return undefined;
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)];
  const end = day ? localDay(y, m, d + 1) : month ? localDay(y, m + 1, 1) : localDay(y + 1, 0, 1);
  return { start: localDay(y, m, d), end };
}

function relativeDay([, word, amount, unit]: RegExpExecArray, now: Date): { start: Date; end: Date } {
  const n = Number(amount ?? 0);
  const days = (word === 'yesterday' ? 1 : 0) + (unit === 'd' ? n : unit === 'w' ? 7 * n : 0);
  const year = now.getFullYear() - (unit === 'y' ? n : 0);
  const month = now.getMonth() - (unit === 'm' ? n : 0);
  // The 31st of a month with 30 days is its last.
  const day = Math.min(now.getDate(), localDay(year, month + 1, 0).getDate());
  return { start: localDay(year, month, day - days), end: localDay(year, month, day - days + 1) };
}

/** `new Date(99, …)` would be 1999. */
function localDay(year: number, month: number, day: number): Date {
  const date = new Date(2000, 0, 1);
  date.setFullYear(year, month, day);
  return date;
}

/** A date as the number yyyymmddhhmm, in which `startsKey` counts too. */
export function calendarKey(date: Date): number {
  const day = (date.getFullYear() * 100 + date.getMonth() + 1) * 100 + date.getDate();
  return day * 10_000 + date.getHours() * 100 + date.getMinutes();
}

/** The beginning of a talk as the number yyyymmddhhmm, what is missing taken as the earliest; 0 where nothing is known. */
export function startsKey(starts: string | undefined): number {
  const [, year, month = '01', day = '01', hour = '00', minute = '00'] =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}))?)?)?/.exec(starts ?? '') ?? [];
  return year ? Number(year + month + day + hour + minute) : 0;
}

/** The moment of saving in milliseconds since 1970; 0 where the text is none. */
export function savedKey(savedAt: string): number {
  return Date.parse(savedAt) || 0;
}
