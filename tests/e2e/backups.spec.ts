/** Automatic backups in a real browser: made by the worker, and back in two clicks after the browser lost or damaged the library's files. */
import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { SAMPLE } from '../tools/sample-talks.mjs';
import { ask, databasesOf, expect, expectAccessible, launch, onlyIn, open, openLibrary, rowOf, type Session, test } from './browser';

/** Fills the library and has the worker make its backup, as its alarm would half an hour later. */
async function filled(session: Session): Promise<Page> {
  const library = await openLibrary(session);
  for (const { draft, tags } of SAMPLE) await ask(library, 'save', { drafts: [draft], tags });
  expect(await alarms(library)).toContain('backup');
  await library.evaluate(() =>
    (globalThis as unknown as { chrome: { alarms: { create(name: string, info: object): Promise<void> } } }).chrome.alarms.create(
      'backup',
      {
        when: Date.now(),
      },
    ),
  );
  await expect.poll(() => alarms(library)).not.toContain('backup');
  return library;
}

async function alarms(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: { alarms: { getAll(): Promise<{ name: string }[]> } } };
    return (await chrome.alarms.getAll()).map(({ name }) => name);
  });
}

/** The files of the library's database. */
async function databaseFiles(session: Session, pattern: RegExp): Promise<string[]> {
  const folder = databasesOf(session);
  return (await readdir(folder, { recursive: true })).filter((name) => pattern.test(name)).map((name) => join(folder, name));
}

const GARBAGE = Buffer.alloc(4096, 'garbage');

async function overwrite(files: readonly string[]): Promise<void> {
  expect(files.length).toBeGreaterThan(0);
  await Promise.all(files.map((file) => writeFile(file, GARBAGE)));
}

type Damage = Record<string, (session: Session) => Promise<void>>;

const GONE: Damage = { 'all files gone': (session) => rm(databasesOf(session), { recursive: true }) };

/** What can become of the files, measured in Chromium 156 (2026-11): each gives an empty, an older or an unreadable library. */
const IN_CHROMIUM: Damage = {
  'garbage in the log': async (session) => overwrite(await databaseFiles(session, /\.log$/)),
  'a bad manifest': async (session) => overwrite(await databaseFiles(session, /\bMANIFEST-/)),
  'the last rows cut off': async (session) => {
    const [log = ''] = await databaseFiles(session, /\.log$/);
    await truncate(log, Math.floor((await readFile(log)).length / 2));
  },
  'a table of rows gone': async (session) => {
    const tables = await databaseFiles(session, /\.ldb$/);
    expect(tables.length).toBeGreaterThan(0);
    await Promise.all(tables.map((file) => rm(file)));
  },
  'garbage in a table of rows': async (session) => overwrite(await databaseFiles(session, /\.ldb$/)),
};

/** The same for Firefox 153, which keeps each database in a file of SQLite. */
const IN_FIREFOX: Damage = {
  'garbage in the database': async (session) => overwrite(await databaseFiles(session, /\.sqlite$/)),
  'the database cut off': async (session) => {
    for (const file of await databaseFiles(session, /\.sqlite$/)) await truncate(file, Math.floor((await readFile(file)).length / 2));
  },
};

for (const [name, damage] of Object.entries(GONE)) comesBack(name, damage);
test.describe(() => {
  onlyIn('chromium', 'files-of-chromium');
  for (const [name, damage] of Object.entries(IN_CHROMIUM)) comesBack(name, damage);
});
test.describe(() => {
  onlyIn('firefox', 'files-of-firefox');
  for (const [name, damage] of Object.entries(IN_FIREFOX)) comesBack(name, damage);
});

function comesBack(name: string, damage: (session: Session) => Promise<void>): void {
  test(`everything is back in two clicks: ${name}`, async ({ session }) => {
    const before = await filled(session);
    // Chromium moves what it logged into tables when there is enough of it.
    if (name.includes('table')) await pad(before);
    await session.context.close();
    await damage(session);

    const again = await launch({ profile: session.profile });
    const library = await open(again, again.url('library.html'));
    await restoreByTwoClicks(library);
    await library.getByRole('link', { name: 'All talks', exact: true }).click();
    for (const { draft } of SAMPLE) await expect(rowOf(library, draft.title)).toHaveCount(1);
    await library.getByRole('button', { name: 'I understand' }).click();
    await expect(library.getByRole('alert')).toHaveCount(0);
    await again.close();
  });
}

/** Writes 15 MB that nothing refers to, in values small enough to lie in the database itself. */
async function pad(library: Page): Promise<void> {
  await library.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('talkshelf');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('searchParts', 'readwrite');
          const noise = (_: unknown, i: number) => String.fromCharCode(33 + ((i * 7919 + i * i) % 90));
          const text = Array.from({ length: 30_000 }, noise).join('');
          for (let i = 0; i < 500; i++) transaction.objectStore('searchParts').put({ key: `padding ${i}`, text });
          transaction.oncomplete = () => done();
        };
      }),
  );
}

async function restoreByTwoClicks(library: Page): Promise<void> {
  await library.getByRole('link', { name: /^Put back the backup of/ }).click();
  await library.getByRole('button', { name: /^Import \d+ talks?$/ }).click();
  await expect(library.locator('[data-stage=done]')).toContainText('imported');
}

test('the settings list the backups, make one, and put one back in two clicks', async ({ session }) => {
  const library = await filled(session);
  await library.goto(session.url('library.html#/settings/backups'));
  await library.reload();
  const list = library.getByRole('list', { name: 'Automatic backups' });
  await expect(list.getByRole('listitem')).toHaveText([new RegExp(`${SAMPLE.length} talks`)]);
  await expectAccessible(library);
  await library.getByRole('link', { name: 'All talks', exact: true }).click();
  const { title } = SAMPLE[0]!.draft;
  await rowOf(library, title).click();
  await library.keyboard.press('Delete');
  await expect(rowOf(library, title)).toHaveCount(0);
  await library.goto(session.url('library.html#/settings/backups'));
  await list.getByRole('button', { name: /^Put back the backup of/ }).click();
  await library.getByRole('button', { name: 'Import 1 talk' }).click();
  await library.getByRole('link', { name: 'All talks', exact: true }).click();
  await expect(rowOf(library, title)).toHaveCount(1);
});
