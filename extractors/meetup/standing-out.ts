import type { Speaker } from '../../core/talk';
import type { Line } from '../lines';
import { looksLikeName, readSpeakers } from '../names';
import { textOf } from '../page';
import { candidateOf, materialIn, unquoted, type Candidate } from './candidate';

const EMOJI = /[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\ufe0f\u200d\u20e3]+/gu;
/** Signs of place, day, hour, food, thanks and talk among people: what stands behind them is not a talk's title. */
const LOGISTIC_SIGN = /^\s*(?:📍|📌|🗺|🏢|🚇|📆|📅|🗓|🕐|🕑|🕒|🕓|🕔|🕕|🕖|🕗|🕘|🕙|🕚|⏰|⏱|🍕|🍻|🍺|🥂|🍽|🥤|🙏|👋|🙂|💬|⚠|🎟|🔗|📩)/u;
const NUMBERED = /^\W{0,3}(?:talk|conférence|présentation|vortrag|charla|palestra)\s?(?:n°|nº|#)?\s?\d{1,2}\b/iu;
/** "Talk 1 with Ana Lima": the title is on the next line. */
const WITH =
  /^\W{0,3}(?:talk|conférence|présentation|vortrag|charla|palestra)\s?(?:n°|nº|#)?\s?\d{0,2}\s?(?:with|by|avec|par|de|mit|von|con|com|por|[:–—-])\s(.{4,80})$/iu;
/** "a talk by Ana Lima: “Title”" inside a sentence. */
const IN_SENTENCE =
  /\b(?:talk|présentation|conférence|vortrag|charla|palestra|presentation)\s(?:by|from|de|d['’]|par|von|por|com|con|avec)\s?(\p{Lu}[^:："“«„]{3,60}?)(?:\s?[:：,])?\s?["“«„]\s?([^"“”«»„]{4,250}?)\s?["”»“]/iu;

/** Lines as talks are written where lists cannot be made, without the emoji; those behind a sign of place, hour or food are left out. */
export function withoutSigns(lines: readonly Line[]): { line: Line; signed: boolean }[] {
  return lines
    .filter(({ text }) => !LOGISTIC_SIGN.test(text))
    .map((line) => ({
      line: { ...line, text: line.text.replace(EMOJI, ' ').replace(/\s+/g, ' ').trim() },
      signed: /^\p{Extended_Pictographic}/u.test(line.text),
    }))
    .filter(({ line }) => line.text !== '');
}

/** Talks in lines that stand out: behind an emoji, wholly bold, or numbered. A person must be named on the line or the next. */
export function talksStandingOut(signs: readonly { line: Line; signed: boolean }[]): Candidate[] {
  return signs.flatMap(({ line, signed }, at) => {
    const below = signs.slice(at + 1, at + 12);
    const sentence = IN_SENTENCE.exec(line.text);
    const talk = sentence ? made(sentence[2] ?? '', peopleOf(sentence[1] ?? '')) : outstanding(line, signed, below[0]?.line);
    return talk && talk.speakers.length > 0 ? [{ ...talk, links: materialIn([line, ...describing(below)]) }] : [];
  });
}

function outstanding(line: Line, signed: boolean, next: Line | undefined): Candidate | undefined {
  if (line.text.length > 300 || !(signed || line.level > 0 || NUMBERED.test(line.text) || boldOpening(line))) return undefined;
  return (next && (introduced(line, next) ?? namedBelow(line, next))) ?? namedBeside(line) ?? byline(line.text);
}

/** "Talk 1 with Ana Lima", the title below. */
function introduced({ text }: Line, next: Line): Candidate | undefined {
  const people = peopleOf(WITH.exec(text)?.[1] ?? '');
  return people.length > 0 ? made(next.text, people) : undefined;
}

/** The title, its people on the line below. */
function namedBelow({ text }: Line, next: Line): Candidate | undefined {
  const people = next.level === 0 ? peopleOf(next.text) : [];
  return people.length > 0 && peopleOf(text).length === 0 ? made(text, people) : undefined;
}

/** The title bold, its people beside it. */
function namedBeside(line: Line): Candidate | undefined {
  const bold = boldOpening(line);
  const people = bold ? peopleOf(line.text.slice(bold.length)) : [];
  return bold && people.length > 0 ? made(bold, people) : undefined;
}

/** The bold words that a line begins with, where they are more than a label. */
function boldOpening({ block, text }: Line): string | undefined {
  const bold = textOf(block.querySelector('strong, b')).replace(EMOJI, '').trim();
  return bold.length > 8 && text.startsWith(bold) ? bold : undefined;
}

/** "Ana Lima - ACME" is a heading above what she does, not a talk. */
function byline(text: string): Candidate | undefined {
  const talk = candidateOf(text);
  const name = talk?.speakers[0]?.name ?? '';
  const isHeadingOfPerson = text.startsWith(name) && !/\s\S+\s/.test(talk?.title ?? '');
  return talk && /^\p{Lu}/u.test(name) && !isHeadingOfPerson ? talk : undefined;
}

function made(title: string, speakers: Speaker[]): Candidate | undefined {
  const said = unquoted(candidateOf(title)?.title ?? '') && unquoted(title.trim());
  return said ? { title: said, speakers, links: [] } : undefined;
}

/** The people a text names, where it names nothing else. */
function peopleOf(text: string): Speaker[] {
  const speakers = readSpeakers(text.replace(/^[\s,:–—-]+/u, ''));
  return speakers.length > 0 && speakers.every(({ name }) => looksLikeName(name) && /^\p{Lu}/u.test(name)) ? speakers : [];
}

/** The lines under a talk's line, up to the next that stands out. */
function describing(below: readonly { line: Line; signed: boolean }[]): Line[] {
  const end = below.findIndex(({ line, signed }) => signed || line.level > 0 || NUMBERED.test(line.text));
  return below.slice(0, end < 0 ? below.length : end).map(({ line }) => line);
}
