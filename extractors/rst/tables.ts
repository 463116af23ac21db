/** Grid tables (`+---+`) and simple tables (`=== ===`) of reStructuredText -> rows of cell texts. */

export interface Table {
  rows: string[][];
  /** Number of lines the table takes. */
  length: number;
}

const MOST_ROWS = 2000;
const MOST_COLUMNS = 50;

/** The table that begins at a line, or undefined. */
export function tableAt(lines: readonly string[], at: number): Table | undefined {
  const line = lines[at]?.trimEnd() ?? '';
  if (/^\+(?:[-=]{1,300}\+){1,50}$/.test(line)) return gridAt(lines, at);
  return /^={2,300}(?: {1,20}={2,300}){1,50}$/.test(line) ? simpleAt(lines, at) : undefined;
}

/** Cells are cut where the first border has its corners; a cell that spans columns keeps its text in the first. */
function gridAt(lines: readonly string[], at: number): Table {
  const corners = [...(lines[at] ?? '').matchAll(/\+/g)].map(({ index }) => index).slice(0, MOST_COLUMNS);
  const rows: string[][] = [];
  let cells: string[] = [];
  let end = at + 1;
  for (; end < lines.length && /^[+|]/.test(lines[end] ?? '') && rows.length < MOST_ROWS; end += 1) {
    const line = lines[end] ?? '';
    if (/^\+[-=+]+$/.test(line.trimEnd())) {
      if (cells.length > 0) rows.push(cells);
      cells = [];
    } else cells = corners.slice(0, -1).map((corner, index) => joined(cells[index], cellIn(line, corner + 1, corners[index + 1])));
  }
  return { rows, length: end - at };
}

function cellIn(line: string, from: number, to: number | undefined): string {
  return line.slice(from, to).replace(/\|/g, ' ').trim();
}

function joined(before: string | undefined, text: string): string {
  return before ? `${before}\n${text}`.trimEnd() : text;
}

/** A line with an empty first column goes on with the row before it. */
function simpleAt(lines: readonly string[], at: number): Table | undefined {
  const border = lines[at] ?? '';
  const starts = [...border.matchAll(/=+/g)].map(({ index }) => index);
  const rows: string[][] = [];
  let borders = 1;
  let end = at + 1;
  for (; end < lines.length && rows.length < MOST_ROWS; end += 1) {
    const line = lines[end] ?? '';
    if (/^=+(?: +=+)*\s*$/.test(line)) {
      borders += 1;
      const next = lines[end + 1]?.trim() ?? '';
      if (borders >= 3 || next === '') break;
    } else if (line.trim() && !/^-+(?: +-+)*\s*$/.test(line)) addRow(rows, starts, line);
  }
  return borders >= 2 ? { rows, length: end + 1 - at } : undefined;
}

function addRow(rows: string[][], starts: number[], line: string): void {
  const cells = starts.map((start, index) => line.slice(start, starts[index + 1]).trim());
  const last = rows.at(-1);
  if (cells[0] || !last) rows.push(cells);
  else cells.forEach((cell, index) => cell && (last[index] = joined(last[index], cell)));
}
