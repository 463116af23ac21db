/** Snapshots: made where a new browser would read much more than there is, read in place of what led to them, and never needed. */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { editTalks } from '../../storage/bulk';
import { Library } from '../../storage/database';
import { syncOnce } from '../../storage/sync/engine';
import type { SelfRow } from '../../storage/sync/tables';
import { createVault, joinVault } from '../../storage/sync/vault';
import { saveDrafts } from '../../storage/talks';
import { draftOf } from '../unit/drafts';
import { MemoryStore } from './fleet/memory-store';

const PASS = 'correct horse battery staple';
const TALKS = 3000;
const store = new MemoryStore();
const one = new Library(`snapshot-${crypto.randomUUID()}`);

/** Every talk is told three times, which is more than half as much again. */
beforeAll(async () => {
  await createVault({ store, db: one, name: 'One' }, PASS);
  const drafts = Array.from({ length: TALKS }, (_, i) =>
    draftOf({ title: `Talk ${i}`, source: { ...draftOf().source, url: `https://borealis.example/${i}` } }),
  );
  const { added } = await saveDrafts(drafts, [], one);
  for (const note of ['', 'first', 'last']) {
    if (note) await editTalks(added, () => ({ note }), undefined, one);
    for (let i = 0; i < 2; i++) expect((await syncOnce({ store, db: one, budget: 600_000 })).status).toBe('done');
  }
}, 300_000);
afterAll(() => one.delete());

const snapshotOf = async () => ((await one.sync.get('self')) as SelfRow).snapshot;

/** What a browser that joins now reads, by folder, and the notes it ends with. */
async function joined(): Promise<{ read: Set<string>; notes: Set<string>; count: number; problem?: string }> {
  const db = new Library(`snapshot-${crypto.randomUUID()}`);
  await joinVault({ store, db, name: 'New' }, { passphrase: PASS });
  store.requests.length = 0;
  const { problem } = await syncOnce({ store, db, budget: 600_000 });
  const read = new Set(store.requests.filter(({ verb }) => verb === 'get').map(({ path }) => path.split('/').slice(0, 2).join('/')));
  const talks = await db.talks.toArray();
  await db.delete();
  return { read, notes: new Set(talks.map(({ note }) => note)), count: talks.length, ...(problem && { problem: problem.kind }) };
}

it('is made when it is due, and holds every talk once', async () => {
  expect(await snapshotOf()).toMatchObject({ count: TALKS });
});

it('is all that a new browser reads beside the heads', async () => {
  expect(await joined()).toEqual({ read: new Set(['v1/h', 'v1/snap']), notes: new Set(['last']), count: TALKS });
});

it('is done without where it is damaged or gone', async () => {
  for (const { path } of (await snapshotOf())!.shards) store.files.delete(path);
  expect(await joined()).toEqual({
    read: new Set(['v1/h', 'v1/snap', 'v1/s']),
    notes: new Set(['last']),
    count: TALKS,
    problem: 'damaged',
  });
});
