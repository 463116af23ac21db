import type { TalkLink } from '../../core/talk';
import type { TalkFinding } from '../finding';
import { kindOf } from '../kind';
import { linkKind } from '../links';
import { looksLikeName } from '../names';
import { textOf, type Page } from '../page';
import type { Line } from './bylines';
import { leadClock, whenOf } from './clock';
import { clockOf, type Times } from './context';
import type { Entry } from './entries';
import type { Piece } from './pieces';
import { besides } from './speakers';
import { fieldOf } from './tables';
import { BREAK, LABEL, ROOM, ROOM_CLASS } from './words';

/** Shorter texts are labels, not abstracts. */
const LONG_TEXT = 100;
const LONGEST_ABSTRACT = 4000;

/** A talk, and what is known of it beyond what a talk keeps. */
export interface Read {
  talk: TalkFinding;
  /** Where its time of day stands among the pieces, even where its day is not known; -1 where it has none. */
  clockAt: number;
  /** Whether the title itself leads to the talk's page. */
  linked: boolean;
}

/** What an entry says, as a talk; nothing where it is a break or no title. */
export function talkOf(line: Line, entry: Entry, pieces: Piece[], times: Times, ahead: boolean, page: Page): Read[] {
  const { title, speakers } = line;
  const links = linksOf(entry, pieces, page);
  const own = links.some(({ kind }) => kind === 'page');
  if (!isTitle(title, speakers.length > 0) || (BREAK.test(title) && speakers.length === 0 && !own)) return [];
  const day = line.day ?? dayOf(entry, times, ahead);
  const said = clockOf(entry, times, ahead);
  const clock = line.clock ?? said?.clock;
  const location = roomOf(entry, pieces);
  const abstract = abstractOf(entry, pieces);
  const talk = {
    title,
    kind: kindOf(title),
    speakers,
    links,
    ...whenOf(day, clock),
    ...(location && { location }),
    ...(abstract && { abstract }),
  };
  const linked = entry.title.href !== undefined && own && isHere(entry.title.href, page);
  return [{ talk, clockAt: line.clock ? entry.title.at : (said?.at ?? -1), linked }];
}

export function isTitle(title: string, held: boolean): boolean {
  return title.length > 2 && /\p{L}{2}/u.test(title) && !LABEL.test(title) && (held || !ROOM.test(title));
}

function dayOf({ title, from, to, boxed }: Entry, { days }: Times, ahead: boolean): string | undefined {
  const there = days[title.at];
  const day = boxed || ahead ? (days[to] ?? there) : there;
  return day ?? attributeDay(title, from !== to);
}

/** The day in a `datetime` attribute around the entry; its time of day is not believed, false zones are common. */
function attributeDay({ element }: Piece, boxed: boolean): string | undefined {
  const marked = element.closest('[datetime]') ?? (boxed ? element.parentElement?.querySelector('time[datetime]') : undefined);
  return /^\d{4}-\d{2}-\d{2}/.exec(marked?.getAttribute('datetime') ?? '')?.[0];
}

function roomOf(entry: Entry, pieces: Piece[]): string | undefined {
  const { cell } = entry.title;
  if (cell?.layout === 'grid' && cell.heading && cell.column > 0 && cell.heading.length < 80) return cell.heading;
  for (const piece of besides(entry, pieces)) {
    // "Thursday 9 a.m. in Room 10": what stands behind the time.
    const room = (leadClock(piece.text)?.rest ?? piece.text).trim();
    if (room.length > 2 && room.length <= 80 && !looksLikeName(room) && isRoom(piece, room)) return room.replace(/^in\s+/i, '');
  }
  return undefined;
}

/** By the class of its element, by the heading of its column, or by its words. */
function isRoom({ form, cell }: Piece, room: string): boolean {
  return ROOM_CLASS.test(form.split('<')[0] ?? '') || (cell?.layout === 'records' && fieldOf(cell.heading) === 'room') || ROOM.test(room);
}

function abstractOf({ title, from, to }: Entry, pieces: Piece[]): string | undefined {
  const texts: string[] = [];
  let line = -1;
  for (let at = from; at <= to; at += 1) {
    const piece = pieces[at];
    if (!piece || at === title.at || piece.text.length < LONG_TEXT) continue;
    if (line >= 0 && piece.line > line + 4) break;
    texts.push(piece.text);
    line = piece.line;
  }
  return texts.length > 0 ? texts.join('\n').slice(0, LONGEST_ABSTRACT) : undefined;
}

const DETAILS =
  /^\W*(?:more(?: info(?:rmation)?)?|details?|read more|learn more|info|view|talk details|abstract|mehr(?: infos?)?|plus d'infos?|más(?: info)?|mais|詳細)\W*$|^\W*$/iu;

/** The talk's own page first: where its title leads, or "more"; then recordings, slides and code. */
function linksOf({ title, from, to }: Entry, pieces: Piece[], page: Page): TalkLink[] {
  const links: TalkLink[] = [];
  const add = (url: string, label: string, own: boolean): void => {
    if (links.some((link) => link.url === url) || !/^https?:/.test(url) || withoutPlace(url) === withoutPlace(page.url)) return;
    const said = linkKind(url, own ? '' : label);
    const kind = own && (said === 'other' || said === 'rsvp') ? 'page' : said;
    if (kind !== 'other') links.push({ url, kind, ...(label && { label }) });
  };
  if (title.href) add(title.href, title.text, true);
  for (let at = from; at <= to && links.length < 20; at += 1) {
    const piece = pieces[at];
    if (piece?.href) add(piece.href, piece.text, links.length === 0 && DETAILS.test(piece.text) && isHere(piece.href, page));
  }
  return links;
}

/** An address without the place on its page. */
function withoutPlace(url: string): string {
  return url.replace(/#[^]*/, '');
}

function isHere(url: string, page: Page): boolean {
  return url.replace(/^https?:\/\/(?:www\.)?/, '').startsWith(page.site);
}

/** The title's own text; where a link or heading has other elements in the middle of it, theirs too. */
export function plainTitle({ title }: Entry): string {
  const text = leadClock(title.text)?.rest ?? title.text;
  const whole = isBroken(title.element) ? textOf(title.element) : text;
  return (whole.length < 200 ? whole : text)
    .replace(/^[\s•*·–—-]+|(?<![\s,;:–—(-])[\s,;:–—(-]+$/gu, '')
    .replace(/\s(?:by|von|par|por)$/i, '');
}

/** Whether an element's own text goes on after a child. */
function isBroken(element: Element): boolean {
  if (element.firstElementChild === null || !/^(?:A|H[1-6])$/.test(element.tagName)) return false;
  const own = [...element.childNodes].map((node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '');
  return own.indexOf(true) !== own.lastIndexOf(true);
}
