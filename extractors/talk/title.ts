import { fold, foldTitle } from '../../core/fold';
import { Lexicon } from '../lexicon';
import type { Line } from '../lines';
import { readClock } from '../dates';
import { looksLikeName, readSpeakers, withoutLabel } from '../names';
import { metaOf, type Page } from '../page';
import { WORDS } from '../vocabulary';
import { labelOf } from './labels';
import { fieldOf, hintsOf, isHeading, type Sheet } from './sheet';
import { weigh } from './weigh';

export interface Title {
  /** As the page writes it, without its label. */
  text: string;
  /** Where it stands among the lines; -1 where only the page's head says it. */
  at: number;
  /** Whether a label before it or the page's head says that it is a talk: "Presentation: ...". */
  announced: boolean;
}

/** Marks between the parts of a page's title. */
const PARTS = /(?<!\s)(?:\s+[|·•»›—–-]\s+|\s*[|]\s*|\s+::\s+)/;
const EVENT_WORDS =
  /\b(?:19|20)\d{2}\b|['’]\d{2}\b|conf\b|\bpy(?:con|data)\b|\wcon\b|kaigi|会議|camp\b|\bdays?\b|fest\b|summit|meetup|symposium|seminars?\b|series\b|conference|konferenz|conférence|jornadas|congres|年會|大会/i;
const TITLE_HINT =
  /(?:^|[\s_-])(?:title|talk|session|presentation|lecture|event-?(?:title|name)|entry-title|summary|p-name|headline|topic)(?:$|[\s_-])/;
const TALKS_BY = /^(?:talks?|sessions?|presentations?) (?:by|from|of) \S/i;
const NOT_TITLES = new Lexicon(
  WORDS.schedule,
  WORDS.sponsor,
  'search,menu,navigation,speaker,speakers,talk,talks,home,news,blog,cite,contact,about,info,detail,details,welcome,table of contents,contents,talk details,presented by,next,previous,login,ical,cal,404 *',
);

/** The talk's title: a labelled field, else the heading that the page's head, its class and its place speak for. */
export function titleOf(sheet: Sheet): Title | undefined {
  const field = fieldOf(sheet, 'title');
  // In a list it is one of many things that are described, not the page's own title.
  if (field && field.lines[0]?.depth === 0 && field.text.length > 2 && field.text.length < 250)
    return { text: field.text, at: field.at, announced: true };
  const only = onlyTalk(sheet);
  if (only) return only;
  const heads = headTitles(sheet.page);
  const folded = heads.map(foldTitle);
  let best: { line: Line; at: number; score: number } | undefined;
  for (const [at, line] of sheet.lines.entries()) {
    if (!isHeading(line)) continue;
    const score = scoreOf(line, at, folded);
    if (!best || score > best.score) best = { line, at, score };
  }
  if (best && best.score > 0) {
    const text = withoutLabel(best.line.text);
    return { text: text, at: best.at, announced: text !== best.line.text || heads.some((head) => isAnnounced(head, text)) };
  }
  return undefined;
}

/** The one talk under "Talk details" or "Talks by Ana Lima" on a speaker's page. */
function onlyTalk(sheet: Sheet): Title | undefined {
  const at = sheet.lines.findIndex((line) => isHeading(line) && (labelOf(line.text) === 'talk' || TALKS_BY.test(line.text)));
  const label = sheet.lines[at];
  if (!label) return undefined;
  const end = sheet.lines.findIndex((line, index) => index > at && isHeading(line) && line.level <= label.level);
  const under = sheet.lines.slice(at + 1, end < 0 ? undefined : end).filter(({ text }) => !isFiller(text));
  const headings = under.filter((line) => isHeading(line) && !labelOf(line.text));
  const line = headings[0] ?? under[0];
  if (!line || headings.length > 1 || line.text.length < 8 || line.text.length > 200) return undefined;
  return { text: withoutLabel(line.text), at: sheet.lines.indexOf(line), announced: true };
}

/** "Day 2", "10:00 - 10:45", "TBA". */
function isFiller(text: string): boolean {
  return text.length < 40 && (/^(?:day \d+|tba|tbd|tbc)\b/i.test(text) || readClock(text) !== undefined);
}

/** The titles in the page's head. */
function headTitles(page: Page): string[] {
  return [page.title, metaOf(page.doc, 'og:title') ?? '', metaOf(page.doc, 'twitter:title') ?? ''].filter(Boolean);
}

/** The parts of the page's title: "Sorting | ExampleConf 2026" has two. */
export function titleParts(page: Page): string[] {
  return page.title.split(PARTS).filter(Boolean);
}

function isAnnounced(head: string, title: string): boolean {
  return head.split(PARTS).some((part) => withoutLabel(part) !== part && fold(withoutLabel(part)) === fold(title));
}

/** How much speaks for a heading; `heads` are the folded titles of the page's head. */
function scoreOf(line: Line, at: number, heads: readonly string[]): number {
  const text = withoutLabel(line.text);
  if (text.length < 3 || text.length > 250 || labelOf(line.text) || NOT_TITLES.is(text)) return -10;
  const key = foldTitle(text);
  const labelled = text !== line.text;
  const hinted = TITLE_HINT.test(hintsOf(line.block));
  const place = (7 - line.level) * 0.3 - at * 0.02;
  return (
    place +
    weigh(
      [true, 1],
      [key !== '' && heads.some((head) => head.includes(key)), 3.5],
      [key !== '' && heads.some((head) => head.startsWith(key)), 0.5],
      [hinted, 2],
      [labelled, 2],
      [!labelled && isPerson(text), hinted ? -3 : -5],
      [text.length < 50 && readClock(text) !== undefined, -6],
      [looksLikeEvent(text), -4],
      [/^(?:about|über|à propos|sobre|talks by|by)\s/i.test(text), -4],
    )
  );
}

/** "Ana Lima", or "Ana Lima, professor of sorting". */
function isPerson(text: string): boolean {
  if (looksLikeName(text)) return true;
  const [one, other] = text.length < 90 && /[,(]/.test(text) ? readSpeakers(text) : [];
  return one?.affiliation !== undefined && !other && looksLikeName(one.name) && text.startsWith(one.name);
}

/** The name of an event rather than of a talk: short, with a year or a word that events have. */
export function looksLikeEvent(text: string): boolean {
  return text.length < 60 && text.split(' ').length <= 6 && EVENT_WORDS.test(text);
}
