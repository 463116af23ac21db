/** What can happen to an index: the worker is killed, bits flip, parts are lost, the library changes under way. Search stays right. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Library } from '../../../../storage/database';
import { search } from '../../../../storage/search';
import { indexProgress, indexStep } from '../../../../storage/search/index-work';
import { deleteTalks, editTalk, restoreTalks } from '../../../../storage/talks';
import { write } from '../../../../storage/write';
import { scaleTalks } from '../../../tools/scale.mjs';
import { Reference } from './reference';

const NOW = new Date('2026-11-20T12:00:00Z');
const QUERIES = ['python', 'the', 't', '"in the"', 'tag:web', '-testing lang:en', 'saved:2020..', 'has:video data OR web'];

let db: Library;

beforeEach(() => {
  db = new Library(`test-${crypto.randomUUID()}`);
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await db.delete();
});

async function put(from: number, to: number): Promise<void> {
  await write(db, (writing) => {
    for (const talk of scaleTalks(to, 3).slice(from)) writing.put(talk);
    return Promise.resolve();
  });
}

async function indexAll(fewest = 1): Promise<void> {
  while ((await indexStep(db, fewest)) === 'more');
}

/** A page that was just opened: nothing is kept from before. */
async function reopened(): Promise<Library> {
  db.close();
  db = new Library(db.name);
  return db.open().then(() => db);
}

async function isRight(): Promise<void> {
  const rows = await db.talks.toArray();
  const reference = new Reference(rows);
  const idOf = new Map(rows.map(({ seq, id }) => [seq, id]));
  for (const query of QUERIES) {
    const { talks, total } = await search(query, { limit: 15, now: NOW }, db);
    const expected = reference.hits(query, NOW)!.map((seq) => idOf.get(seq));
    expect({ query, total, ids: talks.map(({ id }) => id) }).toEqual({ query, total: expected.length, ids: expected.slice(0, 15) });
  }
}

describe('a worker that is killed', () => {
  it.each(['before a step is written', 'in the middle of a merge'])('%s goes on from there', async (when) => {
    for (let i = 0; i < 4; i++) {
      await put(i * 40, i * 40 + 40);
      if (i < 3) await indexAll();
    }
    if (when === 'in the middle of a merge') {
      await indexStep(db, 1);
      await indexStep(db, 1);
      expect((await db.searchIndex.get('index'))!.merge).toBeDefined();
    } else {
      const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
        throw new Error('killed');
      });
      await expect(indexStep(db, 1)).rejects.toThrow();
      transaction.mockRestore();
    }
    await reopened();
    await isRight();
    const ids = await db.talks.limit(6).primaryKeys();
    await deleteTalks(ids.slice(0, 3), db);
    await editTalk(ids[4]!, { title: 'Python in the web' }, db);
    await indexAll();
    await isRight();
    expect((await db.searchIndex.get('index'))!.segments.length).toBeLessThan(4);
  });

  it('or two at once do no harm', async () => {
    await put(0, 200);
    await Promise.all([indexAll(), indexAll(), indexAll()]);
    await isRight();
    expect(await indexProgress(db)).toEqual({ indexed: 200, total: 200 });
  });
});

describe('a change while a merge is under way', () => {
  it('is carried over', async () => {
    for (let i = 0; i < 4; i++) {
      await put(i * 10, i * 10 + 10);
      await indexStep(db, 1);
    }
    await indexStep(db, 1000);
    const ids = await db.talks.limit(9).primaryKeys();
    await deleteTalks(ids.slice(0, 4), db);
    await editTalk(ids[5]!, { title: 'Changed meanwhile' }, db);
    await indexStep(db, 1);
    await indexAll();
    await restoreTalks(ids.slice(0, 1), db);
    await isRight();
    expect((await search('changed meanwhile', { limit: 5 }, db)).total).toBe(1);
  });
});

describe('damage', () => {
  it('of a bit is noticed by whoever searches, and made good (flips.test.ts tries them all)', { timeout: 120_000 }, async () => {
    await put(0, 3);
    await indexAll();
    const part = (await db.searchParts.toArray())[0]!;
    const index = (await db.searchIndex.get('index'))!;
    const bytes = new Uint8Array(await part.blob.arrayBuffer());
    const { header } = index.segments[0]!;
    const places = Math.ceil((bytes.length + header.length) / 60);
    let noticed = 0;
    for (let at = 3; at < bytes.length + header.length; at += places) {
      const [flippedPart, flippedHeader] = [bytes.slice(), header.slice()];
      if (at < bytes.length) flippedPart[at]! ^= 1 << (at % 8);
      else flippedHeader[at - bytes.length]! ^= 1 << (at % 8);
      const { generation = 0 } = (await db.searchIndex.get('index')) ?? {};
      await db.searchParts.put({ ...part, blob: new Blob([flippedPart]) });
      const segments = [{ ...index.segments[0]!, id: crypto.randomUUID(), header: flippedHeader }];
      await db.searchIndex.put({ ...index, generation: generation + 1, segments });
      await isRight();
      if ((await db.searchIndex.get('index'))!.segments.length === 0) noticed++;
    }
    expect(noticed).toBeGreaterThan(20);
  });

  it.each(['a lost part', 'another version', 'wrong marks', 'a talk too many'])('%s is made good from the rows', async (what) => {
    await put(0, 60);
    await indexAll();
    const index = (await db.searchIndex.get('index'))!;
    if (what === 'a lost part') await db.searchParts.clear();
    if (what === 'another version') await db.searchIndex.put({ ...index, version: 0 });
    if (what === 'wrong marks') index.segments[0]!.deleted[0]! ^= 1;
    if (what === 'a talk too many') await db.talks.delete((await db.talks.limit(1).primaryKeys())[0]!);
    if (what === 'wrong marks') await db.searchIndex.put({ ...index, generation: index.generation + 1 });
    if (what === 'a talk too many') await db.meta.update('state', { count: 59 });
    await reopened();
    if (what === 'a talk too many') await indexAll();
    await isRight();
    await indexAll();
    await isRight();
    expect((await indexProgress(db)).indexed).toBe(await db.talks.count());
    expect((await db.searchIndex.get('index'))!.segments).toHaveLength(1);
  });
});

describe('a library that is emptied', () => {
  it('keeps an index that can be filled again', async () => {
    await put(0, 50);
    await indexAll();
    await deleteTalks(await db.talks.toCollection().primaryKeys(), db);
    await indexAll();
    await isRight();
    await put(50, 90);
    await indexAll();
    await isRight();
  });

  it('is not indexed for ever where a row cannot be', async () => {
    await put(0, 40);
    await db.table('talks').put({ ...scaleTalks(41, 3)[40] });
    await db.meta.update('state', { count: 41 });
    await indexAll();
    expect((await search('tag:web', { limit: 5 }, db)).total).toBeGreaterThan(0);
  });
});

describe('many single saves', () => {
  it('leave few segments', { timeout: 120_000 }, async () => {
    const talks = scaleTalks(600);
    for (const talk of talks) {
      await write(db, (writing) => {
        writing.put(talk);
        return Promise.resolve();
      });
      await indexAll(2);
      expect((await db.searchIndex.get('index'))?.segments.length ?? 0).toBeLessThanOrEqual(12);
    }
    await isRight();
  });
});
