import { describe, expect, it } from 'vitest';
import { recapture } from '../../../core/capture';
import { keysOf } from '../../../core/identity';
import type { Talk } from '../../../core/talk';
import { draftOf } from '../drafts';

const talk: Talk = {
  ...draftOf(),
  id: '1',
  keys: keysOf(draftOf()),
  tags: [],
  note: '',
  status: 'to watch',
  savedAt: '',
  corrected: [],
  stamp: '',
  stamps: {},
};
const elsewhere = { ...draftOf().source, url: 'https://video.example/1', title: 'Video' };

describe('a re-capture', () => {
  it('changes nothing where the page says the same', () => {
    expect(recapture(talk, draftOf())).toEqual({});
  });

  it('refreshes from the page the talk was saved from', () => {
    expect(recapture(talk, draftOf({ title: 'The Quieter Compiler', location: 'Hall 2' }))).toEqual({
      title: 'The Quieter Compiler',
      location: 'Hall 2',
    });
  });

  it('never empties a field that the page no longer says', () => {
    expect(recapture(talk, draftOf({ speakers: [], abstract: undefined }))).toEqual({});
  });

  it('leaves alone what a person corrected', () => {
    expect(recapture({ ...talk, title: 'Mine', corrected: ['title'] }, draftOf())).toEqual({});
  });

  it('only fills gaps from another page, and links to it', () => {
    const changed = recapture(talk, draftOf({ title: 'Other', location: 'Hall 2', source: elsewhere }));
    expect(changed).toEqual({ location: 'Hall 2', links: [{ url: elsewhere.url, kind: 'page', label: 'Video' }] });
  });

  it('learns from its own page that a link is a talk, and never that a talk is a link', () => {
    expect(recapture({ ...talk, kind: 'link' }, draftOf())).toEqual({ kind: 'talk' });
    expect(recapture({ ...talk, kind: 'link' }, draftOf({ source: elsewhere }))).not.toHaveProperty('kind');
    expect(recapture(talk, draftOf({ kind: 'link' }))).toEqual({});
  });

  it('adds links once, whatever their address carries along', () => {
    const links = [{ url: 'https://youtu.be/abcdefghijk', kind: 'video' as const }];
    expect(
      recapture({ ...talk, links }, draftOf({ links: [{ url: 'https://www.youtube.com/watch?v=abcdefghijk&t=9', kind: 'video' }] })),
    ).toEqual({});
  });
});
