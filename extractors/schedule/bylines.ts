import type { Speaker } from '../../core/talk';
import { readWhen } from '../dates';
import { findDay } from '../dates/day';
import { looksLikeName, readSpeakers, splitByline } from '../names';
import { leadClock } from './clock';
import { isPeople } from './people';
import type { Piece } from './pieces';

/** What one line says about a talk. */
export interface Line {
  title: string;
  speakers: Speaker[];
  /** The line before it was split. */
  whole: string;
  /** What stands between title and people: a dash, a colon, "by" ...; `pieces` where they are separate elements. */
  mark?: string;
  /** ISO day that stands on the line itself. */
  day?: string;
  clock?: { starts: string; ends?: string };
  /** The piece that is the title, where one alone is. */
  titlePiece?: Piece;
}

const BY = String.raw`(?:by|with|von|mit|par|avec|por|con|com|di|av|speaker|speakers|referent|referentin|intervenant|presented by)`;
const BY_END = new RegExp(String.raw`(?:^|[\s,;:.)–—-])${BY}\s?:?\s*$`, 'iu');
const PLACE_END = /(?:^|[\s(])(?:from|at|of|bei|chez|@)\s*$/iu;
const EDGE = /^[\s,;:•*·()（）–—|/-]+|^\.(?=\s)|(?<![\s,;:•*·(（–—|/-])[\s,;:•*·(（–—|/-]+$/gu;

/** Title and people of one line, whose pieces may be links, bold words and the words between them. */
export function readLine(pieces: Piece[], lang?: string): Line {
  const { day, clock, rest } = withoutWhen(pieces, lang);
  const when = { ...(day && { day }), ...(clock && { clock }) };
  const whole = rest
    .map(({ text }) => text)
    .join(' ')
    .trim();
  const people = peopleAmong(rest);
  const left = rest.filter((piece, at) => piece.text !== '' && !people.includes(piece) && !PLACE_END.test(rest[at - 1]?.text ?? ''));
  const titled = people.length > 0 ? titleAmong(left) : undefined;
  if (titled) return { ...when, ...titled, whole, mark: 'pieces', speakers: people.flatMap((piece) => speakersIn(piece, rest)) };
  return { ...when, ...splitText(whole, lang) };
}

/** Takes day and time of day off the front of a line. */
function withoutWhen(pieces: Piece[], lang?: string): { day?: string; clock?: Line['clock']; rest: Piece[] } {
  const [first, ...others] = pieces;
  if (!first) return { rest: [] };
  let text = first.text;
  const found = findDay(text.slice(0, 60), lang);
  const day = found && found.from <= 4 ? found.day : undefined;
  if (found && day) text = text.slice(found.to).replace(EDGE, '');
  const lead = leadClock(text);
  if (lead) text = lead.rest;
  const rest = text.replace(EDGE, '') === '' ? others : [{ ...first, text }, ...others];
  return { rest, ...(day && { day }), ...(lead && { clock: lead.clock }) };
}

/**
 * Pieces that are names; where some stand after "by" or "with", those and the ones joined to them. Where none reads as a name, a short
 * link after "by" is one. What stands after "from" is where someone works.
 */
function peopleAmong(pieces: Piece[]): Piece[] {
  const free = pieces.filter((_, at) => !PLACE_END.test(pieces[at - 1]?.text ?? ''));
  const before = (piece: Piece): string => pieces[pieces.indexOf(piece) - 1]?.text ?? '.';
  const named = free.filter(({ text }) => isPeople(text.replace(EDGE, '')));
  if (named.length === 0) return free.filter((piece) => isShortLink(piece) && BY_END.test(before(piece)));
  if (!named.some((piece) => BY_END.test(before(piece)))) return named;
  return named.filter((piece) => BY_END.test(before(piece)) || /^[\s,&]*(?:(?:and|und|et|y|e|och)[\s,&]*)?$/iu.test(before(piece)));
}

function isShortLink({ text, href }: Piece): boolean {
  const words = text.replace(EDGE, '');
  return href !== undefined && words.length < 40 && words.split(' ').length <= 4;
}

function speakersIn(piece: Piece, pieces: Piece[]): Speaker[] {
  const people = readSpeakers(piece.text.replace(EDGE, ''));
  const [person] = people;
  if (people.length !== 1 || !person) return people;
  const at = pieces.indexOf(piece);
  const company = PLACE_END.test(pieces[at + 1]?.text ?? '') ? pieces[at + 2]?.text : undefined;
  return [{ ...person, ...(company && { affiliation: company }), ...(piece.href && { url: piece.href }) }];
}

/** Of what is no name the longest; a link before plain words. */
function titleAmong(left: Piece[]): { title: string; titlePiece: Piece } | undefined {
  const clean = left
    .map((piece) => ({ piece, title: trimmed(piece.text) }))
    .filter(
      ({ title }) =>
        title.length > 3 && /\p{L}{2}/u.test(title) && !/^(?:slides?|video|recording|code|demo|pdf|abstract|more)$/i.test(title),
    );
  const linked = clean.filter(({ piece }) => piece.href !== undefined);
  const [best] = (linked.length > 0 ? linked : clean).sort((a, b) => b.title.length - a.title.length);
  return best && { title: best.title, titlePiece: best.piece };
}

function trimmed(text: string): string {
  return text.replace(EDGE, '').replace(BY_END, '').replace(EDGE, '').trim();
}

const QUOTED = new RegExp(String.raw`^[“"„«「](.{3,200}?)[”"“»」],?\s+${BY}\s+(\S.{2,199})$`, 'iu');

/** Title and people of a line of plain text; a date between its dashes goes. */
export function splitText(text: string, lang?: string): Line {
  const marked = text.replace(/(?<!\s)\s*[[(](?:[A-Za-z]{2}|english|japanese|deutsch|german|french|français)[\])]\s*$/i, '');
  const parts = marked.split(/(?<!\s)\s+[-–—]\s+/u);
  const dated =
    parts.length > 1 ? parts.find((part) => part.length < 30 && /^\W*\d/.test(part) && readWhen(part, lang) !== undefined) : undefined;
  const kept = parts.filter((part) => part !== dated && !/^\([^()]{1,40}\)$/.test(part));
  const whole = kept.length < parts.length ? kept.join(' - ') : marked;
  const day = dated && readWhen(dated, lang)?.starts.slice(0, 10);
  const [, quoted, people] = QUOTED.exec(whole) ?? [];
  const split = quoted && people ? { title: quoted, speakers: firstPeople(people) } : (splitAtLast(whole) ?? splitByline(whole, lang));
  const title = (split?.title ?? whole).replace(EDGE, '').trim();
  return { whole, title, speakers: split?.speakers ?? [], ...(day && { day }), ...(split && { mark: markOf(whole, split.title) }) };
}

/** "Title - Name, Name": what reads as people after the last dash, even where the title could be a name as well. */
function splitAtLast(text: string): { title: string; speakers: Speaker[] } | undefined {
  const at = lastDash(text);
  const names = text.slice(at + 3);
  return at > 2 && isPeople(names.trim()) ? { title: text.slice(0, at), speakers: readSpeakers(names) } : undefined;
}

function lastDash(text: string): number {
  return Math.max(...[' - ', ' – ', ' — '].map((dash) => text.lastIndexOf(dash)));
}

/** "Ana Lima, who keeps bees": what does not read as names after the comma is about the person. */
function firstPeople(text: string): Speaker[] {
  const all = readSpeakers(text);
  return all.every(({ name }) => looksLikeName(name)) ? all : readSpeakers(text.split(',')[0] ?? '');
}

/** What stands beside the title: "by", a dash, a colon after the name before it ... */
function markOf(whole: string, title: string): string {
  const at = whole.indexOf(title);
  const beside = at > 3 ? whole.slice(0, at).trim().slice(-1) : whole.slice(at + title.length).trim();
  return at > 3 ? `name ${beside}` : (/^\p{L}+|^[^\s\p{L}]/u.exec(beside.replace(/^["”“»」']\s*/u, ''))?.[0] ?? '');
}

/**
 * Lines of one page, read by the habit of that page: a mark that splits only a few of the titles belongs to them ("JRuby: Full of
 * Surprises"); where most put people after a dash, those do too that do not read as names ("Title - nickname").
 */
export function byHabit(lines: Line[]): Line[] {
  const marks = new Map<string, number>();
  for (const { mark } of lines) if (mark !== undefined) marks.set(mark, (marks.get(mark) ?? 0) + 1);
  const [habit, count = 0] = [...marks].sort(([, a], [, b]) => b - a)[0] ?? [];
  const dashed = /^[-–—]$/.test(habit ?? '') && count >= lines.length * 0.4;
  return lines.map((line) => {
    const times = marks.get(line.mark ?? '') ?? 0;
    const usual = line.mark === 'pieces' || times >= Math.max(2, lines.length * 0.15);
    if (line.mark !== undefined && usual) return line;
    const whole = { ...line, title: line.whole.replace(EDGE, '').trim(), speakers: [] };
    return dashed ? splitAtDash(whole) : whole;
  });
}

function splitAtDash(line: Line): Line {
  const at = lastDash(line.title);
  const names = line.title.slice(at + 3).trim();
  if (at < 3 || names.split(/\s+/).length > 6) return line;
  return { ...line, title: line.title.slice(0, at).trim(), speakers: readSpeakers(names) };
}
