import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Library } from '../../storage/database';
import { recentTalks } from '../../storage/lookups';
import { deleteTalks, editTalk, restoreTalks, saveDrafts } from '../../storage/talks';
import { syncOnce, type SyncOptions } from '../../storage/sync/engine';
import { farewell } from '../../storage/sync/farewell';
import { historyOf, restoreValue } from '../../storage/sync/history';
import { changePassphrase, createVault, joinVault } from '../../storage/sync/vault';
import { draftOf } from '../unit/drafts';
import { MemoryStore } from './fleet/memory-store';

let store: MemoryStore;
let one: Library;
let other: Library;

const PASS = 'correct horse battery staple';
const at = (url: string) => draftOf({ title: url, source: { ...draftOf().source, url: `https://borealis.example/${url}` } });

beforeEach(() => {
  store = new MemoryStore();
  one = new Library(`one-${crypto.randomUUID()}`);
  other = new Library(`other-${crypto.randomUUID()}`);
});

afterEach(async () => {
  await Promise.all([one.delete(), other.delete()]);
});

async function sync(db: Library, options: Partial<SyncOptions> = {}) {
  const report = await syncOnce({ store, db, ...options });
  expect(report.problem).toBeUndefined();
  return report;
}

async function joinBoth() {
  const sheet = await createVault({ store, db: one, name: 'One' }, PASS);
  await sync(one);
  await joinVault({ store, db: other, name: 'Other' }, { passphrase: PASS });
  await sync(other, { agreed: true });
  return sheet;
}

const titles = async (db: Library) => (await recentTalks(100, 0, db)).map(({ title }) => title).sort();

describe('two browsers', () => {
  it('carry saves, edits, tags and deletions both ways', async () => {
    await joinBoth();
    const { added } = await saveDrafts([at('a'), at('b'), at('c')], ['go'], one);
    expect(await sync(one)).toMatchObject({ status: 'done', pushed: 3 });
    expect(await sync(other)).toMatchObject({ added: 3 });
    await editTalk(added[0]!, { note: 'seen', tags: ['go', 'web'] }, other);
    await deleteTalks([added[1]!], other);
    await sync(other);
    expect(await sync(one)).toMatchObject({ changed: 1, deleted: 1 });
    expect(await titles(one)).toEqual(['a', 'c']);
    expect(await one.talks.get(added[0]!)).toMatchObject({ note: 'seen', tags: ['go', 'web'] });
    await restoreTalks([added[1]!], one);
    await sync(one);
    await sync(other);
    expect(await titles(other)).toEqual(['a', 'b', 'c']);
  });

  it('make one record of a page both saved', async () => {
    await joinBoth();
    await saveDrafts([at('a')], ['one'], one);
    await saveDrafts([at('a')], ['two'], other);
    for (const db of [one, other, one, other]) await sync(db);
    expect(await titles(one)).toEqual(['a']);
    const [mine] = await recentTalks(1, 0, one);
    const [yours] = await recentTalks(1, 0, other);
    expect(mine?.id).toBe(yours?.id);
    expect(mine?.tags.toSorted()).toEqual(['one', 'two']);
    expect(yours?.tags.toSorted()).toEqual(['one', 'two']);
  });

  it('put aside what the other overruled, and bring it back', async () => {
    await joinBoth();
    const {
      added: [id = ''],
    } = await saveDrafts([at('a')], [], one);
    await sync(one);
    await sync(other);
    await editTalk(id, { note: 'first' }, one);
    await editTalk(id, { note: 'second' }, other);
    for (const db of [one, other, one]) await sync(db);
    expect(await one.talks.get(id)).toMatchObject({ note: 'second' });
    const [aside] = await historyOf(id, one);
    expect(aside).toMatchObject({ field: 'note', value: 'first', kept: 'second' });
    await restoreValue(aside!.id, one);
    await sync(one);
    await sync(other);
    expect(await other.talks.get(id)).toMatchObject({ note: 'first' });
  });

  it('are asked before two full libraries become one', async () => {
    await createVault({ store, db: one, name: 'One' }, PASS);
    await saveDrafts([at('a')], [], one);
    await sync(one);
    await saveDrafts([at('b')], [], other);
    await joinVault({ store, db: other, name: 'Other' }, { passphrase: PASS });
    expect(await sync(other)).toMatchObject({ status: 'needsAnswer', question: { kind: 'join', here: 1, there: 1 } });
    expect(await titles(other)).toEqual(['b']);
    expect(await sync(other, { agreed: true })).toMatchObject({ status: 'done', added: 1 });
    expect(await titles(other)).toEqual(['a', 'b']);
  });

  it('join by a new passphrase or the recovery code, not by the old one', async () => {
    const sheet = await createVault({ store, db: one, name: 'One' }, PASS);
    await changePassphrase({ store, db: one }, { passphrase: PASS }, 'another one');
    await expect(joinVault({ store, db: other, name: 'Other' }, { passphrase: PASS })).rejects.toMatchObject({ kind: 'wrongKey' });
    await joinVault({ store, db: other, name: 'Other' }, { passphrase: 'another one' });
    await joinVault({ store, db: other, name: 'Other' }, { recoveryCode: sheet.code.toLowerCase() });
    const wrong = sheet.code.replace(/^./, (first) => (first === '0' ? '1' : '0'));
    await expect(joinVault({ store, db: other, name: 'Other' }, { recoveryCode: wrong })).rejects.toMatchObject({ kind: 'wrongKey' });
  });

  it('need one request while nothing happens', async () => {
    await joinBoth();
    await saveDrafts([at('a')], [], one);
    for (const db of [one, other, one, other]) await sync(db);
    store.requests.length = 0;
    await sync(one);
    await sync(other);
    expect(store.requests.map(({ verb }) => verb)).toEqual(['list', 'list']);
  });

  it('ask for no file and no answer twice where the time of a step is up in the middle', async () => {
    await createVault({ store, db: one, name: 'One' }, PASS);
    await saveDrafts(
      Array.from({ length: 400 }, (_, i) => at(`${i}`)),
      [],
      one,
    );
    await sync(one);
    await joinVault({ store, db: other, name: 'Other' }, { passphrase: PASS });
    store.requests.length = 0;
    let steps = 0;
    for (let status = 'more'; status === 'more'; steps++) ({ status } = await sync(other, { budget: -1 }));
    expect(steps).toBeGreaterThan(2);
    expect(await other.talks.count()).toBe(400);
    const asked = store.requests.map(({ verb, path }) => `${verb} ${path}`);
    expect(asked.filter((request, i) => asked.indexOf(request) !== i)).toEqual([]);
  });

  it('see that one left, hear its last words, and keep what it told for whoever joins later', async () => {
    await joinBoth();
    await saveDrafts([at('a')], [], other);
    await farewell(store, other);
    expect(await sync(other).catch(() => 'left')).toBe('left');
    expect(await sync(one)).toMatchObject({ added: 1 });
    expect((await one.devices.toArray()).map(({ name, left }) => ({ name, left }))).toEqual([{ name: 'Other', left: true }]);
    const third = new Library(`third-${crypto.randomUUID()}`);
    await joinVault({ store, db: third, name: 'Third' }, { passphrase: PASS });
    await sync(third);
    expect(await titles(third)).toEqual(['a']);
    await third.delete();
  });
});
