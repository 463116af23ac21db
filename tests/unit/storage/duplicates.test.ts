import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Library, type TalkRow } from '../../../storage/database';
import { duplicates, mergeTalks, unmergeTalks } from '../../../storage/duplicates';
import { savedTalksFor } from '../../../storage/known';
import { countOfTalks, talksById } from '../../../storage/lookups';
import { editTalk, saveDrafts } from '../../../storage/talks';
import { trashedTalks } from '../../../storage/trash';
import { draftOf } from '../drafts';

let db: Library;

beforeEach(() => {
  db = new Library(`test-${crypto.randomUUID()}`);
});

afterEach(() => db.delete());

const at = (url: string, changes = {}) => draftOf({ ...changes, source: { ...draftOf().source, url } });

const PAGE = at('https://borealis.example/talks/quiet', { abstract: undefined });
const VIDEO = at('https://video.example/watch/1', {
  title: 'The quiet compiler!',
  location: 'Hall 3',
  links: [{ url: 'https://s.example/1', kind: 'slides' }],
});
const OTHER = at('https://elsewhere.example/1', { speakers: [{ name: 'Somebody Else' }], event: { name: 'Else' } });

it('proposes talks of one title with a speaker or event in common, and no others', async () => {
  const { added } = await saveDrafts([PAGE, VIDEO, OTHER], [], db);
  const groups = await duplicates(db);
  expect(groups.map((group) => group.map(({ id }) => id).sort())).toEqual([added.slice(0, 2).sort()]);
});

it('merges into the first: what it lacks, all links and tags, both pages found; and takes it back', async () => {
  const { added } = await saveDrafts([PAGE, VIDEO], [], db);
  const [kept = '', other = ''] = added;
  await editTalk(kept, { tags: ['a'], note: 'one' }, db);
  await editTalk(other, { tags: ['b'], note: 'two', status: 'watched' }, db);
  const before = await talksById(added, db);

  const merged = await mergeTalks([kept, other], db);
  const [talk] = await talksById([kept], db);
  expect(talk).toMatchObject({
    title: 'The Quiet Compiler',
    location: 'Hall 3',
    abstract: VIDEO.abstract,
    tags: ['a', 'b'],
    note: 'one\n\ntwo',
  });
  expect(talk).toMatchObject({ status: 'watched', corrected: [] });
  expect(talk?.links.map(({ url }) => url)).toEqual(['https://s.example/1', VIDEO.source.url]);
  expect((await savedTalksFor([PAGE, VIDEO], db)).map((found) => found?.id)).toEqual([kept, kept]);
  expect(await countOfTalks(db)).toBe(1);
  expect((await trashedTalks(10, db)).trashed.map((trashed) => trashed.talk.id)).toEqual([other]);

  if (merged) await unmergeTalks(merged, db);
  const strip = (talks: typeof before) =>
    (talks as TalkRow[]).map(({ stamp: _stamp, stamps: _stamps, seq: _seq, mine: _mine, marks: _marks, ...rest }) => rest);
  expect(strip(await talksById(added, db))).toEqual(strip(before));
  expect((await trashedTalks(10, db)).total).toBe(0);
});

it('leaves everything as it is where one of them is gone', async () => {
  const { added } = await saveDrafts([PAGE], [], db);
  expect(await mergeTalks([...added, 'gone'], db)).toBeUndefined();
  expect(await countOfTalks(db)).toBe(1);
});
