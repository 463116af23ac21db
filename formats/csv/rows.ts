import Papa from 'papaparse';
import type { Refusal } from '../input/refusal';

export interface Row {
  cells: string[];
  /** The line of the file that the row starts on. */
  line: number;
}

/** How much text is parsed at once; no row may be longer. */
const BATCH = 500_000;
const MOST_CELLS = 200;
export const MOST_ROWS = 200_000;

/** The rows of a table, parsed in batches that end at the end of a row, so that neither file nor rows are ever in memory as a whole. */
export async function* rowsOf(text: AsyncIterable<string>): AsyncIterable<Row | Refusal> {
  const table = new Table();
  let pending = '';
  for await (const chunk of text) {
    pending += chunk;
    if (pending.length < BATCH) continue;
    const end = endOfRows(pending);
    if (end === 0 && pending.length > 4 * BATCH) {
      yield { refused: 'malformed', line: table.line, detail: 'a row without end: is a quotation mark missing?', fatal: true };
      return;
    }
    yield* table.parse(pending.slice(0, end));
    pending = pending.slice(end);
    if (table.isFull) break;
  }
  if (!table.isFull) yield* table.parse(pending);
  if (table.isFull) yield { refused: 'too many', line: table.line, fatal: true };
}

interface Layout {
  delimiter: string;
  newline: '\r' | '\n' | '\r\n';
}

/** As the heading shows it: names of columns hold no mark that could part them. */
function layoutOf(text: string): Layout {
  const [heading = '', newline = '\n'] = /^([^\r\n]*)(\r\n|\r|\n)?/.exec(text)?.slice(1) ?? [];
  const counted = [',', ';', '\t'].map((mark) => ({ mark, count: heading.split(mark).length }));
  const [most] = counted.sort((one, other) => other.count - one.count);
  return { delimiter: most?.mark ?? ',', newline: newline as Layout['newline'] };
}

class Table {
  line = 1;
  private rows = 0;
  private layout: Layout | undefined;

  get isFull(): boolean {
    return this.rows >= MOST_ROWS;
  }

  *parse(text: string): Generator<Row> {
    if (!text) return;
    this.layout ??= layoutOf(text);
    const { data } = Papa.parse<string[]>(text, this.layout);
    for (const [index, cells] of data.entries()) {
      // A batch ends with the end of a row, after which the parser sees one more, empty row.
      if (index === data.length - 1 && cells.length === 1 && cells[0] === '') return;
      if (this.isFull) return;
      this.rows += 1;
      if (cells.length > 1 || cells[0]?.trim()) yield { cells: cells.slice(0, MOST_CELLS), line: this.line };
      this.line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    }
  }
}

/** Behind the last line end that no quotation mark is open at. */
function endOfRows(text: string): number {
  let quoted = false;
  let end = 0;
  const marks = /["\n]/g;
  for (let found = marks.exec(text); found; found = marks.exec(text)) {
    if (found[0] === '"') quoted = !quoted;
    else if (!quoted) end = found.index + 1;
  }
  return end;
}
