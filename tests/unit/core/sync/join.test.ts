import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joined } from '../../../../core/sync/join';
import { isAlive } from '../../../../core/sync/life';
import { buried, changed, unburied } from '../../../../core/sync/marking';
import { stateOf, talkOf, type MarkedTalk } from '../../../../core/sync/state';
import { stampOf } from '../../../../core/clock';
import { plain, play, RUNS, savedBy, skews, steps } from './arbitrary';

const at = (day: number, node: string) => stampOf({ time: Date.UTC(2026, 1, day), counter: 0, node });
const join = (...talks: MarkedTalk[]) => talkOf(talks.map(stateOf).reduce(joined));

describe('joining what devices know of a talk', () => {
  it('is commutative, associative and idempotent, whatever they did', () => {
    fc.assert(
      fc.property(steps, skews, (all, skew) => {
        const [a, b, c] = play(all, skew).map(stateOf) as [
          ReturnType<typeof stateOf>,
          ReturnType<typeof stateOf>,
          ReturnType<typeof stateOf>,
        ];
        expect(plain(joined(a, b))).toEqual(plain(joined(b, a)));
        expect(plain(joined(joined(a, b), c))).toEqual(plain(joined(a, joined(b, c))));
        expect(plain(joined(a, a))).toEqual(plain(a));
        expect(plain(joined(joined(a, b), b))).toEqual(plain(joined(a, b)));
      }),
      RUNS,
    );
  });

  it('says the same of a row that went through a file in between', () => {
    fc.assert(
      fc.property(steps, skews, (all, skew) => {
        for (const talk of play(all, skew)) {
          expect(plain(stateOf(talkOf(stateOf(talk))))).toEqual(plain(stateOf(talk)));
          expect(plain(stateOf(JSON.parse(JSON.stringify(talk)) as MarkedTalk))).toEqual(plain(stateOf(talk)));
        }
      }),
      RUNS,
    );
  });

  it('lets a device see its own change at once, however far ahead the clock of another runs', () => {
    fc.assert(
      fc.property(steps, skews, fc.constantFrom('one', 'three'), (all, skew, note) => {
        const [copy] = play(all, skew) as [MarkedTalk];
        const now = changed(copy, { ...copy, note, tags: [note] }, at(1, '77777777'));
        expect(now).toMatchObject({ note, tags: [note] });
        expect(join(copy, now)).toEqual(talkOf(stateOf(now)));
      }),
      RUNS,
    );
  });

  it('never brings back by old data what was deleted, and never loses what the deletion had not seen', () => {
    fc.assert(
      fc.property(steps, skews, (all, skew) => {
        const [copy] = play(all, skew) as [MarkedTalk];
        const gone = buried(copy, '2026-03-02T00:00:00.000Z');
        expect(isAlive(stateOf(gone))).toBe(false);
        expect(isAlive(stateOf(join(gone, copy)))).toBe(false);
        const edited = changed(copy, { ...copy, note: 'written elsewhere' }, at(1, '77777777'));
        expect(isAlive(stateOf(join(gone, edited)))).toBe(true);
        expect(join(edited, gone).note).toBe('written elsewhere');
        expect(isAlive(stateOf(join(gone, edited, unburied(gone, gone, at(1, '66666666')))))).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('single rules', () => {
  const base = savedBy('aaaaaaaa');

  it('keeps a tag that one device adds while another removes it', () => {
    const without = changed(base, { ...base, tags: ['web'] }, at(1, '11111111'));
    const again = changed(without, { ...without, tags: ['web', 'Go'] }, at(2, '11111111'));
    const removed = changed(without, { ...without, tags: [] }, at(3, '22222222'));
    expect(join(base, without).tags).toEqual(['web']);
    expect(join(again, removed).tags).toEqual(['Go']);
    expect(join(base, again, removed).tags).toEqual(['Go']);
  });

  it('removes both spellings of a tag that two devices added, as one of them is all that is seen', () => {
    const one = changed(base, { ...base, tags: [...base.tags, 'Rust'] }, at(1, '11111111'));
    const other = changed(base, { ...base, tags: [...base.tags, 'rust'] }, at(2, '22222222'));
    const both = join(one, other);
    expect(both.tags).toEqual(['Go', 'web', 'rust']);
    expect(join(changed(both, { ...both, tags: ['Go', 'web'] }, at(3, '11111111')), one, other).tags).toEqual(['Go', 'web']);
  });

  it('keeps the changes of different fields, and of one field the later', () => {
    const one = changed(base, { ...base, note: 'mine', status: 'watched' }, at(1, '11111111'));
    const other = changed(base, { ...base, note: 'yours' }, at(2, '22222222'));
    expect(join(one, other)).toMatchObject({ note: 'yours', status: 'watched' });
  });

  it('keeps and passes on fields of a later version', () => {
    const newer = changed(base, { ...base, rating: 5 } as MarkedTalk, at(1, '11111111'));
    const older = changed(newer, { ...newer, note: 'read' }, at(2, '22222222'));
    expect(join(base, older)).toMatchObject({ rating: 5, note: 'read' });
  });

  it('makes one record of two ids, with the tags of both and the smaller id', () => {
    const one = { ...savedBy('aaaaaaaa', 'a1'), tags: ['one'] };
    const other = { ...savedBy('bbbbbbbb', 'b1', Date.UTC(2026, 0, 2)), tags: ['two'] };
    const third = { ...savedBy('cccccccc', 'c1'), tags: ['three'] };
    expect(join(other, one)).toMatchObject({ id: 'a1', marks: { ids: ['b1'] } });
    expect(join(join(other, third), join(one, other))).toEqual(join(one, other, third));
    expect([...join(one, other, third).tags].sort()).toEqual(['one', 'three', 'two']);
  });

  it('makes one record of two ids where one was deleted: a save that the deletion has not seen keeps it, whatever the clocks', () => {
    for (const [ahead, title] of [
      [2026, 'clocks that agree'],
      [2040, 'a clock that ran years ahead'],
    ] as const) {
      const far = changed(base, { ...base, note: 'far' }, stampOf({ time: Date.UTC(ahead, 0, 2), counter: 0, node: 'ffffffff' }));
      const edited = changed(far, { ...far, note: 'mine' }, at(1, '77777777'));
      const gone = buried(edited, '2026-02-02T00:00:00.000Z');
      const savedAgain = changed(undefined, savedBy('77777777', 'c0000000', Date.UTC(2026, 1, 3)), at(3, '77777777'));
      const unaware = changed(edited, { ...edited, note: 'theirs' }, at(4, '88888888'));
      const goneThere = buried(join(gone, unaware), '2026-02-05T00:00:00.000Z');
      expect(isAlive(stateOf(goneThere)), title).toBe(false);
      expect(isAlive(stateOf(join(gone, unaware, savedAgain, goneThere))), title).toBe(true);
    }
  });

  it('keeps a tag of one record of a page where it was taken off the other, though the same browser had added both', () => {
    const tagged = changed(base, { ...base, tags: ['late'] }, at(1, '77777777'));
    const empty = { ...savedBy('77777777', 'c0000000', Date.UTC(2026, 1, 2)), tags: [] };
    const second = changed(undefined, empty, at(2, '77777777'));
    const alsoTagged = changed(second, { ...second, tags: ['late'] }, at(3, '77777777'));
    const takenOff = changed(alsoTagged, { ...alsoTagged, tags: [] }, at(4, '88888888'));
    expect(join(alsoTagged, takenOff).tags).toEqual([]);
    expect(join(tagged, takenOff).tags).toEqual(['late']);
  });
});
