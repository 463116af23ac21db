import { fold } from '../core/fold';
import type { Speaker } from '../core/talk';
import { LABEL_ADJECTIVES, LABEL_WORDS, NOT_IN_NAMES, PARTICLES } from './names/words';
import { tidy } from './page';

const TITLED = /^(?:(?:prof|dr|dipl|ing|mr|mrs|ms|sir|phd|m\.?sc)\b\.?[\s-]?)+/i;
const CJK = /[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const MOST = 600;

/** Whether a text can be a person's name: not a title, a company or a sentence. One word alone is not enough to tell. */
export function looksLikeName(text: string): boolean {
  if (text.length > 80) return false;
  const name = tidy(text).replace(TITLED, '');
  if (name.length < 2 || name.length > 50 || /[\d!?:;<>{}[\]/\\=+*#|…。、「」]|https?|\.\w{2,4}$/.test(name)) return false;
  if (CJK.test(name)) return isEastAsianName(name);
  const words = name
    .replace(/[“"'‘(][\w .-]{1,20}[”"'’)]/g, ' ')
    .split(' ')
    .filter(Boolean);
  if (words.length < 2 || words.length > 6 || /^.{4,}ing$/.test(words[0] ?? '')) return false;
  if (words.some((word) => NOT_IN_NAMES.has(word.toLowerCase().replace(/(?<![.,])[.,]+$/, '')) && !PARTICLES.has(word))) return false;
  return words.every(isNameWord) && words.some((word) => !PARTICLES.has(word.toLowerCase()));
}

/** Two to five characters, or two parts; never a place, never with a particle of grammar. */
function isEastAsianName(name: string): boolean {
  if (/(?:ホール|会場|会議室?|教室|室|大学|厅|廳|館|馆)$|.[のをはがにでとへも]/.test(name)) return false;
  return /^(?:[^\s\x21-\x2f]{2,5}|[^\s\x21-\x2f]{1,8}[・·\s][^\x21-\x2f]{1,11})$/.test(name);
}

function isNameWord(word: string): boolean {
  if (PARTICLES.has(word.toLowerCase())) return true;
  const [letter = ''] = word.replace(/^[dDlLO]['’]/, '');
  return word.length <= 26 && isUpper(letter) && !/[!-&(-,/:-@[-`{-~]/.test(word);
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

/** The people in a text that names people: "Ana Lima (ACME), Bo Chen and C. Diaz" gives three. */
export function readSpeakers(text: string): Speaker[] {
  const flat = withoutBy(tidy(text.slice(0, MOST)));
  if (!flat || isNobody(flat)) return [];
  const seen = new Set<string>();
  return partsOf(flat)
    .map(speakerOf)
    .filter(({ name }) => name !== '' && !isNobody(name) && !seen.has(name) && seen.add(name));
}

function withoutBy(text: string): string {
  const by = /^(?:by|von|par|por|di|av|speakers?|presented by|with|mit|avec|con|com)\s*:?\s+/i.exec(text)?.[0] ?? '';
  return isUpper(text.charAt(by.length)) ? text.slice(by.length) : text;
}

function isNobody(text: string): boolean {
  return /^(?:unknown|various|anonymous|tba|tbd|tbc|n\/?a|none|nobody|[-–—?.]+|to be (?:announced|defined|confirmed))\.?$/i.test(text);
}

/** Splits at commas, "and" and the like, but not inside brackets, and not before a company: "Ana Lima, ACME". */
function partsOf(text: string): string[] {
  const parts = outsideBrackets(text, /(?<!\s)\s*(?:[;,、，&+/・]|\s(?:and|und|et|y|e|och|og|i|en|with|と)\s)\s*/i);
  const people: string[] = [];
  for (const part of parts) {
    const before = people.at(-1);
    const belongs =
      before !== undefined && looksLikeName(withoutBracket(before)) && !looksLikeName(withoutBracket(part)) && !/^@|[\d_]/.test(part);
    if (belongs) people.splice(-1, 1, /[(]/.test(before) ? before.replace(/\)$/, `, ${part})`) : `${before} (${part})`);
    else people.push(part);
  }
  return people;
}

/** "Ana Lima (ACME)" gives "Ana Lima". */
export function withoutBracket(text: string): string {
  return text.replace(/(?<!\s)\s*[(（[][^()[\]（）]{1,120}[)）\]]\s*$/, '');
}

function isHandle(text: string): boolean {
  return /^@?[a-z0-9_]{2,30}$/.test(text);
}

function outsideBrackets(text: string, mark: RegExp): string[] {
  const held: string[] = [];
  const open = text.replace(/[(（[][^()（）[\]]{0,120}[)）\]]/g, (inside) => `\u0001${held.push(inside) - 1}\u0001`);
  return open.split(mark).map((part) => part.replace(/\u0001(\d+)\u0001/g, (_, at: string) => held[Number(at)] ?? ''));
}

function speakerOf(part: string): Speaker {
  const bracket = /^(.{2,80}?)\s*[(（[]([^()（）[\]]{1,120})[)）\]]\s*$/.exec(part);
  const [, before, inside] = bracket ?? [];
  if (before && inside && !isNickname(before, inside)) {
    return { name: trimName(before), ...(!isHandle(inside) && !/^@/.test(inside) && { affiliation: inside }) };
  }
  const [name = '', company] = before ? [part] : part.split(/(?<!\s)\s+(?:from|at|@|[-–—])\s+/);
  return { name: trimName(name), ...(company && { affiliation: company.trim() }) };
}

/** "Agustina Perez (Agus)": the bracket starts a word of the name itself. */
function isNickname(name: string, inside: string): boolean {
  return name.split(' ').some((word) => word.length > inside.length && word.slice(0, 3).toLowerCase() === inside.slice(0, 3).toLowerCase());
}

function trimName(text: string): string {
  return text.replace(/^[\s@•·*–—-]+|(?<![\s,:;–—-])[\s,:;–—-]+$/g, '');
}

const BY = /(?<!\s)\s+(?:by|von|par|por|av|af|di|door|przez|から)\s+/gi;

/**
 * Title and people of a line that holds both: "Title by Name", "Name: Title", "Title - Name", "Speaker | Title", "Title par Name",
 * "NameによるTitle". Undefined where neither side reads as a name.
 */
export function splitByline(text: string, _lang?: string): { title: string; speakers: Speaker[] } | undefined {
  const line = tidy(text.slice(0, MOST));
  const japanese = /^(.{2,20}?)(?:さん|氏)?による[「『]?(.{3,200}?)[」』]?$/.exec(line);
  if (japanese?.[1] && japanese[2]) return { title: japanese[2], speakers: readSpeakers(japanese[1]) };
  const by = [...line.matchAll(BY)].at(-1);
  if (by) {
    const found = people(line.slice(by.index + by[0].length), line.slice(0, by.index));
    if (found) return found;
  }
  for (const mark of [/(?<!\s)\s*\|\s*/, /(?<!\s)\s+[–—-]{1,2}\s+/, /(?<!\s)\s*:\s+/, /(?<!\s)\s+\/\s+/]) {
    const found = splitAt(line, mark);
    if (found) return found;
  }
  const bracket = /^(.{3,200}?)\s?[(（]([^()（）]{3,80})[)）]$/.exec(line);
  return bracket?.[1] && bracket[2] ? people(bracket[2], bracket[1]) : undefined;
}

function splitAt(line: string, mark: RegExp): { title: string; speakers: Speaker[] } | undefined {
  const parts = line.split(mark);
  if (parts.length < 2) return undefined;
  const joiner = mark.source.includes('|') ? ' | ' : mark.source.includes(':') ? ': ' : ' - ';
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  return people(last, parts.slice(0, -1).join(joiner)) ?? people(first, parts.slice(1).join(joiner));
}

/** The two halves as title and people, where the people all read as names and the title does not. */
function people(names: string, title: string): { title: string; speakers: Speaker[] } | undefined {
  const speakers = readSpeakers(names);
  const sure = speakers.length > 0 && speakers.every(({ name }) => looksLikeName(name));
  const bare = title
    .replace(
      /(?<![\s,–—-])[\s,–—-]+(?:an? |une? |ein |eine |uma? )?(?:talk|workshop|session|presentation|keynote|lecture|conférence|atelier|vortrag|charla|taller|palestra)$/i,
      '',
    )
    .replace(/(?<![\s,–—-])[\s,–—-]+$/, '')
    .replace(/^["“„«「](.*)["”“»」]$/, '$1');
  return sure && bare.length > 2 && !looksLikeName(bare) ? { title: bare, speakers } : undefined;
}

/** A title without the label before it: "Lightning Talk: X", "Conférence : X", "Talk #2 - X" give "X". */
export function withoutLabel(text: string): string {
  const line = tidy(text);
  const label = /^[^:：|–—]{2,40}?(?:\s?[:：|]\s?|\s[–—-]\s)(?=\S)/.exec(line)?.[0];
  return label && isLabel(label) ? line.slice(label.length) : line;
}

function isLabel(text: string): boolean {
  const words = fold(text)
    .replace(/(?<![\s:：|–—-])[\s:：|–—-]+$/, '')
    .split(' ')
    .filter((word) => !/^(?:[#n°º.]{0,3}\d{1,3}|n°|#)$/.test(word));
  const noun = words.pop()?.replace(/(?<![#\d])[#\d]+$/, '') ?? '';
  return noun.split('/').every((one) => LABEL_WORDS.has(one)) && words.every((word) => LABEL_ADJECTIVES.has(word) || LABEL_WORDS.has(word));
}
