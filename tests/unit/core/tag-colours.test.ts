import { expect, it } from 'vitest';
import { coloured, MOST_COLOURED, tagColoursIn } from '../../../core/tag-colours';

it.each([
  [undefined, []],
  ['red', []],
  [
    { ui: 'red', Café: 'blue', x: 'constructor', y: 1 },
    [
      ['ui', 'red'],
      ['cafe', 'blue'],
    ],
  ],
  [
    JSON.parse('{"__proto__": "red", "constructor": "grey"}'),
    [
      ['__proto__', 'red'],
      ['constructor', 'grey'],
    ],
  ],
  [{ ['x'.repeat(1000)]: 'red' }, []],
])('reads the colours in %j', (value, expected) => {
  expect([...tagColoursIn(value)]).toEqual(expected);
});

it('keeps no more than can be told apart', () => {
  const many = Object.fromEntries(Array.from({ length: MOST_COLOURED + 5 }, (_, place) => [`tag ${place}`, 'red']));
  expect(tagColoursIn(many).size).toBe(MOST_COLOURED);
});

it('gives a tag one colour, whatever its case, and the usual one back', () => {
  const blue = coloured(new Map(), 'Café', 'blue');
  const red = coloured(blue, 'cafe', 'red');
  expect([...red]).toEqual([['cafe', 'red']]);
  expect(coloured(red, 'CAFÉ', undefined).size).toBe(0);
});
