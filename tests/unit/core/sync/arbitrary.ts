import fc from 'fast-check';
import { stampOf } from '../../../../core/clock';
import { stateOf, talkOf, type MarkedTalk, type TalkState } from '../../../../core/sync/state';
import { buried, changed, unburied } from '../../../../core/sync/marking';
import { joined } from '../../../../core/sync/join';
import { isAlive } from '../../../../core/sync/life';
import { keysOf } from '../../../../core/identity';
import type { Talk } from '../../../../core/talk';
import { draftOf } from '../../drafts';

/** How often a property is tried: CI takes the number the issue asks for. */
export const RUNS = { numRuns: process.env.CI ? 1000 : 200 };

const YEARS = 10 * 365 * 86_400_000;

/** A talk as it is first saved by a device. */
export function savedBy(node: string, id = 'b0000000', time = Date.UTC(2026, 0)): MarkedTalk {
  const draft = draftOf();
  const owner = { tags: ['Go', 'web'], note: '', status: 'to watch' as const, corrected: [], savedAt: '2026-01-01T00:00:00.000Z' };
  return { ...draft, ...owner, id, keys: keysOf(draft), stamp: stampOf({ time, counter: 0, node }), stamps: {} };
}

/** One thing a device does with its copy of a talk; `from` is whose copy it takes in. */
export type Step =
  | { do: 'edit'; who: number; edit: Partial<Talk> & { rating?: number } }
  | { do: 'bury' | 'unbury'; who: number }
  | { do: 'join'; who: number; from: number };

const tag = fc.constantFrom('Go', 'go', 'web', 'rust', '__proto__', 'c++');
const edit = fc.oneof(
  fc.record({ note: fc.constantFrom('', 'one', 'two') }),
  fc.record({ tags: fc.uniqueArray(tag, { maxLength: 4, selector: (text) => text.toLowerCase() }) }),
  fc.record({ location: fc.constantFrom(undefined, 'Hall 3') }),
  fc.record({ status: fc.constantFrom('watched' as const, 'dropped' as const) }),
  fc.record({ rating: fc.integer({ min: 1, max: 5 }) }),
);
const who = fc.integer({ min: 0, max: 2 });

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('edit' as const), who, edit }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('bury' as const, 'unbury' as const), who }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('join' as const), who, from: who }) },
  ),
  { maxLength: 25 },
);

/** The clocks of three devices, years apart. */
export const skews = fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: -YEARS, max: YEARS })));

/** Plays the steps on three devices. The first two saved the page on their own under two ids, the third took over the first's. */
export function play(all: readonly Step[], skew: readonly number[]): MarkedTalk[] {
  const copies = [savedBy('aaaaaaaa', 'a0000000'), savedBy('bbbbbbbb', 'b0000000'), savedBy('aaaaaaaa', 'a0000000')];
  all.forEach((step, i) => {
    const copy = copies[step.who]!;
    const node = `${step.who}`.repeat(8);
    const stamp = stampOf({ time: Date.UTC(2026, 1) + skew[step.who]! + i * 1000, counter: 0, node });
    copies[step.who] = after(copy, step, stamp, step.do === 'join' ? copies[step.from]! : copy);
  });
  return copies;
}

function after(copy: MarkedTalk, step: Step, stamp: string, other: MarkedTalk): MarkedTalk {
  if (step.do === 'join') return talkOf(joined(stateOf(copy), stateOf(other)));
  const alive = isAlive(stateOf(copy));
  if (step.do === 'edit') return alive ? changed(copy, { ...copy, ...step.edit }, stamp) : copy;
  if (step.do === 'bury') return alive ? buried(copy, '2026-03-01T00:00:00.000Z') : copy;
  return alive ? copy : unburied(copy, copy, stamp);
}

/** A state as plain data, to be compared. */
export function plain(state: TalkState): unknown {
  return JSON.parse(JSON.stringify(sorted(talkOf(state))));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}
