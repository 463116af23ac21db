import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Library } from '../../../storage/database';
import { mergeDraft, mergeProposals } from '../../../storage/proposals';
import { saveDrafts } from '../../../storage/talks';
import { draftOf } from '../drafts';

let db: Library;
beforeEach(() => {
  db = new Library(`proposals-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

const SAVED = draftOf({ title: 'The “Quiet” Compiler', location: 'Hall 3' });
const at = (url: string) => ({ ...SAVED.source, url });

it.each([
  ['the same title elsewhere', { title: 'The Quiet Compiler', source: at('https://videos.example/quiet') }, true],
  ['another title', { title: 'The Loud Compiler', source: at('https://videos.example/quiet') }, false],
  [
    'another speaker',
    { title: 'The Quiet Compiler', speakers: [{ name: 'Somebody Else' }], source: at('https://videos.example/quiet') },
    false,
  ],
  ['no title', { title: '', source: at('https://videos.example/quiet') }, false],
  ['a title that is nothing but signs', { title: '"" -', source: at('https://videos.example/quiet') }, false],
])('proposes a merge for %s: %#', async (_name, other, proposed) => {
  await saveDrafts([SAVED, draftOf({ title: 'Quiet', source: at('https://other.example/') })], [], db);
  const [found] = await mergeProposals([draftOf(other)], db);
  expect(found?.title).toBe(proposed ? SAVED.title : undefined);
});

it('makes the draft part of the saved talk, and takes that back', async () => {
  const { added } = await saveDrafts([SAVED], ['old'], db);
  const [id = ''] = added;
  const before = await db.talks.get(id);
  const draft = draftOf({ title: 'The Quiet Compiler', source: at('https://videos.example/quiet') });
  const undo = await mergeDraft(draft, ['new'], id, db);
  expect(await db.talks.count()).toBe(1);
  const merged = await db.talks.get(id);
  expect(merged?.tags).toEqual(['old', 'new']);
  expect(merged?.links.map(({ url }) => url)).toContain('https://videos.example/quiet');
  expect(await mergeProposals([draft], db)).toHaveLength(1);
  await undo?.();
  expect(await db.talks.count()).toBe(1);
  expect((await db.talks.get(id))?.tags).toEqual(before?.tags);
  expect((await db.talks.get(id))?.keys).toEqual(before?.keys);
});
