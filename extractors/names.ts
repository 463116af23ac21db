import type { Speaker } from '../core/talk';
import { tidy } from './page';

/** Words that may stand in lower case inside a name. */
const PARTICLES =
  /^(?:van|von|vom|zu|zum|der|den|de|del|della|di|da|das|do|dos|du|des|la|le|el|al|bin|ibn|ben|ter|ten|y|e|af|av|of|the|d)$/i;
/** Words that no person's name has, but titles, companies and labels do. */
const NOT_NAMES =
  /(?:^|\s)(?:the|and|with|for|in|on|at|to|from|how|why|what|your|our|my|is|are|we|it|you|this|that|using|introduction|talks?|workshop|keynote|session|conference|meetup|schedule|speakers?|sponsors?|home|about|contact|location|venue|community|software|systems|university|inc|gmbh|ltd|llc|team|group|foundation|python|ruby|rust|java|javascript|php|web|data|code|day|part|tba|tbd|unknown|various|welcome|lunch|break|halls?|rooms?|ballroom|auditorium|theat(?:er|re)|salon|saal|raum|salle|aula|stage|building|floor|cent(?:er|re)|campus|hotel|track|series|seminars?|summit|camp|professor|director|engineer|manager|lead|founder|ceo|cto|developer|scientist|researcher|lecturer|student|consultant|architect|analyst|officer|senior|chief|associate|assistant|registration|pause|und|oder|mit|für|ein|eine|les|une|avec|pour|los|las|con|para|com|uma|um)(?=$|\s|[.,:!?])/iu;
const TITLED = /^(?:(?:prof|dr|dipl|ing|mr|mrs|ms|sir|phd|m\.?sc)\b\.?[\s-]?)+/iu;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const MOST = 600;

