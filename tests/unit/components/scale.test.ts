import { expect, it } from 'vitest';
import { labelStep, ticks } from '../../../components/statistics/scale';

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

it.each([
  [3, 12, 1],
  [12, 12, 1],
  [13, 12, 2],
  [36, 12, 3],
])('of %i labels with room for %i writes each %i.', (total, room, step) => {
  expect(labelStep(total, room)).toBe(step);
});
