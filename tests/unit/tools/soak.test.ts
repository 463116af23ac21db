/** What the soak calls flat: a leak in any of what it looks at is told, the ups and downs of a browser are not. */
import { expect, it } from 'vitest';
import { compared } from '../../bench/soak/soak.mjs';

const SAMPLE = { workerMB: 4, libraryMB: 8, nodes: 1400, listeners: 160, targets: 2, alarms: 1, onTabs: 3, kBPerTalk: 3 };
const GROWN = { workerMB: 8, libraryMB: 14, nodes: 2400, listeners: 260, targets: 4, alarms: 3, onTabs: 9, kBPerTalk: 9 };
const steady = Array.from({ length: 12 }, (_, at) => ({ ...SAMPLE, workerMB: 4 + (at % 2) * 0.5 }));

it('is content with what goes up and down', () => {
  expect(compared(steady).grown).toEqual([]);
});

it.each(Object.keys(SAMPLE) as (keyof typeof SAMPLE)[])('tells of a leak of %s', (what) => {
  const growing = steady.map((each, at) => ({ ...each, [what]: SAMPLE[what] + ((GROWN[what] - SAMPLE[what]) * at) / 11 }));
  expect(compared(growing).grown).toEqual([what]);
});
