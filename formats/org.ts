import { addressOf } from '../core/address';
import { safeUrl } from '../core/url';
import type { Status, Talk } from '../core/talk';
import type { About, Talks, Words, WriteOptions } from './format';
import { grouped } from './output/grouping';
import { ENGLISH } from './output/words';
import { oneLine, orgText } from './text/escape';

export default { label: 'Org', extension: 'org', mime: 'text/org', ways: 'out' } satisfies About;

const STATES: Record<Status, string> = { 'to watch': 'TODO', watching: 'STARTED', watched: 'DONE', dropped: 'CANCELLED' };

/** An Org outline: a heading for each one of the grouping, below it a task a talk with its properties. */
export async function* write(talks: Talks, options: WriteOptions): AsyncIterable<string | Uint8Array> {
  const { title = 'Reading list', words = ENGLISH } = options;
  yield `#+TITLE: ${orgText(title)}\n#+TODO: TODO STARTED | DONE CANCELLED\n`;
  for (const { name, talks: items } of await grouped(talks, options, (talk) => taskOf(talk, words))) {
    yield `\n* ${orgText(name)}\n`;
    yield* items;
  }
}

function taskOf(talk: Talk, words: Words): string {
  const address = addressOf(talk);
  const tags = talk.tags.map((tag) => tag.replace(/[^\p{L}\p{N}_@#%]+/gu, '_')).join(':');
  const properties = propertiesOf(talk)
    .map(([name, value]) => `:${name}: ${oneLine(value)}\n`)
    .join('');
  const links = talk.links
    .flatMap(({ url, kind, label }) => (safeUrl(url) ? [`- ${orgLink(url, label || words.link[kind])}\n`] : []))
    .join('');
  return `** ${STATES[talk.status]} ${address ? orgLink(address, talk.title) : orgText(talk.title)}${tags ? ` :${tags}:` : ''}
:PROPERTIES:
${properties}:END:
${links}${verbatim(talk.note)}${verbatim(talk.abstract ?? '')}`;
}

function propertiesOf(talk: Talk): [string, string][] {
  const fields: [string, string | undefined][] = [
    ['SPEAKERS', talk.speakers.map(({ name }) => name).join('; ')],
    ['EVENT', talk.event?.name],
    ['STARTS', talk.starts],
    ['LOCATION', talk.location],
    ['LANGUAGE', talk.language],
    ['SAVED', talk.savedAt],
  ];
  return fields.filter((field): field is [string, string] => Boolean(field[1]));
}

/** Brackets cannot stand in a link, so that those of a title become round, and those of an address are encoded. */
function orgLink(url: string, text: string): string {
  const shown = orgText(text).replaceAll('[', '(').replaceAll(']', ')');
  return `[[${url.replace(/[[\]\\\s]/g, encodeURIComponent)}][${shown}]]`;
}

/** Text that Org shows as it is: a colon and a blank before each line. */
function verbatim(text: string): string {
  const lines = text.trim().split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
  return text.trim() ? `\n${lines.map((line) => `: ${oneLine(line)}\n`).join('')}` : '';
}
