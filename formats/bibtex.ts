import { addressOf } from '../core/address';
import { fold } from '../core/fold';
import type { Talk } from '../core/talk';
import type { About, Talks, WriteOptions } from './format';
import { dateParts } from './output/when';
import { bibtexText } from './text/escape';

export default { label: 'BibTeX', extension: 'bib', mime: 'application/x-bibtex', ways: 'out' } satisfies About;

/** An entry a talk (BibTeX and biblatex), UTF-8: in proceedings where there is an event, else miscellaneous. */
export async function* write(talks: Talks, _options: WriteOptions): AsyncIterable<string> {
  const keys = new Map<string, number>();
  for await (const talk of talks) {
    const key = keyOf(talk);
    const count = (keys.get(key) ?? 0) + 1;
    keys.set(key, count);
    yield entryOf(talk, count === 1 ? key : `${key}-${count}`);
  }
}

/** Last name, year and first long word in ASCII, as people write keys: `lima2026queues`. */
function keyOf(talk: Talk): string {
  const name = ascii(talk.speakers[0]?.name ?? talk.event?.name ?? '').at(-1) ?? 'talk';
  const word = ascii(talk.title).find((candidate) => candidate.length > 3) ?? '';
  return `${name}${dateParts(talk)[0] ?? ''}${word}`;
}

function ascii(text: string): string[] {
  return fold(text)
    .slice(0, 200)
    .split(/[^a-z\d]+/)
    .filter(Boolean);
}

function entryOf(talk: Talk, key: string): string {
  const [year, month, day] = dateParts(talk);
  const event = talk.event?.name;
  const fields: [string, string | undefined][] = [
    ['title', `{${bibtexText(talk.title)}}`],
    ['author', talk.speakers.map(({ name }) => authorOf(name)).join(' and ')],
    ['booktitle', event && `{${bibtexText(event)}}`],
    ['year', year === undefined ? undefined : String(year)],
    ['month', month === undefined ? undefined : String(month)],
    ['day', day === undefined ? undefined : String(day)],
    ['address', talk.location && bibtexText(talk.location)],
    ['url', addressOf(talk)?.replace(/[{}\\$]/g, encodeURIComponent)],
    ['language', talk.language],
    ['keywords', talk.tags.map((tag) => bibtexText(tag.replaceAll(',', ' '))).join(', ')],
    ['abstract', talk.abstract && bibtexText(talk.abstract)],
    ['note', talk.note && bibtexText(talk.note)],
  ];
  const lines = fields.filter(([, value]) => value).map(([name, value = '']) => `  ${name} = {${value}},\n`);
  return `@${event ? 'inproceedings' : 'misc'}{${key},\n${lines.join('')}}\n\n`;
}

/** "First Last" is read as a name in parts; what would be taken apart wrongly is kept whole by braces. */
function authorOf(name: string): string {
  const text = bibtexText(name);
  return /,|\sand\s|^and\s|\sand$|[{}\\]/i.test(name) ? `{${text}}` : text;
}
