/** The search index in a real browser: killed between its steps and in the middle of them, it goes on and finds what a plain look finds. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scaleTalks } from '../tools/scale.mjs';
import { ask, expect, launch, openLibrary, type Session, test } from './browser';
import type { Page } from '@playwright/test';
import type { Talk } from '../../core/talk';

/** So many that indexing takes several seconds. */
const COUNT = 6000;

/** Writes talks past the extension's own code, so that a browser is filled in no time, and says that there is something to be indexed. */
async function fill(library: Page, talks: readonly Talk[], first: number): Promise<void> {
  await library.evaluate(
    ({ rows, from }) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('talkshelf');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(['talks', 'meta'], 'readwrite');
          rows.forEach((row, i) => transaction.objectStore('talks').put({ ...row, seq: from + i + 1 }));
          const clock = { time: 0, counter: 0, node: '00000000' };
          const count = from + rows.length;
          transaction.objectStore('meta').put({ key: 'state', databaseId: 'test', clock, sequence: count, count });
          transaction.oncomplete = () => {
            opening.result.close();
            done();
          };
          transaction.onabort = () => failed(new Error('not filled'));
        };
      }),
    { rows: talks, from: first },
  );
}

/** What the index consists of now; 0 talks where there is none. */
async function indexed(library: Page): Promise<{ mark: number; segments: number; merging: boolean }> {
  return library.evaluate(
    () =>
      new Promise((done) => {
        const opening = indexedDB.open('talkshelf');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('searchIndex').objectStore('searchIndex').get('index');
          reading.onsuccess = () => {
            opening.result.close();
            const row = reading.result as { mark: number; segments: unknown[]; merge?: unknown } | undefined;
            done({ mark: row?.mark ?? 0, segments: row?.segments.length ?? 0, merging: row?.merge !== undefined });
          };
        };
      }),
  );
}

const QUERIES: [query: string, holds: (talk: Talk) => boolean][] = [
  ['tag:python', ({ tags }) => tags.includes('python')],
  ['kind:lightning -tag:web', ({ kind, tags }) => kind === 'lightning' && !tags.includes('web')],
  ['has:slides', ({ links }) => links.some(({ kind }) => kind === 'slides')],
  ['title:p', ({ title }) => /(^|[^\p{L}\p{N}])p/iu.test(title.normalize('NFKD').replace(/\p{M}/gu, ''))],
  ['status:watched', ({ status }) => status === 'watched'],
];

async function isRight(library: Page, talks: readonly Talk[]): Promise<void> {
  for (const [query, holds] of QUERIES) {
    const { total } = await ask(library, 'search', { query, limit: 20 });
    expect({ query, total }).toEqual({ query, total: talks.filter(holds).length });
  }
}

test('goes on after kill -9, several times, while it is built and merged', async () => {
  test.setTimeout(180_000);
  const profile = await mkdtemp(join(tmpdir(), 'talkshelf-kill-'));
  const talks = scaleTalks(COUNT);
  let session: Session = await launch({ profile });
  let library = await openLibrary(session);
  // In portions, each indexed by itself, so that there is something to merge.
  for (let from = 0; from < COUNT; from += COUNT / 6) {
    await fill(library, talks.slice(from, from + COUNT / 6), from);
    await ask(library, 'changed', null);
    // Later and later in the work of the worker, wherever that is.
    await new Promise((done) => setTimeout(done, (from / COUNT) * 600));
    await session.kill();
    session = await launch({ profile });
    library = await openLibrary(session);
    await isRight(library, talks.slice(0, from + COUNT / 6));
  }
  await ask(library, 'changed', null);
  await expect.poll(() => indexed(library), { timeout: 60_000 }).toMatchObject({ mark: COUNT, merging: false });
  await isRight(library, talks);
  expect((await indexed(library)).segments).toBeLessThanOrEqual(6);
  await session.close();
  await rm(profile, { recursive: true, force: true });
});
