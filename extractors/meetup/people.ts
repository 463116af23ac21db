import type { Speaker } from '../../core/talk';
import { looksLikeName, readSpeakers } from '../names';
import { tidy } from '../page';
import type { Line } from '../lines';
import { NAME } from './name';
import { behindSpeaker, isSpeakerLabel } from './words';

/** "Ana Lima is a developer at ...", "Bo Chen ist Leiter ...", "Céline est développeuse ...": the first sentence of a biography. */
const BIO = new RegExp(
  String.raw`^(${NAME})(?:\s?\([^()]{1,60}\))?,?\s(?:is|was|has|works|leads|ist|arbeitet|war|hat|est|travaille|a (?:été|travaillé)|es|trabaja|é|trabalha|lavora|jest|pracuje|zajmuje|är|arbetar|-|–|—)\s`,
  'u',
);
/** "... presented by X", "... animated by X" at the end of a sentence, and "X will show ...". */
const PRESENTED = new RegExp(
  String.raw`(?:presented by|talk by|given by|[Pp]résentée? par|[Aa]nimée? par|vorgestellt von|präsentiert von|vortrag(?: von)?|presentad[oa] por|apresentad[oa] por|przedstawi to|poprowadzi|przedstawi|przygotowanej przez|hält)\s+(${NAME})`,
  'u',
);

/** The people a section names as its speakers: by label, by a heading of a biography, by the biography's first words. */
export function peopleIn(lines: readonly Line[]): Speaker[] {
  return labelled(lines) ?? headed(lines) ?? presented(lines) ?? byBio(lines) ?? [];
}

/** "Speaker: Ana Lima", "Speaker Bio: Ana Lima", or the label with the names on the next line. */
export function labelled(lines: readonly Line[]): Speaker[] | undefined {
  const found: Speaker[] = [];
  for (const [at, { text }] of lines.entries()) {
    const names = behindSpeaker(text) ?? (isSpeakerLabel(text) ? lines[at + 1]?.text : undefined);
    if (names) found.push(...named(names));
    else found.push(...(byLine(text) ?? []));
  }
  return found.length > 0 ? found : undefined;
}

/** A line that is but "Par Ana Lima et Bo Chen". */
function byLine(text: string): Speaker[] | undefined {
  const [, names] = /^\W{0,4}(?:presented by|by|par|von|por|przez|av|présenté par)\s(\S.{3,160})$/iu.exec(text) ?? [];
  const speakers = names ? readSpeakers(names) : [];
  return speakers.length > 0 && speakers.every(({ name }) => looksLikeName(name) || /^@\w{2,30}$/.test(name)) ? speakers : undefined;
}

/** Only those that can be people: one first name is enough behind a label, a sentence is not. */
export function named(names: string): Speaker[] {
  const short = tidy(names)
    .split(/\s(?:is|was|will|ist|est|nous)\s|[.!?]\s/u)[0]
    ?.replace(/(?<!\s)\s*(?:[-–—|]\s|\(?https?:).*$/u, '');
  return readSpeakers(short ?? '').filter(({ name }) => looksLikeName(name) || /^@?[\p{L}\p{M}'’._-]{2,30}$/u.test(name));
}

/** A name as the heading of a biography. */
function headed(lines: readonly Line[]): Speaker[] | undefined {
  const names = lines.flatMap(({ level, text }, at) =>
    level > 0 && looksLikeName(text) && (lines[at + 1]?.text.length ?? 0) > 30 ? [text] : [],
  );
  return names.length > 0 ? [...new Set(names)].map((name) => ({ name })) : undefined;
}

function presented(lines: readonly Line[]): Speaker[] | undefined {
  for (const { text } of lines) {
    const name = PRESENTED.exec(text)?.[1];
    if (name && looksLikeName(name)) return [{ name }];
  }
  return undefined;
}

function byBio(lines: readonly Line[]): Speaker[] | undefined {
  const names = lines.flatMap(({ text }) => BIO.exec(text)?.[1] ?? []).filter((name) => looksLikeName(name));
  return names.length > 0 ? [...new Set(names)].map((name) => ({ name })) : undefined;
}

/** The people a line begins with, where what follows shows that it is no title: a bracket, a comma, a verb, nothing. */
export function leadingNames(text: string): Speaker[] {
  const [, names = '', rest = ''] = LEADING.exec(text.replace(/^\([^()]{1,80}\)\s*/u, '')) ?? [];
  const speakers = FOLLOWED.test(rest) ? readSpeakers(names) : [];
  return speakers.every(({ name }) => looksLikeName(name)) ? speakers : [];
}

const LEADING = new RegExp(String.raw`^(${NAME}(?:(?:,|\s(?:et|and|und|y|e|i|&))\s${NAME}){0,3})(.*)$`, 'u');
const FOLLOWED =
  /^(?:$|\s[-–—|]\s[^"“„«]{3,60}$|\s?[,(]|(?:\s@?[a-z][\w-]{2,24})?\s(?:is|was|will|has|have|presented|presents|showed|est|a|ont|nous|présente(?:ra)?|ist|wird|hat|haben|zeigt|es|é|jest|opowie|pokaże)\s)/u;
