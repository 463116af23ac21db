import { addressOf } from '../core/address';
import type { Talk, TalkKind } from '../core/talk';
import type { About, Talks, WriteOptions } from './format';
import { dateParts } from './output/when';
import { oneLine } from './text/escape';

export default { label: 'RIS', extension: 'ris', mime: 'application/x-research-info-systems', ways: 'out' } satisfies About;

const TYPES: Partial<Record<TalkKind, string>> = { episode: 'SOUND', link: 'ELEC' };

/** RIS as EndNote, Zotero and Mendeley read it: a tag a line, a record from TY to ER. */
export async function* write(talks: Talks, _options: WriteOptions): AsyncIterable<string> {
  for await (const talk of talks) {
    const lines = fieldsOf(talk)
      .filter(([, value]) => value)
      .map(([tag, value = '']) => `${tag}  - ${oneLine(value)}\r\n`);
    yield `TY  - ${TYPES[talk.kind] ?? 'CONF'}\r\n${lines.join('')}ER  - \r\n\r\n`;
  }
}

function fieldsOf(talk: Talk): [string, string | undefined][] {
  const [year, month, day] = dateParts(talk).map((part) => String(part).padStart(2, '0'));
  return [
    ['ID', talk.id],
    ['TI', talk.title],
    ...talk.speakers.map(({ name }): [string, string] => ['AU', name]),
    ['T2', talk.event?.name],
    ['PY', year],
    ['DA', year && `${[year, month ?? '', day ?? ''].join('/')}/`],
    ['CY', talk.location],
    ['UR', addressOf(talk)],
    ['LA', talk.language],
    ...talk.tags.map((tag): [string, string] => ['KW', tag]),
    ['AB', talk.abstract],
    ['N1', talk.note],
  ];
}
