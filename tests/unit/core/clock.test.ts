import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Clock, stampOf, tick } from '../../../core/clock';

describe('the clock', () => {
  it('never runs backwards, however the wall clock jumps', () => {
    const decade = 10 * 365 * 86_400_000;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -decade, max: decade })), (jumps) => {
        let wall = Date.UTC(2026, 0);
        let clock: Clock = { time: wall, counter: 0, node: '00c0ffee' };
        for (const jump of jumps) {
          const before = stampOf(clock);
          clock = tick(clock, (wall += jump));
          expect(stampOf(clock) > before).toBe(true);
        }
      }),
    );
  });

  it('moves on to the next millisecond when its counter is full', () => {
    expect(tick({ time: 5, counter: 0xffff, node: 'n' }, 5)).toEqual({ time: 6, counter: 0, node: 'n' });
  });
});
