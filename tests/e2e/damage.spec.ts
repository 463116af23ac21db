/**
 * Chromium's own database files, damaged while the browser is closed, in a library that is in a vault on a real WebDAV server. Whatever the damage: it is
 * noticed at the next start, the library is filled from the vault again, and the other browser of the vault loses nothing by it.
 */
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Server, startServer } from '../sync/servers/process';
import { lighttpd } from '../sync/servers/webdav';
import { draftOf } from '../unit/drafts';
import { onlyIn, ask, expect, launch, openLibrary, type Session, test } from './browser';
import { connect } from './connecting';

onlyIn('chromium', 'files-of-chromium');

const PASSPHRASE = 'seven quiet compilers drink tea at noon';
const TALKS = 60;

/** A profile's folder, and a copy of it as it was earlier. */
interface Home {
  profile: string;
  early: string;
}

const CASES: { title: string; damage: (home: Home) => Promise<void>; asks?: boolean }[] = [
  { title: 'garbage in the log', damage: (home) => spoil(home, /\.log$/), asks: true },
  { title: 'a table file that is missing', damage: async (home) => remove(home, /\.ldb$/), asks: true },
  { title: 'garbage in the manifest', damage: (home) => spoil(home, /^MANIFEST/), asks: true },
  { title: 'garbage in a table file', damage: (home) => spoil(home, /\.ldb$/), asks: true },
  { title: 'a log that was cut off', damage: (home) => shorten(home, /\.log$/) },
  { title: 'a profile restored from an older copy', damage: (home) => rollBack(home) },
];

/** What was begun and has to end: nothing, where all tests were left out. */
const begun: (() => Promise<void>)[] = [];
let server: Server;
let folder: string;
let home: Home;
let others: string;
let expected: string[];

test.describe.configure({ mode: 'serial' });
test.skip(!process.env.CI && !existsSync(lighttpd.program), `${lighttpd.program} is not installed`);

/** Two browsers in one vault. The first has told everything it knows, among it late changes and a deletion. */
test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startServer(lighttpd);
  folder = await mkdtemp(join(tmpdir(), 'talkshelf-damage-'));
  begun.push(server.stop, () => rm(folder, { recursive: true, force: true }));
  home = { profile: join(folder, 'one'), early: join(folder, 'early') };
  others = join(folder, 'other');
  await inBrowser(home.profile, async (session) => {
    const library = await openLibrary(session);
    await save(library, 0, TALKS);
    await connect(library, session, server.url);
    await library.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
    await library.getByRole('button', { name: 'Create the vault' }).click();
    await library.getByRole('button', { name: 'I have kept it' }).click();
    await expect(library.getByText('Last synced', { exact: false })).toBeVisible();
    await library.evaluate(fillLog);
  });
  await cp(home.profile, home.early, { recursive: true });
  await inBrowser(home.profile, async (session) => {
    const library = await openLibrary(session);
    await save(library, TALKS, TALKS + 20);
    await library.locator('[data-id]').first().focus();
    await library.keyboard.press('d');
    await syncNow(library);
    expected = await titles(library);
    expect(expected).toHaveLength(TALKS + 19);
  });
  await inBrowser(others, async (session) => {
    const library = await openLibrary(session);
    await joinThere(library, session);
    await expect.poll(() => titles(library)).toEqual(expected);
  });
  for (const path of [home.profile, others, `${server.folder}/data`])
    await cp(path, `${path}.kept`, { recursive: true, preserveTimestamps: true });
});

test.beforeEach(async () => {
  await server.pause();
  for (const path of [home.profile, others, `${server.folder}/data`]) {
    await rm(path, { recursive: true, force: true });
    await cp(`${path}.kept`, path, { recursive: true, preserveTimestamps: true });
  }
  await server.resume();
});

test.afterAll(async () => {
  for (const end of begun) await end();
});

for (const { title, damage, asks } of CASES) {
  test(`${title}: noticed, healed from the vault, and told to nobody as a deletion`, async () => {
    test.slow();
    await damage(home);
    await inBrowser(home.profile, async (session) => {
      const library = await openLibrary(session);
      await expect(async () => {
        await library.reload();
        await expect(library.getByText('replaced your library by an older or empty one', { exact: false })).toBeVisible({ timeout: 2_000 });
      }).toPass();
      if (asks) await joinThere(library, session, true);
      else await syncNow(library);
      await expect.poll(() => titles(library), { timeout: 30_000 }).toEqual(expected);
    });
    await inBrowser(others, async (session) => {
      const library = await openLibrary(session);
      await syncNow(library);
      expect(await titles(library)).toEqual(expected);
    });
  });
}

