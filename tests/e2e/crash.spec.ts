/**
 * The browser is killed (SIGKILL) again and again in the middle of work, always on the same profile. What was acknowledged is there afterwards, no row
 * is torn, no transaction half done, and the index finds what the rows say.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { TalkDraft } from '../../core/talk';
import { lighttpd } from '../sync/servers/webdav';
import { startServer } from '../sync/servers/process';
import { oldRows, schemaOf, writeOld } from '../tools/old-library.mjs';
import { scaleTalks } from '../tools/scale.mjs';
import { draftOf } from '../unit/drafts';
import { ask, browserHere, expect, launch, openInert, openLibrary, type Session, test } from './browser';
import { connect } from './connecting';

test.describe.configure({ mode: 'parallel', timeout: 240_000 });
test.use({ actionTimeout: 20_000 });

/** A start of Firefox costs several times as much, and its database is SQLite, of which a few kills say as much. */
function kills(many: number, few: number): number {
  return browserHere() === 'firefox' ? few : many;
}

/** Talks saved in one go: all of them are there, or none. */
const TOGETHER = 5;

/** Everything of a made talk follows from its name, so that a torn row shows. */
function made(group: string, place: number): TalkDraft {
  const title = `Talk ${place} of ${group}`;
  const url = `https://borealis.example/${group}/${place}`;
  return draftOf({
    title,
    abstract: `About ${group}`,
    links: [{ url: `${url}/slides`, kind: 'slides' }],
    source: { ...draftOf().source, url },
  });
}

interface Row {
  title: string;
  abstract?: string;
  status: string;
  seq: number;
  mine?: number;
  stamps: Record<string, string>;
  links: { url: string }[];
  source: { url: string };
}

/** All rows and the library's own note of itself, read past our code. */
async function rawLibrary(page: Page): Promise<{ rows: Row[]; state?: { count: number; sequence: number } }> {
  return page.evaluate(
    () =>
      new Promise((done, failed) => {
        const opening = indexedDB.open('talkshelf');
        opening.onerror = () => failed(new Error('the library cannot be opened'));
        opening.onsuccess = () => {
          const reading = opening.result.transaction(['talks', 'meta']);
          const rows = reading.objectStore('talks').getAll() as IDBRequest<Row[]>;
          const state = reading.objectStore('meta').get('state') as IDBRequest<{ count: number; sequence: number } | undefined>;
          reading.oncomplete = () => {
            opening.result.close();
            done({ rows: rows.result, ...(state.result && { state: state.result }) });
          };
        };
      }),
  );
}

/** What holds after every crash. @returns the rows */
async function expectWhole(page: Page): Promise<Row[]> {
  const { rows, state } = await rawLibrary(page);
  expect(state?.count ?? 0).toBe(rows.length);
  expect(new Set(rows.map(({ seq }) => seq)).size).toBe(rows.length);
  expect(Math.max(0, ...rows.map(({ seq }) => seq))).toBeLessThanOrEqual(state?.sequence ?? 0);
  const torn = rows.filter(({ title, abstract, links, source }) => {
    const [, place = '', group = ''] = /^Talk (\d+) of (\S+)$/.exec(title) ?? [];
    const url = `https://borealis.example/${group}/${place}`;
    return abstract !== `About ${group}` || source.url !== url || links[0]?.url !== `${url}/slides`;
  });
  expect(torn).toEqual([]);
  for (const status of ['to watch', 'watched'] as const) {
    const { total } = await ask(page, 'search', { query: `status:"${status}"`, limit: 1 });
    expect({ status, total }).toEqual({ status, total: rows.filter((row) => row.status === status).length });
  }
  return rows;
}

function groupsIn(rows: readonly Row[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { abstract = '' } of rows) counts.set(abstract.slice(6), (counts.get(abstract.slice(6)) ?? 0) + 1);
  return counts;
}

/** Saves group after group until the browser is gone; every answer is noted where the crash does not reach. */
async function saveOn(page: Page, name: string, acknowledged: Set<string>): Promise<void> {
  for (let i = 0; ; i++) {
    const group = `${name}-${i}`;
    const drafts = Array.from({ length: TOGETHER }, (_, place) => made(group, place));
    const reply = await ask(page, 'save', { drafts, tags: [] });
    expect(reply.added).toHaveLength(TOGETHER);
    acknowledged.add(group);
  }
}

/** A moment later; the same ones in every run. */
function moments(seed: number, longest: number): () => Promise<void> {
  let at = seed;
  return () => {
    at = (Math.imul(at, 1_103_515_245) + 12_345) >>> 0;
    return new Promise((done) => setTimeout(done, 20 + (at % longest)));
  };
}

