import { Lexicon } from '../lexicon';
import { WORDS } from '../vocabulary';

/** What a table's columns are for. */
export interface Cell {
  column: number;
  /** Text of the column's heading, empty where the table has none. */
  heading: string;
  /** `records`: a row a talk, each column a field. `grid`: columns are rooms or tracks. `plain`: no headings. */
  layout: 'records' | 'grid' | 'plain';
}

export type Field = 'title' | 'speaker' | 'date' | 'time' | 'room';

const FIELDS: readonly [Field, Lexicon][] = [
  [
    'title',
    new Lexicon(WORDS.title, WORDS.talk, 'titles,talk titles,name,names,talk name,talks,topics,sessions,presentation,presentations'),
  ],
  ['speaker', new Lexicon(WORDS.speaker, WORDS.author, 'who,speaker s')],
  ['date', new Lexicon(WORDS.date)],
  ['time', new Lexicon(WORDS.time, WORDS.start)],
  ['room', new Lexicon(WORDS.room, WORDS.location, 'track')],
];

/** The field a column's heading names. */
export function fieldOf(heading: string): Field | undefined {
  return heading.length > 40 ? undefined : FIELDS.find(([, words]) => words.is(heading))?.[0];
}

const MOST_ROWS = 3000;
const MOST_COLUMNS = 60;

/** Every cell of a table with its column, spans counted. */
export function cellsOf(table: Element): Map<Element, Cell> {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table).slice(0, MOST_ROWS);
  const placed = placeCells(rows);
  const headings = headingsOf(rows, placed);
  const layout = layoutOf(headings);
  return new Map([...placed].map(([cell, column]) => [cell, { column, heading: headings[column] ?? '', layout }]));
}

function placeCells(rows: Element[]): Map<Element, number> {
  const placed = new Map<Element, number>();
  const taken: number[] = [];
  for (const row of rows) {
    let column = 0;
    for (const cell of [...row.children].filter(isCell)) {
      while ((taken[column] ?? 0) > 0) column += 1;
      placed.set(cell, column);
      const [wide, high] = [span(cell, 'colspan'), span(cell, 'rowspan')];
      for (let at = column; at < Math.min(column + wide, MOST_COLUMNS); at += 1) taken[at] = high;
      column += wide;
    }
    for (const at of taken.keys()) taken[at] = Math.max(0, (taken[at] ?? 0) - 1);
  }
  return placed;
}

function isCell(element: Element): boolean {
  return element.tagName === 'TD' || element.tagName === 'TH';
}

function span(cell: Element, name: string): number {
  const value = Number(cell.getAttribute(name) ?? 1);
  return value >= 1 && value <= 1000 ? Math.floor(value) : 1;
}

/** The first row where every cell is a heading, or stands in the table's head. */
function headingsOf(rows: Element[], placed: Map<Element, number>): string[] {
  const head = rows.slice(0, 3).find((row) => {
    const cells = [...row.children].filter(isCell);
    return cells.length > 1 && (row.parentElement?.tagName === 'THEAD' || cells.every((cell) => cell.tagName === 'TH') || hasFields(cells));
  });
  const headings: string[] = [];
  for (const cell of head?.children ?? []) {
    const from = placed.get(cell);
    if (from === undefined) continue;
    const text = cell.textContent.replace(/\s+/g, ' ').trim();
    for (let at = from; at < Math.min(from + span(cell, 'colspan'), MOST_COLUMNS); at += 1) headings[at] = text;
  }
  return headings;
}

function hasFields(cells: Element[]): boolean {
  return cells.filter((cell) => fieldOf(cell.textContent.trim()) !== undefined).length >= 2;
}

function layoutOf(headings: string[]): Cell['layout'] {
  const said = headings.filter((heading) => heading);
  if (said.length === 0) return 'plain';
  const fields = said.map(fieldOf);
  if (fields.includes('title') || fields.includes('speaker')) return 'records';
  return said.length - fields.filter((field) => field !== undefined).length >= 2 ? 'grid' : 'plain';
}
