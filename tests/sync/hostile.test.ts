import 'fake-indexeddb/auto';
import { constants, deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Library } from '../../storage/database';
import { saveDrafts } from '../../storage/talks';
import { syncOnce } from '../../storage/sync/engine';
import { headPath, headText, type Head } from '../../storage/sync/head';
import { seal } from '../../storage/sync/sealed';
import type { VaultRow } from '../../storage/sync/tables';
import { createVault, joinVault } from '../../storage/sync/vault';
import { draftOf } from '../unit/drafts';
import { MemoryStore } from './fleet/memory-store';

const PASS = 'correct horse battery staple';
const EVIL = 'deadbeef';
const SEGMENT = `v1/s/${EVIL}/9-0badf00d`;

let store: MemoryStore;
let db: Library;
let vault: VaultRow;

beforeEach(async () => {
  store = new MemoryStore();
  db = new Library(`hostile-${crypto.randomUUID()}`);
  await createVault({ store, db, name: 'One' }, PASS);
  vault = (await db.sync.get('vault')) as VaultRow;
  await saveDrafts([draftOf()], ['go'], db);
  await syncOnce({ store, db });
});

afterEach(() => db.delete());

/** Another device of the vault, with the right key and bad intentions. */
async function attack(lines: string[], changes: Partial<Head> = {}): Promise<void> {
  const head: Head = {
    ...{ v: 1, device: EVIL, name: 'Evil', at: '2026-01-01T00:00:00.000Z', generation: 1, token: 'aaaaaa', chain: {}, mark: 9, count: 1 },
    ...{ segments: [], layout: 0, acknowledged: {}, was: [], missing: [], ...changes },
  };
  const path = headPath(EVIL, 'a');
  await store.put([{ path, bytes: await seal(vault, path, 1, headText(head, []) + lines.join('\n')) }]);
}

const LISTED: Partial<Head> = { segments: [{ path: SEGMENT, from: 0, to: 9, count: 1, bytes: 100 }] };

/** A record of another talk, with something wrong in it. */
async function record(wrong: object): Promise<string> {
  const [row] = await db.talks.toArray();
  const { seq: _seq, mine: _mine, ...talk } = row!;
  return JSON.stringify([9, { ...talk, id: 'other', note: 'evil', ...wrong }]).replace('"DEEP"', '['.repeat(100_000) + ']'.repeat(100_000));
}

/** Syncs, and shows that nothing here was touched. */
async function refused(): Promise<unknown> {
  const before = [await db.talks.toArray(), await db.tombstones.toArray()];
  const report = await syncOnce({ store, db, thorough: true });
  expect([await db.talks.toArray(), await db.tombstones.toArray()]).toEqual(before);
  return report.problem;
}

const damaged = { kind: expect.stringMatching(/^(?:damaged|badAnswer)$/) as string, message: expect.any(String) as string };

