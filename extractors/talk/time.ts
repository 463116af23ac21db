import { atDay, readClock, readWhen, type When } from '../dates';
import { findClock } from '../dates/clock';
import { dayInYear, findDay } from '../dates/day';
import type { Line } from '../lines';
import { looksLikeName } from '../names';
import { fieldOf, hintsOf, type Sheet } from './sheet';
import type { Title } from './title';

export interface Slot {
  when?: When;
  location?: string;
  /** Whether at least a time of day stands by the title: "Friday 10:30". */
  timed: boolean;
}

const NEAR = 10;
const LONGEST = 160;
const POSTED =
  /\b(?:posted|published|updated|modified|last|created|©|copyright|veröffentlicht|publié|publicado|submitted|deadline|registration|until)\b/i;
const POSTED_HINT = /(?:^|[\s_-])(?:published|post-?(?:date|meta|info)|entry-(?:date|meta)|byline|updated|copyright)(?:$|[\s_-])/;
const WHEN_HINT = /(?:^|[\s_-])(?:date|time|when|datetime|schedule|slot|day)(?:$|[\s_-])/;
const PLACE_HINT = /(?:^|[\s_-])(?:location|room|venue|place|where)(?:$|[\s_-])/;

/** When and where: labelled fields first, then the lines by the title. A day without a year takes the one in the event's name. */
export function slotOf(sheet: Sheet, title: Title, event: string | undefined): Slot {
  const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(event ?? '')?.[0];
  const lang = sheet.page.lang;
  const fielded = fieldWhen(sheet, year, lang);
  const lines = sheet.lines.filter(
    (line, at) => isBeside(at, title) || WHEN_HINT.test(line.text.length < LONGEST ? hintsOf(line.block) : ''),
  );
  const line = lines.find((one) => isTime(one, year, lang));
  return {
    when: fielded ?? (line && whenIn(line.text, year, lang)),
    location: placeOf(sheet, line, title),
    timed: fielded !== undefined || line !== undefined || fieldOf(sheet, 'time', 'date', 'start') !== undefined,
  };
}

function isBeside(at: number, title: Title): boolean {
  return title.at >= 0 && at !== title.at && at >= title.at - 4 && at <= title.at + NEAR;
}

function isTime(line: Line, year: string | undefined, lang: string | undefined): boolean {
  if (line.text.length > LONGEST || POSTED.test(line.text) || POSTED_HINT.test(hintsOf(line.block))) return false;
  return whenIn(line.text, year, lang) !== undefined || readClock(line.text) !== undefined;
}

function whenIn(text: string, year: string | undefined, lang: string | undefined): When | undefined {
  const full = readWhen(text, lang);
  if (full || !year) return full;
  const day = dayInYear(text, year, lang);
  if (!day) return undefined;
  const clock = readClock(text.slice(day.to)) ?? readClock(text.slice(0, day.from));
  return clock ? atDay(day.day, clock) : { starts: day.day };
}

/** From "Date", "Time", "Start" and "End" fields together. */
function fieldWhen(sheet: Sheet, year: string | undefined, lang: string | undefined): When | undefined {
  const date = fieldOf(sheet, 'date', 'start', 'time');
  if (!date || POSTED.test(date.text)) return undefined;
  const found = whenIn(date.text, year, lang);
  if (!found || found.starts.length > 10) return found;
  const start = readClock(fieldOf(sheet, 'start', 'time')?.text ?? '');
  if (!start) return found;
  const end = readClock(fieldOf(sheet, 'end')?.text ?? '');
  return atDay(found.starts.slice(0, 10), end ? { starts: start.starts, ends: end.starts } : start);
}

function placeOf(sheet: Sheet, when: Line | undefined, title: Title): string | undefined {
  const field = fieldOf(sheet, 'room', 'location');
  if (field && field.text.length < 150) return field.text;
  const hinted = sheet.lines.find(
    (line, at) =>
      line.text.length < 120 &&
      Math.abs(at - title.at) < 30 &&
      at !== title.at &&
      PLACE_HINT.test(` ${line.block.getAttribute('class') ?? ''} `),
  );
  return hinted?.text ?? (when && besideTime(when.text, sheet.page.lang));
}

/** What a line says besides day and time: "Sunday 1:10 p.m.-1:40 p.m. in Room B", "July 17, 2026 (Main Hall)", "Friday 10:30 | Room I". */
function besideTime(text: string, lang: string | undefined): string | undefined {
  const to = findClock(text)?.to ?? findDay(text, lang)?.to;
  if (to === undefined) return undefined;
  const rest = text
    .slice(to)
    .replace(/^\s*[(（][月火水木金土日][^)）]{0,4}[)）]/, '')
    .replace(/^[\s,]*\(?(?:[A-Z]{2,4}T|UTC(?:[+-]\d{1,2})?|Uhr|[A-Z][a-z]+\/[A-Z]\w+|US\/\w+)\)?/, '')
    .replace(/^[\s,|·•@–—-]*(?:in |at |im |en |dans )?/i, '')
    .replace(/^[(（](.{2,60})[)）]$/, '$1');
  const [place = ''] = rest.split(/\s[|·•]\s/);
  return place.length > 1 &&
    place.length < 80 &&
    !looksLikeName(place) &&
    !readWhen(place) &&
    !readClock(place) &&
    /[^\d\s!-/:-@]/.test(place)
    ? place
    : undefined;
}
