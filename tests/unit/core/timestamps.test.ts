import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timestampsIn, timestampText, withTimestamp } from '../../../core/timestamps';

describe('time stamps in a note', () => {
  it.each([
    ['12:34 the graph', [[754, 'the graph']]],
    ['[1:02:03] – the end', [[3723, 'the end']]],
    ['see (2:05) for why', [[125, 'see for why']]],
    [
      '0:00\n\n1:30 next',
      [
        [0, ''],
        [90, 'next'],
      ],
    ],
    ['no time here', []],
    ['2026-03-14 and 192.168.12:34', []],
    ['starts 10:30 am', []],
    ['99:99', []],
    ['1:2:3', []],
  ] as const)('%j', (note, expected) => {
    expect(timestampsIn(note).map(({ seconds, text }) => [seconds, text])).toEqual(expected);
  });

  it('are found again as they were written, for any moment below 100 hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 359_999 }), fc.constantFrom('', 'before', 'before\n'), (seconds, note) => {
        const found = timestampsIn(withTimestamp(note, seconds));
        expect(found).toEqual([{ seconds, shown: timestampText(seconds), text: '' }]);
      }),
    );
  });

  it('are looked for in linear time', () => {
    const start = performance.now();
    timestampsIn('1:'.repeat(10_000));
    timestampsIn(`${' '.repeat(20_000)}1:00${' -'.repeat(10_000)}x`);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
