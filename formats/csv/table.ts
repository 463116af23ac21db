import type { Imported, ReadOptions } from '../format';
import { admit, type Raw } from '../input/admit';
import { layoutOf } from './layouts';
import { rowsOf } from './rows';

/** Talks from a table with a heading: the program that wrote it is told from the heading's names. */
export async function* readTable(text: AsyncIterable<string>, options: ReadOptions): AsyncIterable<Imported> {
  let toRaw: ((cells: string[]) => Raw) | undefined;
  for await (const row of rowsOf(text)) {
    if ('refused' in row) yield row;
    else if (toRaw) yield admit(toRaw(row.cells), 'csv', options, row.line);
    else {
      toRaw = layoutOf(row.cells);
      if (!toRaw) {
        yield { refused: 'unknown', line: row.line, detail: 'no columns for title and address', fatal: true };
        return;
      }
    }
  }
  if (!toRaw) yield { refused: 'empty', fatal: true };
}