/** Whether a text can be a person's name: not a title, a company or a sentence. One word alone is not enough to tell. */
export function looksLikeName(text: string): boolean {
  const name = tidy(text).replace(TITLED, '');
  if (name.length < 2 || name.length > 50 || /[\d!?:;<>{}[\]/\\=+*#|…。、「」]|https?|\.\w{2,4}$/u.test(name)) return false;
  if (CJK.test(name))
    return /^(?:[\p{L}ー]{2,5}|[\p{L}ー]{1,8}[・·\s][\p{L}ー・·\s]{1,10})$/u.test(name) && !/.[のをはがにでとへも]/u.test(name);
  if (NOT_NAMES.test(name) || /^\p{Lu}\p{Ll}{3,}ing\s/u.test(name)) return false;
  const words = name
    .replace(/[“"'‘(][\w .-]{1,20}[”"'’)]/gu, ' ')
    .split(' ')
    .filter(Boolean);
  return words.length >= 2 && words.length <= 6 && words.every((word) => isNameWord(word)) && words.some((word) => !PARTICLES.test(word));
}

function isNameWord(word: string): boolean {
  return PARTICLES.test(word) || /^(?:[dDlLO]['’])?\p{Lu}[\p{L}\p{M}'’‘.-]{0,24}$/u.test(word) || /^\p{Lu}\.?$/u.test(word);
}

/** The people in a text that names people: "Ana Lima (ACME), Bo Chen and C. Diaz" gives three. */
export function readSpeakers(text: string): Speaker[] {
  const flat = tidy(text.slice(0, MOST)).replace(
    /^(?:by|von|par|por|di|av|speakers?|presented by|with|mit|avec|con|com)\s*:?\s+(?=\p{Lu})/iu,
    '',
  );
  if (!flat || isNobody(flat)) return [];
  const seen = new Set<string>();
  return partsOf(flat)
    .map(speakerOf)
    .filter(({ name }) => name !== '' && !isNobody(name) && !seen.has(name) && seen.add(name));
}

function isNobody(text: string): boolean {
  return /^(?:unknown|various|anonymous|tba|tbd|tbc|n\/?a|none|nobody|[-–—?.]+|to be (?:announced|defined|confirmed))\.?$/i.test(text);
}

/** Splits at commas, "and" and the like, but not inside brackets, and not before a company: "Ana Lima, ACME". */
function partsOf(text: string): string[] {
  const parts = outsideBrackets(text, /\s*(?:[;,、，&+/・]|\s(?:and|und|et|y|e|och|og|i|en|with|と)\s)\s*/iu);
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
  return text.replace(/\s*[(（[][^()[\]（）]{1,120}[)）\]]\s*$/u, '');
}

function isHandle(text: string): boolean {
  return /^@?[a-z0-9_]{2,30}$/.test(text);
}

function outsideBrackets(text: string, mark: RegExp): string[] {
  const held: string[] = [];
  const open = text.replace(/[(（[][^()（）[\]]{0,120}[)）\]]/gu, (inside) => `\u0001${held.push(inside) - 1}\u0001`);
  return open.split(mark).map((part) => part.replace(/\u0001(\d+)\u0001/g, (_, at: string) => held[Number(at)] ?? ''));
}

function speakerOf(part: string): Speaker {
  const bracket = /^(.{2,80}?)\s*[(（[]([^()（）[\]]{1,120})[)）\]]\s*$/u.exec(part);
  const [, before, inside] = bracket ?? [];
  if (before && inside && !isNickname(before, inside)) {
    return { name: trimName(before), ...(!isHandle(inside) && !/^@/.test(inside) && { affiliation: inside }) };
  }
  const [name = '', company] = before ? [part] : part.split(/\s+(?:from|at|@|[-–—])\s+/u);
  return { name: trimName(name), ...(company && { affiliation: company.trim() }) };
}

/** "Agustina Perez (Agus)": the bracket starts a word of the name itself. */
function isNickname(name: string, inside: string): boolean {
  return name.split(' ').some((word) => word.length > inside.length && word.slice(0, 3).toLowerCase() === inside.slice(0, 3).toLowerCase());
}

function trimName(text: string): string {
  return text.replace(/^[\s@•·*–—-]+|[\s,:;–—-]+$/gu, '');
}

const BY = /\s+(?:by|von|par|por|av|af|di|door|przez|から)\s+/giu;

/**
 * Title and people of a line that holds both: "Title by Name", "Name: Title", "Title - Name", "Speaker | Title", "Title par Name",
 * "NameによるTitle". Undefined where neither side reads as a name.
 */
export function splitByline(text: string, _lang?: string): { title: string; speakers: Speaker[] } | undefined {
  const line = tidy(text.slice(0, MOST));
  const japanese = /^(.{2,20}?)(?:さん|氏)?による[「『]?(.{3,200}?)[」』]?$/u.exec(line);
  if (japanese?.[1] && japanese[2]) return { title: japanese[2], speakers: readSpeakers(japanese[1]) };
  const by = [...line.matchAll(BY)].at(-1);
  if (by) {
    const found = people(line.slice(by.index + by[0].length), line.slice(0, by.index));
    if (found) return found;
  }
  for (const mark of [/\s*\|\s*/u, /\s+[–—-]{1,2}\s+/u, /\s*:\s+/u, /\s+\/\s+/u]) {
    const found = splitAt(line, mark);
    if (found) return found;
  }
  const bracket = /^(.{3,200}?)\s*[(（]([^()（）]{3,80})[)）]$/u.exec(line);
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
      /[\s,–—-]+(?:an? |une? |ein |eine |uma? )?(?:talk|workshop|session|presentation|keynote|lecture|conférence|atelier|vortrag|charla|taller|palestra)$/iu,
      '',
    )
    .replace(/[\s,–—-]+$/u, '')
    .replace(/^["“„«「](.*)["”“»」]$/u, '$1');
  return sure && bare.length > 2 && !looksLikeName(bare) ? { title: bare, speakers } : undefined;
}

const LABELS = String.raw`(?:lightning|short|long|invited|contributed|regular|sponsor(?:ed)?|opening|closing|main|half-day|full-day|\d{1,3}[ -]?min(?:ute)?s?)?\s?(?:talks?|keynotes?|lectures?|workshops?|tutorials?|presentations?|sessions?|panels?|posters?|title|topic|conférences?|présentations?|ateliers?|titre|sujet|vorträge|vortrag|thema|titel|charlas?|ponencias?|conferencias?|taller(?:es)?|título|tema|palestras?|oficinas?|tutoriais|titolo|sessione|föredrag|講演|発表|基調講演|演題|演讲|讲座)`;
const LABEL = new RegExp(`^${LABELS}\\s?(?:[#n°nº]{0,2}\\s?\\d{1,2})?\\s?(?:[:：|]|\\s[-–—]\\s|[-–—]\\s)\\s?(?=\\S)`, 'iu');

/** A title without the label before it: "Lightning Talk: X", "Conférence : X", "Talk #2 - X" give "X". */
export function withoutLabel(text: string): string {
  const line = tidy(text);
  return line.replace(LABEL, '') || line;
}
