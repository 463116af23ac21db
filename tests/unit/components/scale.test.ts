import { expect, it } from 'vitest';
import { labelled, ticks } from '../../../components/statistics/scale';

it.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [7, [0, 2, 4, 6, 8]],
  [42, [0, 20, 40, 60]],
  [100_000, [0, 50_000, 100_000]],
])('the lines for up to %i', (most, expected) => {
  expect(ticks(most)).toEqual(expected);
});

it('labels no more than there is room for, and always the last', () => {
  const shown = Array.from({ length: 36 }, (_, place) => place).filter(labelled(36, 12));
  expect(shown).toHaveLength(12);
  expect(shown.at(-1)).toBe(35);
});
