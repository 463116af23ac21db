import type { Line } from '../lines';
import { looksLikeName, readSpeakers } from '../names';
import { textOf } from '../page';
import { candidateOf, leadingClock, materialIn, type Candidate } from './candidate';
import { NAME } from './name';
import { isLogistics, isProgramme, isSection } from './words';

/** What leads a list of talks: a line or heading that says so. */
const LEADS =
  /(?:\b(?:au programme|programme|program|agenda|line-?up|talks|présentations|conférences|palestras|charlas|ponencias|vorträge|prelekcj\w+|prezentacj\w+|föredrag)|タイムテーブル|発表|セッション|议题|доклад\w*)\b[^.!?]{0,60}[:：]?\s*$/iu;
/** "Ana Lima (ACME) will present X": the talk in a sentence. */
const PRESENTS = new RegExp(
  String.raw`^(${NAME})(?:\s?\([^()]{1,60}\))?(?:\s(?:from|de|chez|von|di|da|z)\s\S.{1,40}?)?,?\s(?:nous\s)?(?:présentera|présente|parlera de|a présenté|presented|presents?|will present|will (?:talk|speak) about|talks about|spricht über|präsentiert|stellt|hablará de|presentará|apresentará|falará sobre|opowie o|przedstawi)(?:\s(?:un retour (?:d'expérience )?sur|about|on|sur|à propos de))?\s(.{2,200})$`,
  'u',
);
/** What was talked about is no list of talks. */
const PAST = /parlé|partagé|discuté|discussed|abordé|besprochen|hablamos/iu;
const FROM = /^an?\s(?:[\w-]+\s){0,3}?talk\s(?:from|by)\s(.{3,60}?)\s?[:–-]\s?(.{3,250})$/iu;

/** Talks in lists: bullets below a line such as "Au programme :", or bullets that each name a speaker. */
export function talksInLists(lines: readonly Line[]): Candidate[] {
  const talks: Candidate[] = [];
  for (const group of listsIn(lines)) {
    const found = group.items.map((item) => talkOf(item, group.leads)).filter((talk) => talk !== undefined);
    const told = found.filter(({ speakers }) => speakers.length > 0).length;
    if (group.leads || (told > 0 && told * 2 >= group.items.length)) talks.push(...found);
  }
  return talks;
}

/** Lists with what leads them; sub-lists belong to their item. */
function listsIn(lines: readonly Line[]): { leads: boolean; items: Line[] }[] {
  const groups: { leads: boolean; items: Line[] }[] = [];
  let before = '';
  let heading = '';
  let open: { leads: boolean; items: Line[] } | undefined;
  for (const line of lines) {
    if (line.level > 0 && line.level < 7) heading = line.text;
    const isItem = line.depth > 0 || /^[•▪►●○]\s/.test(line.text);
    if (!isItem) {
      open = undefined;
      before = line.text;
    } else if (isSection(heading) && !isProgramme(heading)) continue;
    else if (!open) groups.push((open = { leads: LEADS.test(before) && !PAST.test(before), items: [line] }));
    else if (line.depth <= (open.items[0]?.depth ?? 0) && open.items.at(-1)?.block !== line.block) open.items.push(line);
  }
  return groups;
}

function talkOf(line: Line, leads: boolean): Candidate | undefined {
  const text = line.text.replace(/^[•▪►●○]\s*/, '');
  if (leadingClock(text).clock) return undefined;
  const said = inSentence(text, line) ?? boldAndNames(text, line);
  if (said) return said;
  const bold = leadIn(line.block, text);
  const talk = isLogistics(text) ? undefined : candidateOf(bold ?? text);
  const isTold = talk !== undefined && (talk.speakers.length > 0 || (leads && (bold !== undefined || text.length <= 160)));
  return isTold ? { ...talk, links: materialIn([line]) } : undefined;
}

function inSentence(text: string, line: Line): Candidate | undefined {
  const [, from = '', title = ''] = FROM.exec(text) ?? [];
  if (looksLikeName(from)) return made(title, from, line);
  const [, name = '', what = ''] = PRESENTS.exec(text) ?? [];
  return looksLikeName(name) ? made(linked(line, what) ?? what.replace(/\s?[(,.;:][^]*/u, ''), name, line) : undefined;
}

/** "**Title** Name": a title in bold and nothing but people behind it. */
function boldAndNames(text: string, line: Line): Candidate | undefined {
  const bold = textOf(line.block.querySelector('strong, b'));
  const speakers = bold.length > 5 && text.startsWith(`${bold} `) ? readSpeakers(text.slice(bold.length)) : [];
  const talk = speakers.length > 0 && speakers.every(({ name }) => looksLikeName(name)) ? candidateOf(bold) : undefined;
  return talk && { ...talk, speakers, links: materialIn([line]) };
}

function made(title: string, name: string, line: Line): Candidate | undefined {
  const talk = candidateOf(title);
  return talk && { ...talk, speakers: [{ name }], links: materialIn([line]) };
}

/** The link that the object of the sentence begins with is its name. */
function linked({ links }: Line, what: string): string | undefined {
  return links.find(({ text }) => text !== '' && what.startsWith(text))?.text;
}

/** Bold words that an item begins with, where a description follows: "**Pelican** : À contre-courant ...". */
function leadIn(block: Element, text: string): string | undefined {
  const bold = textOf(block.querySelector('strong, b'));
  return bold.length > 2 && text.startsWith(bold) && /^\s*[:–—-]/u.test(text.slice(bold.length)) && !looksLikeName(bold) ? bold : undefined;
}
