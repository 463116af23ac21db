import { atDay, readClock, readWhen, type When } from '../dates';
import { weekdayIn } from '../dates/weekdays';
import type { Page } from '../page';

type Clock = { starts: string; ends?: string };

const HOUR = String.raw`(?:[01]?\d|2[0-4])`;
const MARKED = String.raw`${HOUR}(?:\s?[:.hH時]\s?[0-5]\d(?:分)?|\s?[hH時](?!\w))?\s?(?:[ap]\.?\s?m\b\.?)?(?:\s?(?:Uhr|hrs?|h)\b)?`;
const BARE = String.raw`(?:[01]\d|2[0-3])[0-5]\d`;
const TO = String.raw`\s?(?:[-–—−~〜～→|]|to|bis|until|till|à|a|às|al?le)\s?`;
const NOON = String.raw`(?:noon|midday|midnight)`;
/** A time of day or a span of it at the start of a text; a weekday may stand before it. */
const LEAD = new RegExp(
  String.raw`^[\s•*·(\[–-]{0,4}(?:\p{L}{2,12}\.?,?\s)?(?:at\s|from\s|um\s|ab\s|kl\.?\s)?(?:(?:${MARKED}|${NOON})(?:${TO}(?:${MARKED}|${NOON})?)?|${BARE}${TO}${BARE}|(?!19|20)${BARE}(?=\s[-–—]\s))(?![.\-/]\d)(?=$|[\s:,;.)\]–—|-]|\p{Lo})[\s:,;.)\]–—|-]{0,6}`,
  'iu',
);

const BARE_SPAN = new RegExp(String.raw`\b(\d\d)(\d\d)(${TO})(\d\d)(\d\d)\b`);

/** What stands at the start of a text as time of day, and the rest of the text. */
export function leadClock(text: string): { clock: Clock; rest: string } | undefined {
  if (!/\d|noon|midday|midnight/i.test(text.slice(0, 30))) return undefined;
  const lead = LEAD.exec(text.slice(0, 80))?.[0];
  if (!lead || !/[:.hH時]\s?[0-5]\d|\d\s?[ap]\.?\s?m\b|\d\s?(?:[hH時]|Uhr)|\d{4}/i.test(lead)) return undefined;
  // "2010-2015" are years.
  if (/^\D*(?:19|20)\d\d\D{1,3}(?:19|20)\d\d\D*$/.test(lead)) return undefined;
  const [clock, rest] = [readClock(spelled(lead)), text.slice(lead.length)];
  // "3.14 is enough": with a dot, and words behind it, only what clocks show on the five minutes is a time.
  if (!clock || (/^\D*\d+\.\d\d\D*$/.test(lead) && rest.trim() !== '' && !/[05]$/.test(clock.starts))) return undefined;
  return { clock, rest };
}

/** "9.45", "1030-1100" and "10:00 | 10:30" in the form that every clock reader knows. */
function spelled(text: string): string {
  return text
    .replace(/\bnoon\b|\bmidday\b/i, '12:00 pm')
    .replace(/\bmidnight\b/i, '12:00 am')
    .replace(BARE_SPAN, '$1:$2$3$4:$5')
    .replace(/^\D{0,4}(\d\d)(\d\d)(?=\D*$)/, '$1:$2')
    .replace(/(\d{1,2})\.(\d\d)(?!\d)/g, '$1:$2')
    .replace('|', '-');
}

/** A time of day that is all of a text, or nearly. */
export function wholeClock(text: string): Clock | undefined {
  if (text.length > 40) return undefined;
  const lead = leadClock(text);
  return lead && lead.rest.replace(/^\W*(?:[A-Z]{2,5}|uhr|h|\([\w\s/+:-]{1,30}\))\W*$/i, '').trim() === '' ? lead.clock : undefined;
}

const DAY_WORD = /^\W*(?:(?:day|tag|jour|día|dia|giorno|dag|den|päivä|dzień)\s?\d{1,2}|\d{1,2}日目|第.日)\b/iu;
const LONGEST_DAY = 90;

/**
 * The day a heading names: an ISO day, an empty text where it names one without date ("Day 1", "Friday"), undefined where it is no day
 * at all. A day without year takes the page's year, but only where its weekday proves it.
 */
export function dayIn(text: string, page: Page, year: string | undefined): string | undefined {
  if (text.length > LONGEST_DAY || !/\d|\p{L}{3}/u.test(text)) return undefined;
  const when = readWhen(text, page.lang);
  if (when) return isSpan(when) ? undefined : when.starts.slice(0, 10);
  const weekday = weekdayIn(text);
  if (weekday === undefined) return DAY_WORD.test(text) ? '' : undefined;
  if (/\d/.test(text) && year) {
    const bare = text
      .replace(/[([]?(?<!\p{L})\p{L}+(?:day|tag)[)\]]?|[([]\p{L}{2,12}[)\]]/giu, ' ')
      .replace(/[()[\],:]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const day = readWhen(`${bare} ${year}`, page.lang) ?? readWhen(`${text} ${year}`, page.lang);
    if (day && weekdayOf(day.starts) === weekday) return day.starts.slice(0, 10);
  }
  return text.length < 60 && !/[.!?]\s/.test(text) ? '' : undefined;
}

function isSpan({ starts, ends }: When): boolean {
  return ends !== undefined && ends.slice(0, 10) !== starts.slice(0, 10);
}

function weekdayOf(day: string): number {
  return new Date(`${day.slice(0, 10)}T00:00:00Z`).getUTCDay();
}

/** A day and a time of day as far as both are known: without a day there is no date. */
export function whenOf(day: string | undefined, clock: Clock | undefined): Partial<When> {
  if (!day) return {};
  return clock ? atDay(day, clock) : { starts: day };
}
