import { foldTitle } from '../../core/fold';
import type { Speaker, TalkKind, TalkLink } from '../../core/talk';
import { findClock, type Clock } from '../dates/clock';
import { looksLikeName, splitByline, withoutLabel } from '../names';
import { kindIn } from '../kind';
import { linkKind } from '../links';
import type { Line } from '../lines';
import { tidy } from '../page';
import { isLogistics, isSection, talkLabel } from './words';

/** What may be a talk of the meeting. */
export interface Candidate {
  title: string;
  speakers: Speaker[];
  kind?: TalkKind;
  /** "HH:MM" where the programme says so. */
  clock?: Clock;
  /** "Main Talk", where the title has it before it. */
  label?: string;
  links: TalkLink[];
  abstract?: string;
}

/** "Register by Sunday Night" names nobody. */
const NOT_PERSON =
  /\b(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day|night|noon|midnight|tomorrow|today|e-?mail|january|february|april|june|july|august|september|october|november|december)\b/iu;
const ABOUT = /^["“„«]?(?:talks?|présentation|vortrag) (?:sur (?:les |le |la |l['’])?|about |on |über )/iu;
const QUOTES = /^["“”„«»‟「『']\s?(.*?)\s?["“”„«»‟」』']$/u;

/**
 * A candidate from a line that holds a title and perhaps its speakers: "Lightning Talk: X", "X by Name", "Name - “X”", "“X” presented by
 * Name". Undefined for what is no talk.
 */
export function candidateOf(text: string, links: readonly TalkLink[] = []): Candidate | undefined {
  const line = tidy(text).replace(/^[\s•·*▪►▶➡👉🎤📣🗣️💬-]+/u, '');
  const timed = leadingClock(line);
  const bare = withoutLabel(timed.rest.replace(ABOUT, ''));
  const { title, speakers } = halves(bare);
  const said = unquoted(title);
  if (!/\p{L}{2}/u.test(said) || said.length > 250 || isLogistics(said) || isSection(said)) return undefined;
  const isPerson = speakers.length === 0 && !timed.clock && bare === line && said === title && looksLikeName(said);
  if (isPerson) return undefined;
  const kind = labelledKind(line);
  const label = talkLabel(timed.rest)?.replace(/(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/u, '');
  return {
    title: said,
    speakers,
    links: [...links],
    ...(kind && { kind }),
    ...(timed.clock && { clock: timed.clock }),
    ...(label && { label }),
  };
}

/** "19h30 à 20h25 : X" -> the time and X. */
export function leadingClock(text: string): { clock?: Clock; rest: string } {
  const found = findClock(text.slice(0, 60).replace(/^(\W{0,4}\d{1,2})\.(\d{2})(?![\d.])/u, '$1:$2'));
  if (!found || !/^\W{0,4}(?:(?:ab|from|de|à|od|um|at|kl\.?)\s)?$/iu.test(text.slice(0, found.from))) return { rest: text };
  const rest = text.slice(found.to).replace(/^\s*(?:Uhr|h)\b/iu, '');
  return { clock: found.clock, rest: rest.replace(/^[\s:：|,.–—-]+/u, '').trim() };
}

/** The quoted part is the title, what stands around it the people; else the byline rules decide. */
function halves(text: string): { title: string; speakers: Speaker[] } {
  const [, before = '', quoted, after = ''] = /^(.{0,80}?)["“„«「『]([^"“”„«»「」『』]{4,250})["”“»」』](.{0,160})$/u.exec(text) ?? [];
  if (quoted) {
    const around = [before, after].map(nameIn).find(({ length }) => length > 0);
    if (around) return { title: quoted, speakers: around };
  }
  const byline =
    /^(.{3,250}?)(?<![\s,:–—-])\s?[,:–—-]?\s\(?(?:presented by|talk by|présenté(?:e)? par|par|by|von|przez|por|av)(?:\s?:)?\s(\S.{1,119})$/iu.exec(
      text,
    );
  const speakers = byline?.[2] ? nameIn(byline[2]) : [];
  if (byline?.[1] && speakers.length > 0) return { title: byline[1], speakers };
  const split = splitByline(text);
  return split && !split.speakers.some(({ name }) => NOT_PERSON.test(name)) ? split : { title: text, speakers: [] };
}

function nameIn(text: string): Speaker[] {
  const bare = text
    .replace(/^[\s,(:–—-]*(?:presented by|talk by|by|par|von|przez|por|de|av)?\s*:?\s*/iu, '')
    .replace(/\((?:lightning|short|main)? ?talk\)/iu, '')
    .replace(/(?<=\p{L})\s+@\w+/gu, '')
    .replace(/(?<!\s)\s+,/gu, ',')
    .replace(/(?<![\s,:)–—-])[\s,:)–—-]+$/u, '');
  return NOT_PERSON.test(bare) ? [] : (splitByline(`Something: ${bare}`)?.speakers ?? []);
}

export function unquoted(text: string): string {
  const bare = text.trim().replace(/(?<![\s:–—-])[\s:–—-]+$/u, '');
  return QUOTES.exec(bare)?.[1] ?? bare;
}

function labelledKind(line: string): TalkKind | undefined {
  return kindIn(talkLabel(line) ?? '');
}

/** Recordings, slides, code and audio among a section's links. */
export function materialIn(lines: readonly Line[]): TalkLink[] {
  return lines
    .flatMap(({ links }) => links)
    .map(({ url, text }): TalkLink => ({ url, kind: kindOfLink(url, text), label: text }))
    .filter(({ kind }) => kind !== 'other' && kind !== 'rsvp');
}

function kindOfLink(url: string, label: string): TalkLink['kind'] {
  const kind = linkKind(url, label);
  return kind === 'other' && /\/(?:slides?|presentations?|decks?)\//i.test(url) ? 'slides' : kind;
}

/** Whether two titles name one talk: equal after folding, or most of their words the same. */
export function sameTitle(one: string, other: string): boolean {
  const [a, b] = [foldTitle(one), foldTitle(other)];
  if (a === b || (a.length > 8 && b.startsWith(a)) || (b.length > 8 && a.startsWith(b))) return true;
  const [words, others] = [new Set(a.split(' ')), new Set(b.split(' '))];
  const both = [...words].filter((word) => others.has(word)).length;
  return both >= 3 && both / Math.max(words.size, others.size) >= 0.75;
}
