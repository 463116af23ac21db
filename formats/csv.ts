import { cellOf, columnsOf, COLUMNS } from './csv/columns';
import type { About, Imported, ReadOptions, Talks, WriteOptions } from './format';

export default {
  label: 'CSV',
  extension: 'csv',
  mime: 'text/csv',
  ways: 'both',
  // A heading that names an address and a title: ours, Raindrop's, Pocket's, Instapaper's, Readwise's.
  recognises: (head) => {
    const heading = (/^\ufeff?([^\r\n]{1,1000})/.exec(head)?.[1] ?? '').toLowerCase();
    const names = heading.split(/[,;\t]/).map((name) => name.replaceAll('"', '').trim());
    return names.includes('url') && names.includes('title');
  },
} satisfies About;

/** One row a talk (RFC 4180, UTF-8 with the mark that Excel needs). No cell can start a formula. */
export async function* write(talks: Talks, _options: WriteOptions): AsyncIterable<string> {
  yield `\ufeff${COLUMNS.join(',')}\r\n`;
  for await (const talk of talks) yield `${columnsOf(talk).map(cellOf).join(',')}\r\n`;
}

/** Rows of our own table, or of another program's export, told apart by their headings. */
export async function* read(text: AsyncIterable<string>, options: ReadOptions): AsyncIterable<Imported> {
  const { readTable } = await import('./csv/table');
  yield* readTable(text, options);
}
