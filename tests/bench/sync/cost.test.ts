/**
 * What syncing costs: requests and bytes, counted at the store, for a library of 100,000 talks (`TALKSHELF_TALKS` for another size). The store is in memory;
 * the listing is counted as 150 bytes an entry.
 */
import 'fake-indexeddb/auto';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Talk } from '../../../core/talk';
import { Library } from '../../../storage/database';
import { editTalk } from '../../../storage/talks';
import { editTalks } from '../../../storage/bulk';
import { syncOnce } from '../../../storage/sync/engine';
import { createVault, joinVault } from '../../../storage/sync/vault';
import { MemoryStore } from '../../sync/fleet/memory-store';
import { scaleTalks } from '../../tools/scale.mjs';

const TALKS = Number(process.env.TALKSHELF_TALKS ?? 100_000);
const PASS = 'correct horse battery staple';

const store = new MemoryStore();
const one = new Library('bench-one');
const other = new Library('bench-other');

interface Cost {
  requests: number;
  bytes: number;
  seconds: number;
}

/** Syncs until there is no more to do. */
async function cost(db: Library): Promise<Cost> {
  store.requests.length = 0;
  const started = performance.now();
  for (;;) {
    const report = await syncOnce({ store, db, agreed: true });
    expect(report.problem).toBeUndefined();
    if (report.status !== 'more') break;
  }
  const bytes = store.requests.reduce((sum, request) => sum + request.bytes, 0);
  return { requests: store.requests.length, bytes, seconds: Math.round((performance.now() - started) / 100) / 10 };
}

async function fill(db: Library, talks: readonly Talk[]): Promise<void> {
  const rows = talks.map((talk, i) => ({ ...talk, seq: i + 1, mine: i + 1 }));
  for (let from = 0; from < rows.length; from += 5000) await db.talks.bulkPut(rows.slice(from, from + 5000));
  const clock = { time: Date.UTC(2026, 0), counter: 0, node: '00000000' };
  await db.meta.put({ key: 'state', databaseId: crypto.randomUUID(), clock, sequence: rows.length, count: rows.length });
}

it(`costs of syncing ${TALKS} talks`, async () => {
  const talks = scaleTalks(TALKS);
  const id = talks[0]?.id ?? '';
  const json = gzipSync(talks.map((talk) => JSON.stringify(talk)).join('\n')).length;
  await fill(one, talks);
  await createVault({ store, db: one, name: 'One' }, PASS);
  const push = await cost(one);
  await cost(one);
  await joinVault({ store, db: other, name: 'Other' }, { passphrase: PASS });
  const join = await cost(other);
  expect(await other.talks.count()).toBe(TALKS);
  for (const db of [one, other, one, other]) await cost(db);
  const idle = await cost(one);
  await editTalk(id, { note: 'a note of some words' }, other);
  const pushed = await cost(other);
  const pulled = await cost(one);
  for (const db of [other, one]) await cost(db);
  const figures = {
    ...{ talks: TALKS, 'gzipped JSON': json, 'first push': push },
    'first join': { ...join, 'of JSON': Math.round((join.bytes / json) * 100) / 100 },
    ...{ idle, 'push of a field': pushed, 'pull of a field': pulled },
    '20 pushes': await many(20, talks),
    '10,000 changes': await large(talks.slice(0, 10_000).map((talk) => talk.id)),
  };
  console.log(
    [
      `idle ${told(figures.idle)}; one field pushed ${told(figures['push of a field'])}, pulled ${told(figures['pull of a field'])}`,
      `first join ${told(join)}: ${figures['first join']['of JSON']} times the gzipped JSON (${json} bytes)`,
      'for comparison, one field: floccus moves the whole file, 9 requests and about 30 MB; the CouchDB replicator 5 requests and about 1 kB',
      JSON.stringify({ bench: 'sync', figures }),
    ].join('\n'),
  );
  expect(figures.idle).toMatchObject({ requests: 1 });
  for (const each of [figures['push of a field'], figures['pull of a field']]) {
    expect(each.requests).toBeLessThanOrEqual(2);
    expect(each.bytes).toBeLessThanOrEqual(8192);
  }
  expect(join.requests).toBeLessThanOrEqual(40);
  expect(join.bytes / json).toBeLessThanOrEqual(1.3);
});

function told({ requests, bytes }: Cost): string {
  return `${requests} requests, ${bytes} bytes`;
}

/** One edit after another, each pushed and pulled: now and then the head is full, and a segment is written. */
async function many(times: number, talks: readonly Talk[]): Promise<unknown> {
  const pushed: Cost[] = [];
  const pulled: Cost[] = [];
  for (let i = 1; i <= times; i++) {
    await editTalk(talks[(i * 997) % talks.length]!.id, { status: i % 2 ? 'watched' : 'dropped' }, other);
    pushed.push(await cost(other));
    pulled.push(await cost(one));
  }
  return { push: spread(pushed), pull: spread(pulled) };
}

function spread(costs: readonly Cost[]): unknown {
  const of = (name: 'requests' | 'bytes') => {
    const sorted = costs.map((each) => each[name]).sort((a, b) => a - b);
    return { median: sorted[Math.floor(sorted.length / 2)], most: sorted.at(-1) };
  };
  return { requests: of('requests'), bytes: of('bytes') };
}

/** A change of very many talks, and how long its transactions hold the library of the other. */
async function large(ids: readonly string[]): Promise<unknown> {
  await editTalks(ids, () => ({ status: 'watching' }), undefined, other);
  const push = await cost(other);
  const times: number[] = [];
  const started = new Map<unknown, number>();
  one.on('blocked', () => undefined);
  const transaction = one.transaction.bind(one) as (...args: unknown[]) => Promise<unknown>;
  Object.assign(one, {
    transaction: async (...args: unknown[]) => {
      const key = {};
      started.set(key, performance.now());
      const result = await transaction(...args);
      times.push(performance.now() - started.get(key)!);
      return result;
    },
  });
  const pull = await cost(one);
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.floor((times.length - 1) * share)] ?? 0);
  return { push, pull, 'transactions ms': { count: times.length, p50: at(0.5), p95: at(0.95), most: at(1) } };
}
