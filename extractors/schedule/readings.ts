import { LIMITS } from '../../core/talk';
import type { Page } from '../page';
import { byHabit, readLine, splitText, type Line } from './bylines';
import { leadClock } from './clock';
import { clocksFollow, type Times } from './context';
import { entriesOf, type Entry } from './entries';
import type { Piece } from './pieces';
import { speakerForms, speakersOf } from './speakers';
import { isTitle, plainTitle, talkOf, type Read } from './talk';
import { candidatesFor, hintOf, titleness, type Titles } from './titles';

/** So many ways to read the page are tried. */
const MOST_TRIED = 4;
/** No further way is tried when so much of the time is spent. */
const TRIED = 0.8;

/**
 * The talks of a page in the reading that makes most of it: the one with most titles that have people, a time and a page. The most
 * promising is tried first, and no other where it leaves nothing open.
 */
export function talksOn(pieces: Piece[], times: Times, page: Page, least: number): Read[] {
  let best = { read: [] as Read[], worth: 0 };
  for (const titles of candidatesFor(pieces, least).slice(0, MOST_TRIED)) {
    if (best.read.length > 0 && page.late(TRIED)) break;
    const read = fromTitles(titles, pieces, times, page);
    const worthOfIt = worth(read) * hintOf(titles);
    if (worthOfIt > best.worth) best = { read, worth: worthOfIt };
    if (isComplete(best.read)) return best.read;
  }
  for (const read of page.late(TRIED) ? [] : fromLines(pieces, times, page, least)) {
    if (worth(read) > best.worth) best = { read, worth: worth(read) };
  }
  return best.read;
}

/** Most talks have people, and a page of their own or a time that few share. */
function isComplete(read: Read[]): boolean {
  const share = (test: (one: Read) => boolean): number => read.filter(test).length / read.length;
  return read.length >= 8 && share(({ talk }) => (talk.speakers?.length ?? 0) > 0) >= 0.7 && share(({ linked }) => linked) >= 0.8;
}

/** What the talks of a reading have: people, a time that not everything around shares, a page, a title that reads as one. */
function worth(read: Read[]): number {
  const seen = new Set<string>();
  const clocks = new Set<number>();
  let sum = 0;
  for (const { talk, clockAt, linked } of read) {
    if (seen.has(talk.title)) continue;
    seen.add(talk.title);
    const time = clockAt < 0 ? (talk.starts ? 0.2 : 0) : clocks.has(clockAt) ? 0.2 : 0.5;
    clocks.add(clockAt);
    const said = (talk.speakers?.length ? 1 : 0) + time + (linked ? 0.5 : 0) + 0.2;
    sum += titleness(talk.title) < 0.4 || /[(:,]$/.test(talk.title) ? -0.5 : said;
  }
  return sum;
}

function fromTitles(titles: Titles, pieces: Piece[], times: Times, page: Page): Read[] {
  const entries = entriesOf(titles, pieces);
  const forms = speakerForms(entries, pieces);
  const ahead = clocksFollow(entries, times);
  const people = entries.map((entry) => speakersOf(entry, pieces, forms));
  const named = people.filter((speakers) => speakers.length > 0).length;
  // Where people stand in places of their own, titles are left whole.
  const lines = named >= entries.length * 0.6 ? [] : byHabit(entries.map((entry) => lineOf(entry, page)));
  const bylines = lines.filter(({ speakers }) => speakers.length > 0).length;
  const split = bylines > named || named < entries.length * 0.3;
  return entries.flatMap((entry, at) => {
    const speakers = people[at] ?? [];
    const line = lines[at];
    const whole = (): Line => ({ ...clockOn(entry), title: plainTitle(entry), whole: entry.title.text, speakers });
    return talkOf(line && split && (speakers.length === 0 || bylines > named) ? line : whole(), entry, pieces, times, ahead, page);
  });
}

function lineOf(entry: Entry, page: Page): Line {
  return { ...clockOn(entry), ...splitText(plainTitle(entry), page.lang) };
}

function clockOn({ title }: Entry): Pick<Line, 'clock'> {
  const lead = leadClock(title.text);
  return lead ? { clock: lead.clock } : {};
}

/** Readings by lines: a list, paragraphs or cells of one kind where each line has a title and its people. */
function fromLines(pieces: Piece[], times: Times, page: Page, least: number): Read[][] {
  return [...linesByPlace(pieces).values()]
    .filter((lines) => lines.length >= least && seemPeopled(lines, page))
    .map((all) => {
      const lines = all.slice(0, LIMITS.talksPerPage);
      const said = byHabit(lines.map((line) => readLine(line, page.lang)));
      const good = said.filter(({ speakers, title }) => speakers.length > 0 && isTitle(title, true) && title.length < 200);
      if (good.length < least || good.length < said.length * 0.4) return [];
      return said.flatMap((one, at) => talkOnLine(one, lines[at] ?? [], pieces, times, page));
    });
}

/** Some lines from everywhere show whether it is worth to read them all. */
function seemPeopled(lines: Piece[][], page: Page): boolean {
  const step = Math.ceil(lines.length / 12);
  const some = lines.filter((_, at) => at % step === 0);
  return some.filter((line) => readLine(line, page.lang).speakers.length > 0).length >= some.length * 0.3;
}

function talkOnLine(said: Line, line: Piece[], pieces: Piece[], times: Times, page: Page): Read[] {
  const [first, last] = [line[0], line.at(-1)];
  const title = said.titlePiece ?? first;
  if (!first || !last || !title || (said.speakers.length === 0 && !said.clock)) return [];
  return talkOf(said, { title, from: first.at, to: last.at, boxed: true }, pieces, times, false, page);
}

/** Lines of text, by the kind of block they stand in. */
function linesByPlace(pieces: Piece[]): Map<string, Piece[][]> {
  const groups = new Map<string, Piece[][]>();
  let line: Piece[] = [];
  const close = (): void => {
    const [first] = line;
    const texts = line.filter(({ text }) => text !== '');
    if (first && texts.length > 0 && texts.length < 20) {
      const block = first.element.closest('li, td, th, p, dd, dt, h1, h2, h3, h4, h5, h6, div, article, section');
      const place = `${block?.tagName ?? ''}<${block?.parentElement?.tagName ?? ''}#${first.cell?.layout === 'grid' ? '' : (first.cell?.column ?? '')}`;
      const group = groups.get(place);
      if (group) group.push(line);
      else groups.set(place, [line]);
    }
    line = [];
  };
  for (const piece of pieces) {
    if (line.length > 0 && line[0]?.line !== piece.line) close();
    line.push(piece);
  }
  close();
  return groups;
}
