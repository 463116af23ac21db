import { expect, it } from 'vitest';
import { inTurns } from '../../../core/turns';

/** Keeps the thread busy. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

it('long work on items lets others have their turn, and gives every item in order', async () => {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  const seen: number[] = [];
  for await (const item of inTurns(Array.from({ length: 100 }, (_none, place) => place))) {
    work(2);
    seen.push(item);
  }
  clearInterval(timer);
  expect(seen).toEqual(Array.from({ length: 100 }, (_none, place) => place));
  expect(turns).toBeGreaterThan(5);
});
