/** The index must find what the reference finds, whatever happens to it. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { planOf } from '../../../../core/plan';
import { parseQuery } from '../../../../core/query';
import type { Talk } from '../../../../core/talk';
import { Library } from '../../../../storage/database';
import { evaluate } from '../../../../storage/search/evaluate';
import { indexProgress, indexStep } from '../../../../storage/search/index-work';
import { openView, withIndex } from '../../../../storage/search/open';
import { orderOf } from '../../../../storage/search/order';
import { deleteTalks, editTalk, restoreTalks } from '../../../../storage/talks';
import { write } from '../../../../storage/write';
import { hasRecords, scaleTalks } from '../../../tools/scale.mjs';
import { randomNumbers, randomQueries } from './queries';
import { Reference } from './reference';

if (!hasRecords) console.warn('search: ../shared/scale is absent, invented records are used');

const NOW = new Date('2026-11-20T12:00:00Z');
/** `npm run check:search` asks 2,000 queries over 5,000 talks. */
const QUERIES = Number(process.env.TALKSHELF_QUERIES ?? 200);
const TALKS = Number(process.env.TALKSHELF_TALKS ?? 1000);

let db: Library;

beforeEach(() => {
  db = new Library(`test-${crypto.randomUUID()}`);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await db.delete();
});

async function put(talks: readonly Talk[]): Promise<void> {
  await write(db, (writing) => {
    talks.forEach((talk) => writing.put(talk));
    return Promise.resolve();
  });
}

/** Places in the sequence of all hits, best first: they name rows, and no row has to be read for them. */
async function hits(text: string): Promise<number[] | undefined> {
  const { query } = parseQuery(text);
  if (!query) return undefined;
  const plan = planOf(query, NOW);
  return withIndex(db, async () => {
    const view = await openView(db);
    const found = await evaluate(view, plan);
    const [order, seqs] = [await orderOf(view, plan, found, 'relevance', found.total, NOW.getTime()), await view.seqs()];
    return Array.from(order, (doc) => seqs[doc]!);
  });
}

/** The stages an index goes through, one after the other; after each of them the hits must be the same as the reference's. */
const STAGES: [name: string, queries: number, run: () => Promise<unknown>][] = [
  // What is not indexed is looked through row by row, which takes its time.
  ['rows alone', QUERIES / 20, () => put(talks.slice(0, TALKS / 10))],
  ['one segment and rows', QUERIES / 20, () => indexAll().then(() => put(talks.slice(TALKS / 10, TALKS / 5)))],
  ['one merge put off', QUERIES, () => inSegments(TALKS / 5, TALKS / 2)],
  ['the first step of a merge', QUERIES, () => steps(1)],
  ['the second step of a merge', QUERIES, () => steps(1)],
  ['edits, deletions and talks brought back in the middle of it', QUERIES, () => change(1)],
  ['the end of the merge, after the browser was closed', QUERIES, () => reopen().then(() => indexAll())],
  ['many segments', QUERIES, () => inSegments(TALKS / 2, TALKS)],
  ['a step that a kill cut off', QUERIES, killed],
  ['everything indexed and merged', QUERIES, () => indexAll()],
  ['changes of what is merged', QUERIES, () => change(2)],
  ['changes taken in', QUERIES, () => indexAll(1)],
  ['a damaged part, and so rows alone', QUERIES / 20, damage],
  ['everything built anew', QUERIES, () => indexAll(1)],
];

let talks: Talk[];

describe('the index finds what the reference finds', () => {
  it('at every stage of taking in and merging, after edits, deletions, a kill and damage', async () => {
    talks = scaleTalks(TALKS, 4);
    vi.spyOn(console, 'warn').mockReturnValue(undefined);
    const queries = randomQueries(talks, QUERIES, 7);
    const reference = new Reference([]);
    for (const [stage, share, run] of STAGES) {
      await run();
      reference.update(await db.talks.toArray());
      for (const query of queries.slice(0, Math.ceil(share))) {
        const [found, expected] = [await hits(query), reference.hits(query, NOW)];
        // Comparing lists of thousands with `toEqual` would take longer than finding them.
        if (String(found) !== String(expected)) expect({ stage, query, found }).toEqual({ stage, query, found: expected });
      }
      if (QUERIES > 200)
        console.log(`${stage}: ${share} queries right, ${(await db.searchIndex.get('index'))?.segments.length ?? 0} segments`);
    }
    expect((await indexProgress(db)).indexed).toBe(await db.talks.count());
  }, 3_600_000);
});

async function indexAll(fewest?: number): Promise<void> {
  while ((await indexStep(db, fewest)) === 'more');
}

async function steps(count: number): Promise<void> {
  for (let i = 0; i < count; i++) expect(await indexStep(db, 1)).toBe('more');
}

/** Puts talks in five portions, each of them indexed, but leaves the last step, a merge, undone. */
async function inSegments(from: number, to: number): Promise<void> {
  const portion = Math.ceil((to - from) / 5);
  for (let at = from; at < to; at += portion) {
    await put(talks.slice(at, Math.min(to, at + portion)));
    await indexStep(db, 1);
  }
}

async function change(seed: number): Promise<void> {
  const random = randomNumbers(seed);
  const ids = (await db.talks.toCollection().primaryKeys()).filter(() => random(20) === 0);
  await deleteTalks(ids.slice(0, 15), db);
  for (const id of ids.slice(15, 30)) await editTalk(id, { title: 'Edited compiler talk', tags: ['web'] }, db);
  await restoreTalks(ids.slice(0, 3), db);
}

async function reopen(): Promise<void> {
  db.close();
  db = new Library(db.name);
  await db.open();
}

async function killed(): Promise<void> {
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, names, mode) {
    if (mode === 'readwrite') throw new Error('killed');
    return make.call(this, names, mode);
  });
  await expect(indexAll(1)).rejects.toThrow();
  transaction.mockRestore();
  await reopen();
}

// eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with the database it is meant for
const make = IDBDatabase.prototype.transaction;

async function damage(): Promise<void> {
  const parts = await db.searchParts.toArray();
  for (const part of parts) {
    const bytes = new Uint8Array(await part.blob.arrayBuffer());
    for (let at = 0; at < bytes.length; at += 997) bytes[at]! ^= 16;
    await db.searchParts.put({ ...part, blob: new Blob([bytes]) });
  }
  await reopen();
}
