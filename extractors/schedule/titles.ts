import { LIMITS } from '../../core/talk';
import { isBlock } from '../walk';
import { leadClock, wholeClock } from './clock';
import { isPeople } from './people';
import type { Piece } from './pieces';
import { fieldOf } from './tables';
import { BREAK, LABEL, ROOM, SPEAKER_CLASS, TITLE_CLASS } from './words';

/** Pieces made alike that may be the titles of talks. */
export interface Titles {
  form: string;
  pieces: Piece[];
  /** How many different texts there are. */
  different: number;
  /** How well they read as titles, 0 to 1. */
  share: number;
}

const LONGEST_TITLE = 250;
/** Some titles turn out to be breaks and labels; no more talks than this are taken from a page anyway. */
const MOST_TITLES = LIMITS.talksPerPage * 2;
/** So many texts show how a group reads. */
const MOST_WEIGHED = 40;
/** Paragraphs are longer than titles on average. */
const LONGEST_ON_AVERAGE = 110;

/** Groups of pieces that are built alike and read as titles, the most promising first. */
export function candidatesFor(pieces: Piece[], least: number): Titles[] {
  const groups = new Map<string, Piece[]>();
  for (const piece of pieces) {
    if (piece.text === '') continue;
    const group = groups.get(piece.form);
    if (group) group.push(piece);
    else groups.set(piece.form, [piece]);
  }
  return [...groups]
    .filter(([, group]) => group.length >= least)
    .map(([form, group]) => weigh(form, group.slice(0, MOST_TITLES)))
    .filter(({ different, share }) => different >= least && share >= 0.5)
    .sort((a, b) => promise(b) - promise(a))
    .slice(0, 8);
}

function weigh(form: string, all: Piece[]): Titles {
  const pieces = withoutPeople(all.filter(({ text }) => !isNoTitle(text)));
  if (pieces.length < all.length / 4) return { form, pieces, different: 0, share: 0 };
  const texts = new Set(pieces.map(({ text }) => text));
  const read = sample([...texts]).map((text) => titleness(text));
  const long = [...texts].reduce((sum, text) => sum + text.length, 0) / texts.size > LONGEST_ON_AVERAGE;
  const share = long || read.length === 0 ? 0 : read.reduce((sum, one) => sum + one, 0) / read.length;
  return { form, pieces, different: texts.size, share };
}

/** A cell may hold a title on its first line and people on the next, both made alike. */
function withoutPeople(pieces: Piece[]): Piece[] {
  if (pieces[0]?.href !== undefined || pieces[0]?.level !== 0 || !isBlock(pieces[0].element.tagName)) return pieces;
  const some = sample(pieces);
  const people = some.filter(({ text }) => isPeople(text)).length / some.length;
  return people >= 0.2 && people <= 0.75 ? pieces.filter(({ text }) => !isPeople(text)) : pieces;
}

/** Some of many, from everywhere. */
function sample<T>(many: T[]): T[] {
  const step = Math.ceil(many.length / MOST_WEIGHED);
  return many.filter((_, at) => at % step === 0);
}

/** Titles are many and differ. */
function promise(titles: Titles): number {
  const { pieces, different, share } = titles;
  return Math.min(different, 60) ** 0.5 * share * (different / pieces.length) ** 0.5 * hintOf(titles);
}

/** Titles stand in headings, links, or elements and columns that are named so: about 1 for a group of which nothing is known. */
export function hintOf({ form, pieces }: Titles): number {
  const [first] = pieces;
  const own = classesIn(form.split('<').slice(0, 2).join(' '));
  const linked = pieces.filter(({ href }) => href !== undefined).length / pieces.length;
  const said = first?.cell?.layout === 'records' ? fieldOf(first.cell.heading) : undefined;
  const hints = [
    (first?.level ?? 0) > 1 ? 0.5 : 0,
    linked * 0.5,
    TITLE_CLASS.test(own) ? 0.5 : 0,
    SPEAKER_CLASS.test(own) ? -0.6 : 0,
    // "10:00 Title by Name" on one line.
    pieces.slice(0, 20).filter(({ text }) => leadClock(text) !== undefined).length > Math.min(20, pieces.length) / 2 ? 0.8 : 0,
    said === 'title' ? 2 : said === undefined ? 0 : -0.8,
  ];
  return hints.reduce((sum, hint) => sum + hint, 1);
}

function classesIn(form: string): string {
  return [...form.matchAll(/\.([^\s<#]+)/g)].map(([, name]) => name).join(' ');
}

/** How much a text alone reads as the title of a talk, 0 to 1. */
export function titleness(text: string): number {
  if (text.length > LONGEST_TITLE || wholeClock(text)) return 0;
  const title = leadClock(text)?.rest ?? text;
  if (isNoTitle(title)) return 0;
  if (BREAK.test(title)) return 0.4;
  if (isPeople(title)) return title.split(' ').length > 4 ? 0.3 : 0;
  if (ROOM.test(title)) return 0.2;
  return /\s/.test(title) || title.length > 11 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{4}/u.test(title) ? 1 : 0.5;
}

/** A label, an address, or nothing to read. */
function isNoTitle(title: string): boolean {
  return title.length < 4 || !/\p{L}{2}/u.test(title) || LABEL.test(title) || /^(?:https?:|www\.|@|#)\S+$|^[^\s@]+@\S+$/.test(title);
}
