import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from 'wxt/browser';
import { listBackups } from '../../../../storage/backup/catalogue';
import { openBackup } from '../../../../storage/backup/read';
import { backupStep } from '../../../../storage/backup/work';
import { Library } from '../../../../storage/database';
import { everyTalk, withoutPlace } from '../../../../storage/lookups';
import { writeSetting } from '../../../../storage/settings';
import { deleteTalks, editTalk, saveDrafts } from '../../../../storage/talks';
import { checkWatermark } from '../../../../storage/watermark';
import { draftOf } from '../../drafts';

const BESIDE = { settings: {}, templates: [], searches: [{ name: 'Later' }] };

let db: Library;
let clock: number;

beforeEach(() => {
  fakeBrowser.reset();
  clock = Date.parse('2026-11-01T12:00Z');
  db = new Library(`test-${crypto.randomUUID()}`);
});

afterEach(() => db.delete());

/** Runs steps until there are none, or so many are done. @returns how many there were */
async function backUp(most = Infinity, beside: unknown = BESIDE): Promise<number> {
  const now = () => new Date(clock);
  for (let steps = 0; steps < most; steps++) {
    if ((await backupStep(() => Promise.resolve(beside), db, now)) === 'done') return steps;
  }
  return most;
}

async function save(count: number, series = 'a'): Promise<string[]> {
  const drafts = Array.from({ length: count }, (_, i) =>
    draftOf({ title: `Talk ${series} ${i}`, source: { ...draftOf().source, url: `https://talks.example/${series}/${i}` } }),
  );
  return (await saveDrafts(drafts, [], db)).added;
}

async function talksOf(id: string | undefined) {
  const kept = await openBackup(id ?? '');
  const talks = [];
  for await (const talk of kept?.talks ?? []) talks.push(talk);
  return { talks, beside: kept?.beside, missing: kept?.missing() };
}

async function inLibrary() {
  const talks = [];
  for await (const talk of everyTalk(db)) talks.push(withoutPlace(talk));
  return talks;
}

async function partNames(): Promise<string[]> {
  return Object.keys(await browser.storage.local.get(null)).filter((key) => key.startsWith('backup/part/'));
}

describe('an automatic backup', () => {
  it('holds every talk as it is, and what travels beside', async () => {
    await save(1203);
    await backUp();
    const [note, ...others] = await listBackups();
    expect(others).toEqual([]);
    expect(note).toMatchObject({ count: 1203, madeAt: '2026-11-01T12:00:00.000Z' });
    expect(await talksOf(note?.id)).toEqual({ talks: await inLibrary(), beside: BESIDE, missing: 0 });
  });

  it('is made only where something was changed', async () => {
    expect(await backUp()).toBe(0);
    const [id = ''] = await save(3);
    expect(await backUp()).toBeGreaterThan(0);
    expect(await backUp()).toBe(0);
    await editTalk(id, { note: 'again' }, db);
    expect(await backUp()).toBeGreaterThan(0);
    expect(await backUp(Infinity, { ...BESIDE, searches: [] })).toBeGreaterThan(0);
    expect(await backUp(Infinity, { ...BESIDE, searches: [] })).toBe(0);
  });

  it('shares what was not touched with the one before, and holds what was', async () => {
    const ids = await save(1500);
    await backUp();
    const before = new Set(await partNames());
    clock += 86_400_000;
    await editTalk(ids[0] as string, { note: 'changed' }, db);
    await deleteTalks([ids[1] as string], db);
    await backUp();
    const added = (await partNames()).filter((name) => !before.has(name));
    expect(before.size).toBe(3);
    expect(added.length).toBeLessThanOrEqual(2);
    const [newest, oldest] = await listBackups();
    expect((await talksOf(newest?.id)).talks).toEqual(await inLibrary());
    expect((await talksOf(oldest?.id)).talks).toHaveLength(1500);
  });

  it('stays right over many days of saving, editing and deleting, and leaves nothing behind', async () => {
    let ids = await save(510);
    for (let day = 0; day < 14; day++) {
      clock += 86_400_000;
      ids = [...ids, ...(await save(40, `day ${day}`))];
      const gone = ids.filter((_, i) => i % 13 === day % 13).slice(0, 40);
      await deleteTalks(gone, db);
      ids = ids.filter((id) => !gone.includes(id));
      for (const id of ids.slice(day * 5, day * 5 + 5)) await editTalk(id, { note: `day ${day}` }, db);
      await backUp();
      expect((await talksOf((await listBackups())[0]?.id)).talks).toEqual(await inLibrary());
    }
    const notes = await listBackups();
    expect(notes.length).toBeLessThanOrEqual(11);
    const manifests = Object.entries(await browser.storage.local.get(null)).filter(([key]) => key.startsWith('backup/manifest/'));
    expect(manifests).toHaveLength(notes.length);
    const named = new Set(
      manifests.flatMap(([, value]) => (value as { parts: { name: string }[] }).parts.map(({ name }) => `backup/${name}`)),
    );
    expect([...(await partNames())].sort()).toEqual([...named].sort());
  });

  it('goes on where it was stopped, after any step, also when talks are saved meanwhile', async () => {
    await save(1600);
    for (let stop = 1; stop < 6; stop++) {
      await backUp(stop);
      await save(5, `meanwhile ${stop}`);
    }
    await backUp();
    await backUp();
    expect((await talksOf((await listBackups())[0]?.id)).talks).toEqual(await inLibrary());
  });

  it('tells how many talks a damaged part held, and gives all others', async () => {
    await save(1200);
    await backUp();
    const [name = ''] = await partNames();
    const packed = (await browser.storage.local.get(name))[name] as string;
    await browser.storage.local.set({ [name]: packed.slice(0, 2000) + (packed[2000] === 'A' ? 'B' : 'A') + packed.slice(2001) });
    const { talks, missing } = await talksOf((await listBackups())[0]?.id);
    expect(missing).toBeGreaterThan(0);
    expect(talks.length + (missing ?? 0)).toBe(1200);
  });
});

describe('after damage', () => {
  it('makes no backup of what is left before somebody was told', async () => {
    await save(20);
    await backUp();
    await db.delete();
    db = new Library(db.name);
    await save(1, 'after');
    expect(await backUp()).toBe(0);
    expect((await listBackups()).map(({ count }) => count)).toEqual([20]);
    await writeSetting('damage', undefined);
    clock += 1000;
    await backUp();
    expect((await listBackups()).map(({ count }) => count)).toEqual([1, 20]);
  });

  it('begins anew where the library went back: the same places mean other changes then', async () => {
    await save(10);
    const old = await db.meta.get('state');
    const later = await save(600, 'later');
    await backUp();
    await db.talks.bulkDelete(later);
    await db.meta.put(old!);
    clock += 1000;
    await checkWatermark(db, new Date(clock));
    await writeSetting('damage', undefined);
    clock += 1000;
    await save(700, 'again');
    await backUp();
    expect((await talksOf((await listBackups())[0]?.id)).talks).toEqual(await inLibrary());
  });
});
