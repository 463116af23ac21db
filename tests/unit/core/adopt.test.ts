import { describe, expect, it } from 'vitest';
import { type OfferedTalk, type Way, adopt, differences } from '../../../core/adopt';
import type { Talk } from '../../../core/talk';
import { draftOf } from '../drafts';

const STAMP = '2026-01-01T00:00:00.000Z-0000-00000000';

function mine(changes: Partial<Talk> = {}): Talk {
  const owner = { tags: ['compilers'], note: 'mine', status: 'watching', savedAt: '2026-01-01T00:00:00.000Z' } as const;
  return { ...draftOf(), id: 'a', keys: [], corrected: [], stamp: STAMP, stamps: {}, ...owner, tags: ['compilers'], ...changes };
}

const slides = { url: 'https://slides.example/quiet', kind: 'slides' } as const;

describe('a saved talk that a file tells otherwise', () => {
  it.each<[string, Way, Partial<OfferedTalk>, Partial<Talk>]>([
    ['keeps everything where mine is kept', 'mine', { title: 'Other', tags: ['x'] }, {}],
    [
      'takes what the file says',
      'theirs',
      { title: 'Other', tags: ['x'], note: 'theirs' },
      { title: 'Other', tags: ['x'], note: 'theirs' },
    ],
    ['keeps what the file does not say', 'theirs', { abstract: undefined, speakers: [], links: [] }, {}],
    ['does not take "talk" for a kind', 'theirs', { kind: 'talk' }, {}],
    ['does not take "link" for a kind', 'theirs', { kind: 'link' }, {}],
    [
      'takes an empty field from a file that holds all of a talk',
      'theirs',
      { stamps: {}, tags: ['compilers'], note: '', status: 'watching' },
      { note: '' },
    ],
    [
      'is filled and joined',
      'merge',
      { title: 'Other', location: 'Hall 3', tags: ['ui'] },
      { location: 'Hall 3', tags: ['compilers', 'ui'] },
    ],
    ['gets the links of both', 'merge', { links: [slides] }, { links: [slides] }],
    ['gets both notes', 'merge', { note: 'theirs' }, { note: 'mine\n\ntheirs' }],
    ['gets the status that is further on', 'merge', { status: 'watched' }, { status: 'watched' }],
    ['keeps the status that is further on', 'merge', { status: 'to watch' }, {}],
    ['has its tags in any order', 'theirs', { tags: ['Compilers'] }, {}],
  ])('%s', (_name, way, offered, expected) => {
    const talk = mine(way === 'theirs' || way === 'mine' ? { kind: offered.kind ? 'keynote' : 'talk' } : {});
    expect(adopt(talk, { ...draftOf(), ...offered }, way)).toEqual(expected);
  });

  it('is the same after it was merged once', () => {
    const offered = { ...draftOf(), note: 'theirs', tags: ['ui'], links: [slides], location: 'Hall 3' };
    const merged = { ...mine(), ...adopt(mine(), offered, 'merge') };
    expect(adopt(merged, offered, 'merge')).toEqual({});
  });

  it('differs in the fields that either way would change', () => {
    expect(differences(mine(), { ...draftOf(), title: 'Other', tags: ['ui'] })).toEqual(['tags', 'title']);
    expect(differences(mine(), draftOf())).toEqual([]);
  });
});
