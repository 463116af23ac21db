import { describe, expect, it } from 'vitest';
import { filtered, offersOf } from '../../../components/drafts/offer';
import { saysMore } from '../../../core/capture';
import type { Talk } from '../../../core/talk';
import { draftOf } from '../drafts';

const drafts = [draftOf({ title: 'One' }), draftOf({ title: 'Zwei', speakers: [{ name: 'Åsa Møller' }] }), draftOf({ title: 'Three' })];
const saved = { ...draftOf(), corrected: [] as Talk['corrected'], stamp: '1' } as Talk;

describe('what is offered', () => {
  it('is chosen where it is not saved, until a person says otherwise', () => {
    const offers = offersOf(drafts, [undefined, saved, undefined], new Map([[2, false]]));
    expect(offers.map(({ chosen }) => chosen)).toEqual([true, false, false]);
    expect(offersOf(drafts, [saved, saved, saved], new Map([[0, true]])).map(({ chosen }) => chosen)).toEqual([true, false, false]);
  });

  it('keeps the same object for a row that did not change', () => {
    const before = offersOf(drafts, [], new Map());
    const after = offersOf(drafts, [undefined, saved], new Map(), before);
    expect(after.map((offer, place) => offer === before[place])).toEqual([true, false, true]);
  });

  it('is marked where the page says what the saved talk does not know, unless a person corrected that', () => {
    const talk = { ...saved, title: 'Three' };
    const moved = draftOf({ title: 'Three', starts: '2026-03-15T09:00' });
    const changed = (known: Talk) => offersOf([moved], [known], new Map(), [], saysMore)[0]?.changed;
    expect(changed(talk)).toBe(true);
    expect(changed({ ...talk, corrected: ['starts'] })).toBe(false);
    expect(changed({ ...talk, starts: moved.starts })).toBe(false);
  });

  it.each([
    ['zwei', ['Zwei']],
    ['asa', ['Zwei']],
    ['compiler mess', ['One', 'Zwei', 'Three']],
    [' ', ['One', 'Zwei', 'Three']],
  ])('is filtered by "%s"', (filter, titles) => {
    const offers = offersOf(
      drafts.map((draft) => ({ ...draft, abstract: 'Compiler messages' })),
      [],
      new Map(),
    );
    expect(filtered(offers, filter).map(({ draft }) => draft.title)).toEqual(titles);
  });
});
