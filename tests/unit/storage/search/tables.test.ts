import { expect, test } from 'vitest';
import { both, countIn, eachMarked, either, others } from '../../../../storage/search/tables';

/** All tables of up to six talks, marked by numbers of both ends of a byte: with and without a whole word, and with what is left behind it. */
const TABLES = [0, 1, 2, 3, 4, 5, 6].flatMap((length) =>
  Array.from({ length: 2 ** length }, (_, bits) => Uint8Array.from({ length }, (_, doc) => ((bits >> doc) & 1) * (doc % 2 ? 1 : 128))),
);
const marks = (table: Uint8Array): boolean[] => [...table].map((mark) => mark !== 0);

test('talks are counted, visited in their order and turned round as byte by byte', () => {
  for (const table of TABLES) {
    const visited: number[] = [];
    eachMarked(table, (doc) => visited.push(doc));
    expect(visited).toEqual([...table.keys()].filter((doc) => table[doc] !== 0));
    expect(countIn(table)).toBe(visited.length);
    expect(marks(others(table))).toEqual(marks(table).map((mark) => !mark));
  }
});

test('two tables together are what their talks say one by one', () => {
  for (const one of TABLES.filter(({ length }) => length > 3)) {
    for (const other of TABLES.filter(({ length }) => length === one.length)) {
      const expected = marks(one).map((mark, doc): [boolean, boolean] => [mark, other[doc] !== 0]);
      expect(marks(both(one, other))).toEqual(expected.map(([a, b]) => a && b));
      expect(marks(either(one, other))).toEqual(expected.map(([a, b]) => a || b));
    }
  }
});

test('what is marked everywhere stays so beside itself, and nowhere beside nothing', () => {
  const all = new Uint8Array(9).fill(1);
  expect(countIn(all)).toBe(9);
  expect(countIn(both(all, all))).toBe(9);
  expect(countIn(both(all, new Uint8Array(9)))).toBe(0);
});
