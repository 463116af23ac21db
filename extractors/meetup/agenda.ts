import { fold } from '../../core/fold';
import type { Speaker } from '../../core/talk';
import { readClock } from '../dates';
import type { Clock } from '../dates/clock';
import { Lexicon } from '../lexicon';
import type { Line } from '../lines';
import { looksLikeName, readSpeakers } from '../names';
import { WORDS } from '../vocabulary';
import { candidateOf, leadingClock, materialIn, sameTitle, type Candidate } from './candidate';
import { labelled } from './people';
import { isLogistics, talkLabel } from './words';

/** One entry of a timed programme. */
export interface Entry {
  clock: Clock;
  /** What stands behind the time; may be "Main talk" or "Pause". */
  text: string;
  talk?: Candidate;
}

/** The timed programme of a meeting: lines that begin with a time of day, or that follow a line which is one. */
export function agendaIn(lines: readonly Line[]): Entry[] {
  const entries: Entry[] = [];
  for (const [at, line] of lines.entries()) {
    const { clock, rest } = leadingClock(line.text);
    if (!clock) continue;
    const below = linesBelow(lines, at);
    const text = rest || (below[0]?.text ?? '');
    if (!text || text.length > 300) continue;
    entries.push({ clock, text, ...talkOf(text, line, rest ? below : below.slice(1)) });
  }
  return entries.length >= 2 ? entries : [];
}

/** What stands between this time and the next. */
function linesBelow(lines: readonly Line[], at: number): Line[] {
  const end = lines.findIndex(
    (line, index) => index > at && /^\W{0,4}\d/.test(line.text) && readClock(line.text.slice(0, 20)) !== undefined,
  );
  return lines.slice(at + 1, end === -1 ? at + 8 : Math.min(end, at + 8));
}

function talkOf(text: string, line: Line, below: readonly Line[]): { talk?: Candidate } {
  if (isLogistics(text)) return {};
  const talk = candidateOf(text);
  if (!talk) return {};
  const speakers = talk.speakers.length > 0 ? talk.speakers : (labelled(below.slice(0, 4)) ?? onOwnLine(below));
  return { talk: { ...talk, speakers, links: materialIn([line, ...below]) } };
}

/** A line that is nothing but people; of a name in two scripts, the one in Latin letters. */
function onOwnLine(lines: readonly Line[]): Speaker[] {
  for (const { text } of lines.slice(0, 5)) {
    const latin = /^[^/]{2,30}\/\s?(\p{Script=Latin}[^/]{2,40})$/u.exec(text)?.[1] ?? text;
    const speakers = latin.length < 100 ? readSpeakers(latin) : [];
    if (speakers.length > 0 && speakers.every(({ name }) => looksLikeName(name))) return speakers;
  }
  return [];
}

/** Entries that are talks: with a speaker, or called one. A programme without any such is of something else. */
export function talksInAgenda(entries: readonly Entry[]): Candidate[] {
  const talks = entries.flatMap(({ talk, clock, text }) => (talk ? [{ ...talk, clock, called: talkLabel(text) !== undefined }] : []));
  const sure = talks.filter(({ speakers, called }) => speakers.length > 0 || called);
  return sure.map(({ called: _called, ...talk }) => talk);
}

/** "7:05" in the programme of an evening is 19:05. */
export function inEvening(clock: Clock, meeting: string | undefined): Clock {
  const from = Number(meeting?.slice(0, 2) ?? 0);
  const later = (time: string) => {
    const hour = Number(time.slice(0, 2));
    return from >= 12 && hour < 12 && hour + 12 >= from - 1 ? `${hour + 12}${time.slice(2)}` : time;
  };
  return { starts: later(clock.starts), ...(clock.ends && { ends: later(clock.ends) }) };
}

/** An entry that only says when the one talk is. */
const BARE_TALK = new Lexicon(
  WORDS.kind,
  'presentations,lecture,vortrage,conferences,talk starts,talks start,talk begins,talks begin,vortrag beginnt',
);
const BEFORE_TALK = new Lexicon('the,main,our');

/** The entry of a talk: by its title, by its label ("Main talk"), or the only one there is for the only talk. */
export function entryOf({ title, label }: Candidate, entries: readonly Entry[], only: boolean): Entry | undefined {
  return (
    entries.find(({ text, talk }) => sameTitle(talk?.title ?? text, title)) ??
    entries.find(({ text }) => label !== undefined && fold(text) === fold(label)) ??
    (only ? entries.find(({ text }) => BARE_TALK.is(text, BEFORE_TALK)) : undefined)
  );
}