async function inBrowser(profile: string, work: (session: Session) => Promise<void>): Promise<void> {
  const session = await launch({ build: 'mv3-e2e', profile, servers: true });
  try {
    await work(session);
  } finally {
    await session.close();
  }
}

async function files({ profile }: Home, name: RegExp): Promise<string[]> {
  const databases = join(profile, 'Default', 'IndexedDB');
  const own = (await readdir(databases)).find((each) => /^chrome-extension_.*\.leveldb$/.test(each)) ?? '';
  const found = (await readdir(join(databases, own))).filter((each) => name.test(each));
  expect(found.length, `files like ${name} among ${(await readdir(join(databases, own))).join(' ')}`).toBeGreaterThan(0);
  return found.map((each) => join(databases, own, each));
}

async function spoil(at: Home, name: RegExp): Promise<void> {
  for (const file of await files(at, name)) {
    const bytes = await readFile(file);
    for (let i = 0; i < bytes.length; i += 7) bytes[i] = (bytes[i]! + 101) % 256;
    await writeFile(file, bytes);
  }
}

async function remove(at: Home, name: RegExp): Promise<void> {
  for (const file of await files(at, name)) await rm(file);
}

async function shorten(at: Home, name: RegExp): Promise<void> {
  for (const file of await files(at, name)) await truncate(file, Math.floor((await readFile(file)).length * 0.6));
}

/** The databases as they were earlier; what the extension keeps beside them stays. */
async function rollBack({ profile, early }: Home): Promise<void> {
  const databases = join('Default', 'IndexedDB');
  await rm(join(profile, databases), { recursive: true });
  await cp(join(early, databases), join(profile, databases), { recursive: true });
}

/** @param known whether the browser still knows the place, so that only the passphrase is missing */
async function joinThere(library: Page, session: Session, known = false): Promise<void> {
  if (known) {
    await library.goto(session.url('library.html#/sync'));
    await expect(library.getByRole('textbox', { name: 'Address of the folder' })).toHaveValue(`${server.url}Talkshelf`);
    await library.getByRole('button', { name: 'Connect' }).click();
  } else await connect(library, session, server.url);
  await library.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
  await library.getByRole('button', { name: 'Join the vault' }).click();
  await expect(library.getByText('Last synced', { exact: false })).toBeVisible({ timeout: 30_000 });
}

async function syncNow(library: Page): Promise<void> {
  await library.getByRole('navigation').getByRole('link', { name: 'Sync', exact: true }).click();
  await library.getByRole('button', { name: 'Sync now' }).click();
  await expect(library.getByRole('button', { name: 'Sync now' })).toBeEnabled();
  await expect(library.getByText('Last synced', { exact: false })).toBeVisible();
}

async function save(library: Page, from: number, to: number): Promise<void> {
  const drafts = Array.from({ length: to - from }, (_, i) => {
    const title = `Talk ${String(from + i).padStart(3, '0')}`;
    return draftOf({ title, source: { ...draftOf().source, url: `https://borealis.example/${from + i}` } });
  });
  await ask(library, 'save', { drafts, tags: ['go'] });
}

/** Writes so much beside the library, all of which lies in one log, that the log becomes a table file (at 4 MB, Chromium 156). */
async function fillLog(): Promise<void> {
  const database = await new Promise<IDBDatabase>((done) => {
    const opening = indexedDB.open('ballast');
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { autoIncrement: true });
    opening.onsuccess = () => done(opening.result);
  });
  for (let i = 0; i < 300; i++) {
    const writing = database.transaction('rows', 'readwrite');
    writing.objectStore('rows').add('x'.repeat(30_000));
    await new Promise((done) => (writing.oncomplete = done));
  }
  database.close();
}

/** The titles of all talks, read from the database itself. */
async function titles(library: Page): Promise<string[]> {
  return library.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const rows = await Promise.all(
      names.map(async (name) => {
        const database = await new Promise<IDBDatabase>((done, failed) => {
          const opening = indexedDB.open(name);
          opening.onsuccess = () => done(opening.result);
          opening.onerror = () => failed(opening.error ?? new Error(name));
        });
        const found = await new Promise<{ title: string }[]>((done) => {
          if (!database.objectStoreNames.contains('talks')) {
            done([]);
            return;
          }
          const reading = database.transaction('talks').objectStore('talks').getAll();
          reading.onsuccess = () => done(reading.result as { title: string }[]);
        });
        database.close();
        return found;
      }),
    );
    return rows
      .flat()
      .map(({ title }) => title)
      .sort();
  });
}
