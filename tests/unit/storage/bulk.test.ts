import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { deleteMany, editTalks, restoreMany, unedit } from '../../../storage/bulk';
import { Library } from '../../../storage/database';
import { countOfTalks, talksById } from '../../../storage/lookups';
import { saveDrafts } from '../../../storage/talks';
import { draftOf } from '../drafts';

let db: Library;
let ids: string[];

beforeEach(async () => {
  db = new Library(`test-${crypto.randomUUID()}`);
  const drafts = Array.from({ length: 600 }, (_, number) =>
    draftOf({ title: `Talk ${number}`, source: { ...draftOf().source, url: `https://borealis.example/talks/${number}` } }),
  );
  ids = (await saveDrafts(drafts, ['kept'], db)).added;
});

afterEach(() => db.delete());

it('changes all it is given in steps, passes over what is gone, and takes it back', async () => {
  await deleteMany(ids.slice(0, 1), undefined, db);
  const steps: number[] = [];
  const before = await editTalks(
    ids,
    (talk) => ({ tags: [...talk.tags, 'new'], status: 'watched' }),
    (done) => steps.push(done),
    db,
  );
  expect(steps).toEqual([500, 600]);
  expect(before).toHaveLength(599);
  expect((await talksById(ids, db)).every(({ tags, status }) => tags.join() === 'kept,new' && status === 'watched')).toBe(true);
  await unedit(before, undefined, db);
  expect((await talksById(ids, db)).every(({ tags, status }) => tags.join() === 'kept' && status === 'to watch')).toBe(true);
});

it('says nothing of talks that were like that already, and writes nothing for them', async () => {
  const state = await db.meta.get('state');
  expect(await editTalks(ids, () => ({ status: 'to watch' }), undefined, db)).toEqual([]);
  expect(await db.meta.get('state')).toEqual(state);
});

it('deletes and brings back any number', async () => {
  await deleteMany(ids, undefined, db);
  expect(await countOfTalks(db)).toBe(0);
  await restoreMany(ids, undefined, db);
  expect(await countOfTalks(db)).toBe(600);
});
