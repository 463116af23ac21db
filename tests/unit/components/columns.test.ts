import { expect, it } from 'vitest';
import { columnsIn } from '../../../components/list/columns';

it.each([
  [undefined, []],
  ['date', []],
  [
    ['tags', 'speakers', 'constructor', 'tags', 1],
    ['speakers', 'tags'],
  ],
])('reads the columns in %j, in their order', (value, expected) => {
  expect(columnsIn(value)).toEqual(expected);
});
