/** What Chromium makes of damaged database files (measured 2026-11), as the library sees it, with a vault beside it. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Library } from '../../storage/database';
import { recentTalks } from '../../storage/lookups';
import { deleteTalks, editTalk, saveDrafts } from '../../storage/talks';
import { syncOnce } from '../../storage/sync/engine';
import { createVault, joinVault } from '../../storage/sync/vault';
import { checkWatermark } from '../../storage/watermark';
import { renewNode } from '../../storage/write';
import { draftOf } from '../unit/drafts';
import { MemoryStore } from './fleet/memory-store';

const PASS = 'correct horse battery staple';

let store: MemoryStore;
let db: Library;
let other: Library;
let early: Map<string, unknown[]>;
let late: Map<string, unknown[]>;
let ids: string[];

beforeEach(async () => {
  fakeBrowser.reset();
  store = new MemoryStore();
  [db, other] = [new Library(`damage-${crypto.randomUUID()}`), new Library(`damage-${crypto.randomUUID()}`)];
  await createVault({ store, db, name: 'One' }, PASS);
  ids = (await saveDrafts(pages(0, 30), ['go'], db)).added;
  await syncOnce({ store, db });
  early = await copyOf(db);
  await joinVault({ store, db: other, name: 'Two' }, { passphrase: PASS });
  await syncOnce({ store, db: other });
  await saveDrafts(pages(30, 40), [], db);
  await deleteTalks([ids[0]!], db);
  await syncOnce({ store, db });
  late = await copyOf(db);
  // The watermark is one per browser: the other one's writes must not be taken for ours, so ours come last.
  await syncOnce({ store, db: other });
  await editTalk(ids[1]!, { note: 'last words' }, db);
  await syncOnce({ store, db });
});

afterEach(() => Promise.all([db.delete(), other.delete()]));

const pages = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) =>
    draftOf({ title: `Talk ${from + i}`, source: { ...draftOf().source, url: `https://borealis.example/${from + i}` } }),
  );

async function copyOf(library: Library): Promise<Map<string, unknown[]>> {
  const rows = new Map<string, unknown[]>();
  for (const table of library.tables) rows.set(table.name, await table.toArray());
  return rows;
}

async function replaceBy(rows: Map<string, unknown[]>): Promise<void> {
  const { name } = db;
  await db.delete();
  db = new Library(name);
  for (const [table, all] of rows) await db.table<unknown>(table).bulkPut(all);
}

/** Everything is there again, and the other browser lost nothing by it. */
async function expectHealed(): Promise<void> {
  for (const each of [db, other, db, other])
    expect(await syncOnce({ store, db: each, thorough: true, agreed: true })).toMatchObject({ status: 'done' });
  const titles = async (library: Library) => (await recentTalks(100, 0, library)).map(({ title }) => title).sort();
  expect(await titles(db)).toHaveLength(39);
  expect(await titles(db)).toEqual(await titles(other));
  for (const each of [db, other]) expect(await each.talks.get(ids[1]!)).toMatchObject({ note: 'last words', tags: ['go'] });
  expect((await other.tombstones.toArray()).map(({ id }) => id)).toEqual([ids[0]]);
}

describe('a damaged library', () => {
  it.each(['garbage in the log', 'a missing table file', 'a bad manifest'])(
    '%s: comes back empty, is noticed, and is filled from the vault',
    async () => {
      await replaceBy(new Map());
      expect(await checkWatermark(db)).toMatchObject({ had: 39, has: 0 });
      expect(await syncOnce({ store, db })).toMatchObject({ status: 'failed', problem: { kind: 'noVault' } });
      await joinVault({ store, db, name: 'One' }, { passphrase: PASS });
      await expectHealed();
    },
  );

  it('garbage in a table file: cannot be read, says so, pushes nothing, and is filled from the vault', async () => {
    db.close({ disableAutoOpen: true });
    const writes = store.requests.filter(({ verb }) => verb === 'put').length;
    expect(await syncOnce({ store, db })).toMatchObject({ status: 'failed', problem: { kind: 'library' } });
    expect(store.requests.filter(({ verb }) => verb === 'put')).toHaveLength(writes);
    await replaceBy(new Map());
    expect(await checkWatermark(db)).toMatchObject({ has: 0 });
    await joinVault({ store, db, name: 'One' }, { passphrase: PASS });
    await expectHealed();
  });

  it('a truncated log: the last writes are gone, are noticed, and come back', async () => {
    await replaceBy(late);
    expect(await checkWatermark(db)).toMatchObject({ had: 39 });
    await expectHealed();
  });

  it('an older copy of the profile: is noticed, goes on under a new id, and catches up', async () => {
    await replaceBy(early);
    expect(await checkWatermark(db)).toMatchObject({ had: 39, has: 30 });
    await renewNode(db);
    expect(await syncOnce({ store, db })).toMatchObject({ renamed: true });
    await expectHealed();
  });
});
