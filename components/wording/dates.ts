/** Dates as pages say them, for people: as much as is known, never moved into another time zone. */

import { kept } from './kept';

const FORM = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d))?)?)?/;

/** "2026-03-14T10:30" as "14 Mar 2026, 10:30" in the language given; empty for what is not a date. */
export function dateText(iso: string | undefined, language: string): string {
  const [, year, month, day, time] = FORM.exec(iso ?? '') ?? [];
  if (!year) return '';
  const moment = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  if (moment.getUTCMonth() !== Number(month ?? 1) - 1 || moment.getUTCDate() !== Number(day ?? 1)) return '';
  const parts = { year: 'numeric', ...(month && { month: 'short' as const }), ...(day && { day: 'numeric' as const }) } as const;
  const format = kept(
    `date ${language} ${Object.keys(parts).length}`,
    () => new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...parts }),
  );
  const text = format.format(moment);
  return time ? `${text}, ${time}` : text;
}

/** An instant (savedAt) as a day where the reader is. */
export function dayText(instant: string, language: string): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) return '';
  return kept(`day ${language}`, () => new Intl.DateTimeFormat(language, { dateStyle: 'medium' })).format(moment);
}

/** An instant as day and time where the reader is. */
export function momentText(instant: string, language: string): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) return '';
  return kept(`moment ${language}`, () => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })).format(moment);
}