describe('a hostile device', () => {
  it.each<[string, object]>([
    ['5,000 tags', { tags: Array.from({ length: 5000 }, (_, i) => `t${i}`) }],
    ['a million tags', { tags: Array.from({ length: 1_000_000 }, (_, i) => `t${i}`) }],
    ['an unsafe link', { links: [{ url: 'javascript:alert(1)', kind: 'page' }] }],
    ['a note of megabytes', { note: 'x'.repeat(100_000) }],
    ['a stamp of the year 9999', { stamp: '9999-01-01T00:00:00.000Z-0000-deadbeef' }],
    ['no title', { title: undefined }],
    ['a place in the database', { mine: 1 }],
    ['a field that is a prototype', JSON.parse('{"__proto__":{"polluted":true}}') as object],
    ['an id of another record', { marks: { ids: ['0'] } }],
    ['an unknown field nested deeply', { rating: 'DEEP' }],
  ])('is refused %s', async (_name, wrong) => {
    await attack([await record(wrong)]);
    expect(await refused()).toMatchObject(damaged);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('is refused a record that stands beside good ones, and these with it', async () => {
    await attack([await record({}), await record({ id: 'third', kind: 7 })]);
    expect(await refused()).toMatchObject(damaged);
  });

  it('is refused a file that unpacks to 10 GB, before it takes memory', async () => {
    await attack([], LISTED);
    await store.put([{ path: SEGMENT, bytes: await bomb(SEGMENT, 10_240) }]);
    const before = process.memoryUsage().rss;
    expect(await refused()).toMatchObject({ ...damaged, detail: { path: SEGMENT } });
    expect(process.memoryUsage().rss - before).toBeLessThan(400e6);
  });

  it('is refused a later version of its files, by its name', async () => {
    await attack([], { v: 2 as 1 });
    expect(await refused()).toMatchObject({ kind: 'newer' });
  });

  it('is no danger to what it does not damage: a good record is taken in', async () => {
    await attack([await record({ source: { ...draftOf().source, url: 'https://else.example/' }, keys: ['else.example'] })]);
    expect(await syncOnce({ store, db, thorough: true })).toMatchObject({ status: 'done', added: 1 });
  });
});

describe('a hostile server', () => {
  it('cannot show one device’s file as another’s', async () => {
    const head = [...store.files.keys()].find((path) => path.startsWith('v1/h/'))!;
    store.files.set(headPath(EVIL, 'a'), { bytes: store.files.get(head)!.bytes, version: 'x' });
    expect(await refused()).toMatchObject(damaged);
  });

  it('cannot change a byte', async () => {
    await attack([await record({})]);
    const file = store.files.get(headPath(EVIL, 'a'))!;
    file.bytes[file.bytes.length - 20]! ^= 1;
    expect(await refused()).toMatchObject(damaged);
  });

  it('takes nothing back by showing old files again', async () => {
    const other = new Library(`hostile-${crypto.randomUUID()}`);
    await joinVault({ store, db: other, name: 'Two' }, { passphrase: PASS });
    const old = new Map(store.files);
    await syncOnce({ store, db: other });
    await saveDrafts([draftOf({ source: { ...draftOf().source, url: 'https://new.example/' } })], [], db);
    await syncOnce({ store, db });
    await syncOnce({ store, db: other });
    for (const [path, file] of old) store.files.set(path, { ...file, version: `again ${file.version}` });
    await syncOnce({ store, db: other, thorough: true });
    expect([await other.talks.count(), await other.tombstones.count()]).toEqual([2, 0]);
    // And who is missing in the vault now tells it again.
    for (const each of [db, other, db, other]) await syncOnce({ store, db: each, thorough: true });
    expect([await db.talks.count(), await other.talks.count()]).toEqual([2, 2]);
    await other.delete();
  });

  it.each<[string, object]>([
    ['fewer rounds', { iterations: 1000 }],
    ['rounds without end', { iterations: 1e9 }],
    ['another derivation', { name: 'PBKDF2-SHA-1' }],
    ['a short salt', { salt: 'AAAA' }],
  ])('cannot ask for %s', async (_name, kdf) => {
    const path = 'v1/vault.json';
    const file = JSON.parse(new TextDecoder().decode(store.files.get(path)!.bytes)) as { kdf: object };
    const bytes = new TextEncoder().encode(JSON.stringify({ ...file, kdf: { ...file.kdf, ...kdf } }));
    await store.put([{ path, bytes }]);
    const other = new Library(`hostile-${crypto.randomUUID()}`);
    await expect(joinVault({ store, db: other, name: 'Two' }, { passphrase: PASS })).rejects.toMatchObject({ kind: 'weakVault' });
    expect(await other.sync.count()).toBe(0);
    await other.delete();
  });

  it('cannot give the key away: it cannot be exported', async () => {
    await expect(crypto.subtle.exportKey('raw', vault.secret)).rejects.toThrow();
    expect(JSON.stringify([...store.files.values()].map(({ bytes }) => new TextDecoder().decode(bytes)))).not.toContain('Quiet Compiler');
  });
});

/** Zeros, packed a megabyte a kilobyte, sealed with the vault's own key as a device would. */
async function bomb(path: string, megabytes: number): Promise<Uint8Array> {
  const block = deflateRawSync(new Uint8Array(1024 * 1024), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const packed = Buffer.concat([Buffer.from([31, 139, 8, 0, 0, 0, 0, 0, 0, 3]), ...Array.from({ length: megabytes }, () => block)]);
  const file = await seal(vault, path, 9, '');
  const about = new TextEncoder().encode(`talkshelf\n${vault.id}\n${path}\n`);
  const additionalData = new Uint8Array([...about, ...file.slice(0, 12)]);
  const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: file.slice(12, 24), additionalData }, vault.secret, packed);
  return Buffer.concat([file.slice(0, 24), Buffer.from(body)]);
}
