/** The index must find what the reference finds, whatever happens to it. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planOf } from '../../../../core/plan';
import { parseQuery } from '../../../../core/query';
import type { Talk } from '../../../../core/talk';
import { Library, type TalkRow } from '../../../../storage/database';
import { evaluate } from '../../../../storage/search/evaluate';
import { indexProgress, indexStep } from '../../../../storage/search/index-work';
import { openView } from '../../../../storage/search/open';
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

afterEach(() => db.delete());

async function put(talks: readonly Talk[]): Promise<void> {
  await write(db, (writing) => {
    talks.forEach((talk) => writing.put(talk));
    return Promise.resolve();
  });
}

async function rows(): Promise<TalkRow[]> {
  return db.talks.toArray();
}

/** Places in the sequence of all hits, best first: they name rows, and no row has to be read for them. */
async function hits(text: string): Promise<number[] | undefined> {
  const { query } = parseQuery(text);
  if (!query) return undefined;
  const [view, plan] = [await openView(db), planOf(query, NOW)];
  const found = await evaluate(view, plan);
  const [order, seqs] = [await orderOf(view, plan, found, 'relevance', found.total, NOW.getTime()), await view.seqs()];
  return Array.from(order, (doc) => seqs[doc]!);
}

async function compare(reference: Reference, queries: readonly string[]): Promise<void> {
  for (const query of queries) expect({ query, found: await hits(query) }).toEqual({ query, found: reference.hits(query, NOW) });
}

describe('the index finds what the reference finds', () => {
  it('at every stage of taking in and merging, after edits and deletions', async () => {
    const talks = scaleTalks(TALKS, 4);
    const queries = randomQueries(talks, QUERIES, 7);
    const random = randomNumbers(3);
    const share = Math.ceil(QUERIES / 20);
    for (let from = 0; from < TALKS; from += TALKS / 10) {
      await put(talks.slice(from, from + TALKS / 10));
      if (from > 0) {
        const ids = (await db.talks.limit(from).primaryKeys()).filter(() => random(40) === 0);
        await deleteTalks(ids.slice(0, 5), db);
        for (const id of ids.slice(5, 10)) await editTalk(id, { title: 'Edited compiler talk', tags: ['web'] }, db);
        if ((from / TALKS) * 10 === 4) await restoreTalks(ids.slice(0, 2), db);
      }
      const reference = new Reference(await rows());
      const some = Array.from({ length: share }, () => queries[random(QUERIES)]!);
      await compare(reference, some);
      while ((await indexStep(db, ((from * 10) / TALKS) % 3 === 0 ? 1 : 32)) === 'more') await compare(reference, some.slice(0, 5));
      await compare(reference, some);
    }
    await compare(new Reference(await rows()), queries);
    expect((await db.searchIndex.get('index'))!.segments.length).toBeLessThanOrEqual(12);
    expect((await indexProgress(db)).indexed).toBe(await db.talks.count());
  }, 600_000);
});
