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

  it('is never made for titles without a letter', () => {
    expect(isMergeProposal(draftOf({ title: '…' }), { ...other, title: '…' })).toBe(false);
  });
});
