import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Library } from '../../../storage/database';
import { recentTalks } from '../../../storage/lookups';
import { talksAnyway } from '../../../storage/newer';
import { LibraryProblem } from '../../../storage/problem';
import { removeLibrary } from '../../../storage/reset';
import { indexStep } from '../../../storage/search/index-work';
import { readSetting } from '../../../storage/settings';
import { editTalk, saveDrafts } from '../../../storage/talks';
import { checkWatermark } from '../../../storage/watermark';
import { renewNode } from '../../../storage/write';
import { draftOf } from '../drafts';

let name: string;
let id: string;

/** A library with a talk, after a later version had it: with a table, an index and a field more, and without one of ours. */
beforeEach(async () => {
  fakeBrowser.reset();
  name = `test-${crypto.randomUUID()}`;
  const db = new Library(name);
  [id = ''] = (await saveDrafts([draftOf()], ['kept'], db)).added;
  db.close();
  const later = new Dexie(name);
  later.version(3).stores({
    talks: 'id, *keys, savedAt, seq, mine, *places',
    tombstones: 'id, deletedAt, seq, mine',
    meta: 'key',
    places: 'id',
  });
  await later.open();
  await later.table('talks').update(id, { places: ['here'] });
  later.close();
});

/** Everything that lies there, and its version. */
async function everything(): Promise<unknown> {
  const later = await new Dexie(name).open();
  const rows = await Promise.all(later.tables.map(async (table) => [table.name, await table.toArray()]));
  const { version } = later.backendDB();
  later.close();
  return { version, rows };
}

it.each<[string, (db: Library) => Promise<unknown>]>([
  ['reads', (db) => recentTalks(10, 0, db)],
  ['saves', (db) => saveDrafts([draftOf({ title: 'Another' })], [], db)],
  ['edits', (db) => editTalk(id, { note: 'x' }, db)],
  ['indexes', (db) => indexStep(db)],
  ['starts', (db) => renewNode(db)],
])('is left alone by an older version that %s', async (_, work) => {
  const before = await everything();
  const db = new Library(name);
  await expect(work(db)).rejects.toThrow(LibraryProblem);
  await expect(work(db)).rejects.toMatchObject({ kind: 'newer' });
  await checkWatermark(db).catch(() => undefined);
  db.close();
  expect(await everything()).toEqual(before);
  expect(await readSetting('damage')).toBeUndefined();
});

it('can be taken out all the same, with what this version does not know', async () => {
  const talks = [];
  for await (const talk of talksAnyway(name)) talks.push(talk);
  expect(talks).toMatchObject([{ id, tags: ['kept'], places: ['here'] }]);
  expect(talks[0]).not.toHaveProperty('seq');
});

it('can be removed, and is not missed afterwards', async () => {
  const db = new Library(name);
  await removeLibrary(db);
  const again = new Library(name);
  expect(await recentTalks(10, 0, again)).toEqual([]);
  expect(await checkWatermark(again)).toBeUndefined();
  await again.delete();
});
