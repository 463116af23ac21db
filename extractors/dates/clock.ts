export interface Clock {
  starts: string;
  ends?: string;
}

const HALF = String.raw`\s?([ap])\.?\s?m\b\.?`;
const ZONE = String.raw`(?:\s?\(?(?:uhr|utc|gmt|c?e[sd]?t|[cmpaw][esd]?[sd]t|jst|ist|bst|msk|ae[sd]t|nz[sd]t|sgt|hkt)\b\)?)?`;
const TO = String.raw`\s*(?:[-–—−~〜～→]|to|bis|until|till|à|au|al?|às|até|hasta|alle|til|tot|から)\s*(?:las?\s|as\s)?`;
/** One time of day: 19:30, 19h30, 19h, 19.30, 7 pm, 7:30pm, 19時30分. */
const TIME = String.raw`(\d{1,2})(?:\s?(?:[:：h時]|(?<=\d)\.(?=\d{2}(?!\d|\.\d)))\s?(\d{2})?(?!\d)(?::\d{2})?分?)?(?:${HALF})?`;
const RANGE = new RegExp(`(?<![\\d:.,/–-])${TIME}${ZONE}(?:${TO}${TIME}(?![\\d/]))?`, 'gi');
const MOST = 400;

/** "HH:MM", 24 hours, from "7:00 pm - 9 pm", "19h30", "19.30 Uhr", "19:00 〜 21:00". Undefined where no time of day stands. */
export function readClock(text: string): Clock | undefined {
  return findClock(text)?.clock;
}

/** The first time of day in a text and where it stands. A bare number is none. */
export function findClock(text: string): { clock: Clock; from: number; to: number } | undefined {
  const part = text.slice(0, MOST);
  if (!/\d/.test(part)) return undefined;
  for (const match of part.matchAll(RANGE)) {
    const clock = clockOf(match, part);
    if (clock) return { clock, from: match.index, to: match.index + match[0].length };
  }
  return undefined;
}

function clockOf(match: RegExpMatchArray, text: string): Clock | undefined {
  const [whole, hour, minute, half, toHour, toMinute, toHalf] = match;
  const marked = /[:：h時.]/i.test(whole.replace(/\s/g, '')) || half !== undefined || toHalf !== undefined || /uhr/i.test(whole);
  if (!marked || isVersion(match, text)) return undefined;
  const starts = timeOf(hour, minute, half ?? halfFrom(hour, toHour, toHalf));
  if (!starts) return undefined;
  const ends = toHour === undefined ? undefined : timeOf(toHour, toMinute, toHalf);
  return ends && (toMinute !== undefined || toHalf !== undefined || /[hu]/i.test(whole)) ? { starts, ends } : { starts };
}

/** "3.14" or "2.30 GHz" is no time: with a dot alone, a word for the hour must stand near. */
function isVersion(match: RegExpMatchArray, text: string): boolean {
  const [whole, , minute, half] = match;
  if (half !== undefined || minute === undefined || !/^\d{1,2}\.\d{2}/.test(whole)) return false;
  const around = text.slice(Math.max(0, (match.index ?? 0) - 12), (match.index ?? 0) + whole.length + 8);
  return !/uhr|kl\b|klo|ore\b|alle\b|ab\b|um\b|[-–—]\s?\d{1,2}\.\d{2}/i.test(around);
}

/** "7 - 9 pm": the first takes the half of day of the second, unless that would make it later. */
function halfFrom(hour: string | undefined, toHour: string | undefined, toHalf: string | undefined): string | undefined {
  if (toHalf === undefined || toHour === undefined) return undefined;
  return toHalf.toLowerCase() === 'p' && Number(hour) % 12 > Number(toHour) % 12 ? 'a' : toHalf;
}

function timeOf(hour: string | undefined, minute: string | undefined, half: string | undefined): string | undefined {
  let hours = Number(hour);
  const minutes = Number(minute ?? 0);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return hours < 24 ? `${two(hours)}:${two(minutes)}` : undefined;
    hours = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  return hours < 24 && minutes < 60 ? `${two(hours)}:${two(minutes)}` : undefined;
}

export function two(value: number): string {
  return String(value).padStart(2, '0');
}
