/** A profile that was copied before it told anything: two browsers that believe in one device id, and one of them is lost soon after. */
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { Library } from '../../storage/database';
import { recentTalks } from '../../storage/lookups';
import { renewNode } from '../../storage/write';
import { saveDrafts } from '../../storage/talks';
import { syncOnce } from '../../storage/sync/engine';
import { createVault, joinVault } from '../../storage/sync/vault';
import { draftOf } from '../unit/drafts';
import { MemoryStore } from './fleet/memory-store';

const PASS = 'correct horse battery staple';
const store = new MemoryStore();

async function opened(name: string, copied?: Library): Promise<Library> {
  const db = new Library(`${name}-${crypto.randomUUID()}`);
  for (const table of copied?.tables ?? []) await db.table<unknown>(table.name).bulkPut(await table.toArray());
  // As at every start of a browser.
  await renewNode(db);
  return db;
}

async function say(db: Library, title: string): Promise<void> {
  await saveDrafts([draftOf({ title, source: { ...draftOf().source, url: `https://borealis.example/${title}` } })], [], db);
  expect(await syncOnce({ store, db, agreed: true })).toMatchObject({ status: 'done' });
}

const titles = async (db: Library) => (await recentTalks(100, 0, db)).map(({ title }) => title).sort();

it('two copies of a device that had told nothing yet: what either told is heard, although one is lost', async () => {
  const [first, reader] = [await opened('first'), await opened('reader')];
  await createVault({ store, db: first, name: 'First' }, PASS);
  await joinVault({ store, db: reader, name: 'Reader' }, { passphrase: PASS });
  const original = await opened('original');
  await joinVault({ store, db: original, name: 'Original' }, { passphrase: PASS });
  const copy = await opened('copy', original);
  await say(copy, 'a');
  await say(copy, 'b');
  await say(original, 'told by the one that is lost');
  await original.delete();
  await say(copy, 'c');
  await syncOnce({ store, db: reader, agreed: true });
  expect(await titles(reader)).toEqual(['a', 'b', 'c', 'told by the one that is lost']);
  await Promise.all([first, reader, copy].map((db) => db.delete()));
});
