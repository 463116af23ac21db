/** The self-check: what is in order and what is not, mended by a click, and a report that gives nothing away. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { scaleTalks } from '../tools/scale.mjs';
import { SAMPLE } from '../tools/sample-talks.mjs';
import { ask, expect, expectAccessible, open, openLibrary, test } from './browser';

/** Changes a row of the library past our code. */
async function tamper(page: Page, table: string, key: string, change: object): Promise<void> {
  await page.evaluate(
    ({ store, row, changed }) =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('talkshelf');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(store, 'readwrite');
          const reading = transaction.objectStore(store).get(row) as IDBRequest<object>;
          reading.onsuccess = () => transaction.objectStore(store).put({ ...reading.result, ...changed });
          transaction.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
    { store: table, row: key, changed: change },
  );
}

test('says what is in order and what is not, mends the index, and reports figures alone', async ({ session }) => {
  const library = await openLibrary(session);
  for (const { draft, tags } of SAMPLE) await ask(library, 'save', { drafts: [draft], tags });
  const many = scaleTalks(60).map(({ title, kind, speakers, links, source }) => ({ title, kind, speakers, links, source }));
  await ask(library, 'save', { drafts: many, tags: ['secret-tag'] });
  const health = await open(session, session.url('library.html#/health'));
  const state = (subject: string) => health.locator(`[data-check=${subject}]`);
  for (const subject of ['library', 'index', 'permissions', 'alarms', 'sync', 'storage']) {
    await expect(state(subject)).toHaveAttribute('data-health', 'good');
  }
  await expect(state('backups')).toHaveAttribute('data-health', 'attention');
  await expectAccessible(health);

  const file = test.info().outputPath('report.json');
  await session.download(() => health.getByRole('button', { name: 'Save the report' }).click(), file);
  const report = await readFile(file, 'utf8');
  for (const { draft } of SAMPLE) expect(report).not.toContain(draft.title);
  expect(report).not.toMatch(/https?:\/\/(?!www\.w3)|secret-tag|borealis/i);

  await tamper(health, 'searchIndex', 'index', { version: 1 });
  await tamper(health, 'meta', 'state', { count: 7 });
  await health.getByRole('button', { name: 'Check again' }).click();
  await expect(state('index')).toHaveAttribute('data-health', 'bad');
  await expect(state('library')).toHaveAttribute('data-health', 'bad');
  await tamper(health, 'meta', 'state', { count: SAMPLE.length + many.length });
  await health.getByRole('button', { name: 'Rebuild the index' }).click();
  await expect(state('index')).toHaveAttribute('data-health', 'good');
  await expect(state('library')).toHaveAttribute('data-health', 'good');
});
