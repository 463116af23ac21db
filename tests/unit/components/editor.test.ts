import { describe, expect, it } from 'vitest';
import { editOf, fieldsOf, isDate } from '../../../components/editor/fields';
import type { Talk } from '../../../core/talk';
import { draftOf } from '../drafts';

const talk: Talk = {
  ...draftOf({
    speakers: [
      { name: 'Mara Lindqvist', url: 'https://mara.example/' },
      { name: 'Jo Ek', affiliation: 'Ek & Co' },
    ],
  }),
  ...{ id: '1', keys: [], tags: ['a'], note: '', status: 'to watch', savedAt: '', corrected: [], stamp: '', stamps: {} },
};

describe('the form of a talk', () => {
  it('changes nothing where nothing was touched', () => expect(editOf(talk, fieldsOf(talk))).toEqual({}));

  it.each([
    [{ title: 'New' }, { title: 'New' }],
    [{ tags: ['a', 'b'] }, { tags: ['a', 'b'] }],
    [{ location: '  Hall 3 ' }, { location: 'Hall 3' }],
    [{ abstract: '' }, { abstract: undefined }],
    [{ event: '' }, { event: undefined }],
    [{ event: 'Other' }, { event: { name: 'Other' } }],
    [{ starts: '2026-03' }, { starts: '2026-03' }],
    [
      { speakers: 'Mara Lindqvist\n\n Ada (Analytical (Engines))\n(nobody)' },
      {
        speakers: [
          { name: 'Mara Lindqvist', url: 'https://mara.example/' },
          { name: 'Ada (Analytical', affiliation: 'Engines)' },
          { name: '(nobody)' },
        ],
      },
    ],
  ])('takes %j', (typed, edit) => expect(editOf(talk, { ...fieldsOf(talk), ...typed })).toEqual(edit));

  it.each(['', '2026', '2026-03', '2026-03-14', '2026-03-14T10:30', '2026-03-14T10:30:00+01:00', '2026-03-14T23:59Z'])(
    'takes "%s" for a date',
    (text) => expect(isDate(text)).toBe(true),
  );

  it.each(['soon', '26-03-14', '2026-3', '2026-13', '2026-02-30', '2026-03-14T25:00', '2026-03-14 10:30', '2026-03-14T10'])(
    'takes "%s" for none',
    (text) => expect(isDate(text)).toBe(false),
  );
});
