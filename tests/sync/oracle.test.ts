/** The oracle of the fleet against the join, on a few lives of one page that a random fleet meets seldom. */
import { describe, expect, it } from 'vitest';
import { stampOf } from '../../core/clock';
import { joined } from '../../core/sync/join';
import { isAlive } from '../../core/sync/life';
import { buried, changed } from '../../core/sync/marking';
import { stateOf, talkOf, type MarkedTalk } from '../../core/sync/state';
import { savedBy } from '../unit/core/sync/arbitrary';
import { Oracle } from './fleet/oracle';

const at = (day: number, node: string) => stampOf({ time: Date.UTC(2026, 1, day), counter: 0, node });
const join = (...talks: MarkedTalk[]) => talkOf(talks.map(stateOf).reduce(joined));

/** One page, saved by two browsers: a tag is taken off the first, then the second is saved, then a note is written to the first. */
function twice() {
  const first = savedBy('11111111', 'a0000000');
  const untagged = changed(first, { ...first, tags: ['web'] }, at(1, '22222222'));
  const noted = changed(untagged, { ...untagged, note: 'last word' }, at(12, '22222222'));
  const second = savedBy('33333333', 'b0000000', Date.UTC(2026, 1, 9));
  const oracle = new Oracle();
  const page = first.source.url;
  oracle.saved(first, page, 'one');
  oracle.edited(first, untagged);
  oracle.edited(untagged, noted);
  oracle.saved(second, page, 'two');
  return { oracle, untagged, noted, second };
}

describe('what has to come of a page that two browsers saved', () => {
  it.each([
    { title: 'is gone where all of both was seen', sees: ['untagged', 'noted', 'second'], alive: false },
    { title: 'stays for the edit that was not seen', sees: ['untagged', 'second'], alive: true },
    { title: 'stays for the save that was not seen', sees: ['untagged', 'noted'], alive: true },
    { title: 'stays for the edits of a browser nothing was heard of', sees: ['second'], alive: true },
  ] as const)('$title', ({ sees, alive }) => {
    const { oracle, ...records } = twice();
    const seen = join(...sees.map((name) => records[name]));
    oracle.buried({ ...seen, id: seen.id });
    const gone = buried(seen, '2026-02-10T00:00:00.000Z');
    const all = join(gone, records.untagged, records.noted, records.second);
    expect(isAlive(stateOf(all))).toBe(alive);
    expect(oracle.expected(() => all.id).get(all.id)?.alive).toBe(alive);
  });
});