/** Starts work, kills the browser in the middle of it, and passes over what the work throws for that. */
async function killDuring(session: Session, work: Promise<unknown>, moment: Promise<void>): Promise<void> {
  const ended = work.catch((error: unknown) => {
    if (!/closed|crashed|destroyed|gone/i.test(String(error))) throw error;
  });
  await moment;
  await session.kill();
  await ended;
}

async function withProfile(work: (profile: string) => Promise<void>): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'talkshelf-crash-'));
  try {
    await work(profile);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

test('killed again and again while it saves, with the index at work', () =>
  withProfile(async (profile) => {
    const acknowledged = new Set<string>();
    const later = moments(1, 700);
    for (let round = 0; round < kills(26, 6); round++) {
      const session = await launch({ profile });
      const library = await openLibrary(session);
      const groups = groupsIn(await expectWhole(library));
      expect([...acknowledged].filter((group) => groups.get(group) !== TOGETHER)).toEqual([]);
      expect([...groups].filter(([, count]) => count !== TOGETHER)).toEqual([]);
      await killDuring(session, saveOn(library, `round-${round}`, acknowledged), later());
    }
    const session = await launch({ profile });
    const rows = await expectWhole(await openLibrary(session));
    const groups = groupsIn(rows);
    expect([...acknowledged].filter((group) => groups.get(group) !== TOGETHER)).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(kills(50, 6));
    console.log(`${kills(26, 6)} kills during saves: ${acknowledged.size} saves acknowledged, 0 lost; ${rows.length} rows, 0 torn`);
    await session.close();
  }));

/** So many talks are imported from one file: several transactions. */
const IN_A_FILE = 1200;

async function importOne(library: Page, session: Session, file: string): Promise<void> {
  await library.goto(session.url('library.html#/import'));
  await library.locator('input[type=file]').setInputFiles(file);
  await library.getByRole('button', { name: /^Import [\d,]+ talks$/ }).click();
}

async function markAll(library: Page, status: 'watched' | 'to watch'): Promise<void> {
  await library.locator('[data-id]').first().focus();
  await library.keyboard.press('Space');
  await expect(library.getByText('1 selected')).toBeVisible();
  await library.getByRole('button', { name: 'Select all shown talks' }).click();
  await library.getByRole('combobox', { name: 'Set status' }).selectOption(status);
}

test('killed again and again while it imports and edits in bulk', () =>
  withProfile(async (profile) => {
    const later = moments(2, 1500);
    const done = { imported: new Set<string>(), marked: 0 };
    let marked: { status: string; total: number } | undefined;
    for (let round = 0; round < kills(16, 4); round++) {
      const session = await launch({ profile });
      const library = await openLibrary(session);
      const rows = await expectWhole(library);
      const groups = groupsIn(rows);
      for (const group of done.imported) expect({ group, talks: groups.get(group) }).toEqual({ group, talks: IN_A_FILE });
      if (marked) expect(rows.filter(({ status }) => status === marked?.status)).toHaveLength(marked.total);
      expect(rows.filter(({ status, stamps }) => status === 'watched' && !stamps.status)).toEqual([]);
      marked = undefined;
      if (round % 2 === 0 || rows.length < 2) {
        const file = test.info().outputPath(`${round}.json`);
        const group = `file-${round}`;
        await writeFile(file, JSON.stringify(libraryFile(group)));
        await importOne(library, session, file);
        await later();
        if (await library.locator('[data-stage=done]').isVisible()) done.imported.add(group);
      } else {
        const status = round % 4 === 1 ? 'watched' : 'to watch';
        await markAll(library, status);
        await later();
        if (await library.getByText(/talks changed$/).isVisible()) {
          marked = { status, total: rows.length };
          done.marked++;
        }
      }
      await session.kill();
    }
    const session = await launch({ profile });
    const rows = await expectWhole(await openLibrary(session));
    console.log(
      `${kills(16, 4)} kills during imports and bulk edits: ${done.imported.size} imports and ${done.marked} edits acknowledged, 0 lost; ${rows.length} rows, 0 torn`,
    );
    await session.close();
  }));

/** A file of our own format with talks of one group. */
function libraryFile(group: string) {
  const owned = { tags: [], note: '', status: 'to watch', savedAt: '2026-11-01T00:00:00.000Z', corrected: [], stamps: {} };
  const talks = Array.from({ length: IN_A_FILE }, (_, place) => ({
    ...made(group, place),
    ...owned,
    id: crypto.randomUUID(),
    keys: [`borealis.example/${group}/${place}`],
    stamp: '2026-11-01T00:00:00.000Z-0000-00000000',
  }));
  return { format: 'talkshelf', version: 1, exportedAt: '2026-11-01T00:00:00.000Z', talks };
}

test('killed again and again while an older library is migrated', () =>
  withProfile(async (profile) => {
    let session = await launch({ profile });
    const inert = await openInert(session);
    const old = oldRows(1, scaleTalks(4000));
    await inert.evaluate(
      () =>
        new Promise((done, failed) => {
          const removing = indexedDB.deleteDatabase('talkshelf');
          removing.onsuccess = done;
          removing.onerror = failed;
        }),
    );
    await inert.evaluate(writeOld, { name: 'talkshelf', ...old, schema: schemaOf(1) });
    expect((await rawLibrary(inert)).rows).toHaveLength(old.stores.talks.length);
    await session.kill();
    for (let round = 0; round < kills(6, 3); round++) {
      session = await launch({ profile });
      const page = await session.context.newPage();
      const opening = page.goto(session.url('library.html')).catch(() => undefined);
      await new Promise((wait) => setTimeout(wait, 60 + round * 90));
      await session.kill();
      await opening;
    }
    session = await launch({ profile });
    const library = await openLibrary(session);
    await expect
      .poll(async () => (await rawLibrary(library)).rows.filter(({ seq, mine }) => seq === mine).length, { timeout: 60_000 })
      .toBe(old.stores.talks.length);
    const { rows, state } = await rawLibrary(library);
    expect(rows).toHaveLength(old.stores.talks.length);
    // Every start lets the clock go on under a new name.
    expect(state).toEqual({ ...old.stores.meta[0], clock: expect.anything() as unknown });
    expect((await ask(library, 'search', { query: 'tag:python', limit: 1 })).total).toBe(
      old.stores.talks.filter(({ tags }) => tags.includes('python')).length,
    );
    await session.close();
  }));

test('killed again and again while it syncs: a second browser gets all of it', () =>
  withProfile(async (profile) => {
    test.skip(!process.env.CI && !existsSync(lighttpd.program), `${lighttpd.program} is not installed`);
    const server = await startServer(lighttpd);
    const where = { build: 'mv3-e2e' as const, servers: true };
    const acknowledged = new Set<string>();
    const later = moments(3, 900);
    let session = await launch({ ...where, profile });
    await enterVault(await openLibrary(session), session, server.url, 'Create the vault');
    for (let round = 0; round < kills(8, 3); round++) {
      const library = await openLibrary(session);
      await expectWhole(library);
      const syncing = async () => {
        for (;;) await ask(library, 'sync', { why: 'asked' });
      };
      await killDuring(session, Promise.all([saveOn(library, `sync-${round}`, acknowledged), syncing()]), later());
      session = await launch({ ...where, profile });
    }
    const library = await openLibrary(session);
    const rows = await expectWhole(library);
    const other = await launch(where);
    const joined = await openLibrary(other);
    await enterVault(joined, other, server.url, 'Join the vault');
    // A sync that met what the killed one left behind tries again only later unless it is asked.
    const missing = async () => {
      for (const page of [library, joined]) await ask(page, 'sync', { why: 'asked' });
      const titles = new Set((await rawLibrary(joined)).rows.map(({ title }) => title));
      return rows.filter(({ title }) => !titles.has(title)).map(({ title, seq, mine }) => ({ title, seq, mine }));
    };
    await expect.poll(missing, { timeout: 60_000 }).toEqual([]);
    const groups = groupsIn(await expectWhole(joined));
    expect([...acknowledged].filter((group) => groups.get(group) !== TOGETHER)).toEqual([]);
    console.log(
      `${kills(8, 3)} kills during sync: ${acknowledged.size} saves acknowledged, 0 lost here and in a second browser; ${rows.length} rows`,
    );
    await other.close();
    await session.close();
    await server.stop();
  }));

async function enterVault(library: Page, session: Session, url: string, deed: string): Promise<void> {
  await connect(library, session, url);
  await library.getByRole('textbox', { name: 'Passphrase' }).fill('seven quiet compilers drink tea at noon');
  await library.getByRole('button', { name: deed }).click();
  const kept = library.getByRole('button', { name: 'I have kept it' });
  if (deed === 'Create the vault') await kept.click();
  await expect(library.getByText('Last synced', { exact: false })).toBeVisible({ timeout: 30_000 });
}
