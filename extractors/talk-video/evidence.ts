import { isEvent } from './event';
import type { Parts } from './title';

/** A video as its site describes it. */
export interface Video {
  title: string;
  description: string;
  /** The account that shows it; neither speaker nor event. */
  channel?: string | undefined;
  /** The site's own category, in English. */
  category?: string | undefined;
  seconds?: number | undefined;
}

const TALK_WORD =
  /\b(?:key ?note|lightning talks?|tech(?:nical)? talks?|talks?|lecture|webinar|workshop|panel|fireside chat|vortrag|conférence|charla|ponencia|palestra|föredrag|prelekcja|доклад)\b|講演|発表|基調講演/iu;
const TALK_PHRASE =
  /\b(?:(?:in )?(?:this|my|his|her|their) (?:talk|presentation|session|lecture|keynote|workshop)|(?:presented|given|delivered|recorded|filmed|spoken|talk|live|keynote|lecture)\s(?:live\s)?(?:at|during)\s|speakers?\s?:|slides?\s?(?::|are|can)|abstract\s?:|conference (?:talk|session|website)|in diesem vortrag|aufgezeichnet|dans (?:cette|ce) (?:conférence|talk)|présentée? (?:à|au|lors)|en esta charla|nesta palestra|nella presentazione)/giu;
/** Words of making software, wherever a page is about it. */
export const SUBJECT =
  /\b(?:software|programming|programm\w+ language|developers?|compilers?|databases?|kubernetes|linux|open[ -]source|javascript|typescript|python|rust|golang|java|ruby|clojure|haskell|erlang|elixir|c\+\+|kotlin|scala|php|react|devops|machine learning|cryptograph\w+|algorithms?|api|apis|postgres\w*|kernel|firmware|security research\w*)(?![\p{L}\d])/iu;
const ENTERTAINMENT =
  /\b(?:official (?:music )?video|official audio|lyrics?|music video|trailer|teaser|v-?log|unboxing|game ?play|let'?s play|walkthrough|speedrun|reaction|full album|remix|karaoke|asmr|highlights|after ?movie|recap|promo|sizzle|full episode|breaking news|soundtrack|cover version|compilation|prank|mukbang|giveaway)\b/iu;
const LESSON =
  /\b(?:tutorial|crash course|full course|course|podcast|review|explained|interview|in \d+ (?:minutes|seconds)|tips|news|ep(?:isode)? ?#?\d+)\b/iu;
const FAR_OFF = new Set(['Music', 'Gaming', 'Sports', 'Autos & Vehicles', 'Pets & Animals', 'Trailers', 'Shows']);
const LESS_LIKELY = new Set(['Entertainment', 'Comedy', 'News & Politics', 'Film & Animation', 'Travel & Events']);

/** Shorter than any lightning talk, in seconds. */
const TOO_SHORT = 150;

/** What speaks for a talk and what against it; 2 is enough. */
export function weigh(video: Video, parts: Parts): number {
  return inTitle(video.title, parts) + inDescription(video) + aboutVideo(video);
}

function inTitle(title: string, { event, speakers }: Parts): number {
  const named = event === undefined ? 0 : isEvent(event) ? 2 : 1;
  const words = (TALK_WORD.test(title) ? 1 : 0) - (ENTERTAINMENT.test(title) ? 3 : 0) - (LESSON.test(title) ? 1 : 0);
  return named + words + (speakers.length > 0 ? 0.5 : 0);
}

function inDescription({ title, description }: Video): number {
  const phrases = new Set([...description.matchAll(TALK_PHRASE)].map(([phrase]) => phrase.toLowerCase().replace(/^in /, '')));
  return Math.min(phrases.size, 2) + (SUBJECT.test(`${title} ${description}`) ? 0.5 : 0);
}

function aboutVideo({ channel = '', category = '', seconds = TOO_SHORT }: Video): number {
  const shown = isEvent(channel) || /\btalks?\b/i.test(channel) ? 1 : 0;
  return shown - (FAR_OFF.has(category) ? 3 : 0) - (LESS_LIKELY.has(category) ? 0.5 : 0) - (seconds < TOO_SHORT ? 3 : 0);
}
