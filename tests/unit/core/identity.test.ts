import { describe, expect, it } from 'vitest';
import { isMergeProposal, keysOf } from '../../../core/identity';
import type { TalkDraft } from '../../../core/talk';
import { draftOf, sharedSource } from '../drafts';

describe('the keys of a talk', () => {
  it('are its page, its page with title, and its video', () => {
    const links = [
      { url: 'https://youtu.be/abcdefghijk', kind: 'video' as const },
      { url: 'https://speakerdeck.com/m/quiet', kind: 'slides' as const },
    ];
    expect(keysOf(draftOf({ links }))).toEqual([
      'borealis.example/talks/quiet',
      'borealis.example/talks/quiet the quiet compiler',
      'youtube:abcdefghijk',
    ]);
  });

  it('on a list are the page with title and its own page, but not the list itself nor a video of the whole list', () => {
    const source = sharedSource('https://borealis.example/schedule');
    const page = { url: 'https://borealis.example/talks/quiet/', kind: 'page' as const };
    const video = { url: 'https://youtu.be/abcdefghijk', kind: 'video' as const };
    expect(keysOf(draftOf({ source, links: [page] }))).toEqual([
      'borealis.example/schedule the quiet compiler',
      'borealis.example/talks/quiet',
    ]);
    expect(keysOf(draftOf({ source, links: [video] }))).toEqual(['borealis.example/schedule the quiet compiler']);
  });

  it('of an item of show notes are what it links to', () => {
    const source = sharedSource('https://pod.example/42');
    const links = [{ url: 'https://youtu.be/abcdefghijk', kind: 'other' as const }];
    expect(keysOf(draftOf({ kind: 'link', source, links }))).toContain('youtube:abcdefghijk');
  });

  it('keep letters with a stroke, though search folds them: keys are stored', () => {
    expect(keysOf(draftOf({ title: 'Ørsted in Łódź' }))).toContain('borealis.example/talks/quiet ørsted in łodz');
  });

  it('are never more than twenty', () => {
    const links = Array.from({ length: 60 }, (_, n) => ({ url: `https://borealis.example/${n}`, kind: 'page' as const }));
    expect(keysOf(draftOf({ links }))).toHaveLength(20);
  });
});

describe('a merge proposal', () => {
  const other = draftOf({ source: { ...draftOf().source, url: 'https://elsewhere.example/x' } });
  it.each<[string, Partial<TalkDraft>, boolean]>([
    ['the same title and speaker', { title: 'The “Quiet” compiler', event: undefined }, true],
    ['the same title and event', { speakers: [] }, true],
    ['the same title only', { speakers: [], event: undefined }, false],
    ['the same speaker and event', { title: 'Another' }, false],
  ])('of a page with %s', (_what, changes, proposed) => {
    expect(isMergeProposal(draftOf(), { ...other, ...changes })).toBe(proposed);
  });

  const given = (name: string | undefined, starts: string | undefined, changes: Partial<TalkDraft> = {}) =>
    draftOf({ event: name === undefined ? undefined : { name }, starts, ...changes });
  it.each<[string, TalkDraft, TalkDraft, boolean]>([
    ['at an event and at one without its year', given('Borealis 2026', '2026-05-04'), given('Borealis', '2026-05-05'), true],
    ['at an event and on a page that names none', given('Borealis 2026', undefined), given(undefined, undefined), true],
    ['at one event, dated by two pages', given('Borealis 2026', '2026-05-04'), given('Borealis 2026', '2026-06-20'), true],
    ['at two events', given('Borealis 2026', '2026-05-04'), given('Austral 2026', '2026-05-05'), false],
    ['at an event and its namesake months later', given('Borealis 2026', '2026-05-04'), given('Borealis Japan', '2026-09-01'), false],
    ['in two years of one event', given('Borealis 2025', undefined), given('Borealis 2026', undefined), false],
    ['months apart, events unknown', given(undefined, '2026-05-04'), given(undefined, '2026-09-01'), false],
    [
      'by nobody in particular',
      given('Borealis', '2026-05-04', { speakers: [{ name: 'Various speakers' }] }),
      given('Austral', '2026-05-04', { speakers: [{ name: 'Various Speakers' }] }),
      false,
    ],
    ['by others', given('Borealis', undefined), given('Borealis', undefined, { speakers: [{ name: 'Somebody Else' }] }), false],
  ])('of a talk given %s', (_what, one, another, proposed) => {
    expect(isMergeProposal(one, another)).toBe(proposed);
    expect(isMergeProposal(another, one)).toBe(proposed);
  });

  it.each(['Lightning talks', 'Lightning Talks, Day 2', 'Opening Keynote', 'Welcome & Introduction', 'Closing remarks', 'Keynote 1'])(
    'is never made for %j, which every conference has',
    (title) => {
      expect(isMergeProposal(draftOf({ title }), { ...other, title })).toBe(false);
    },
  );

  it('is never made for titles without a letter', () => {
    expect(isMergeProposal(draftOf({ title: '…' }), { ...other, title: '…' })).toBe(false);
  });
});
