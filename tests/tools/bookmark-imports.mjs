// Has real browsers import a file of bookmarks with their own importers, and says what they then hold.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromiumPath, OFFLINE, QUIET } from './browser.mjs';
import { launchFirefox } from './firefox.mjs';
import { wireOf } from './firefox-wire.mjs';

/** A folder with what is in it, or a bookmark; `date` in seconds since 1970. @typedef {{name: string, url?: string, tags?: string, date?: number, children?: Bookmark[]}} Bookmark */

/** Where Debian's Chromium reads what to do at its first start; other builds have no such place that a test can use. */
const FIRST_START = '/etc/chromium/master_preferences';
const PATIENCE = 40_000;

/** Why Chromium's importer cannot be run here, if so: it needs Debian's package, a screen and a mount of its own. */
export function chromiumImportProblem() {
  if (!existsSync(FIRST_START)) return `there is no ${FIRST_START}`;
  if (spawnSync('sh', ['-c', 'command -v xvfb-run']).status !== 0) return 'there is no xvfb-run';
  return spawnSync('unshare', ['-rm', 'true']).status === 0 ? undefined : 'unshare -rm is not allowed';
}

/**
 * What Chromium holds after its first start with a file to import, as its profile tells. In a mount namespace of its own, so that nothing of the system
 * changes; headless it skips the import.
 * @param {string} file @returns {Promise<Bookmark[]>} of the bookmarks bar
 */
export async function importedByChromium(file) {
  const profile = await mkdtemp(join(tmpdir(), 'talkshelf-import-'));
  const wishes = join(profile, 'wishes.json');
  await writeFile(wishes, JSON.stringify({ distribution: { import_bookmarks_from_file: resolve(file), skip_first_run_ui: true } }));
  const flags = [...QUIET.filter((flag) => flag !== '--no-first-run'), '--force-first-run', '--no-default-browser-check', OFFLINE];
  const command = `mount --bind "$0" ${FIRST_START} && exec xvfb-run -a "$@"`;
  const started = [chromiumPath() ?? '', ...flags, `--user-data-dir=${profile}/profile`, 'about:blank'];
  const chromium = spawn('unshare', ['-rm', 'sh', '-c', command, wishes, ...started], { stdio: 'ignore', detached: true });
  try {
    return await childrenIn(join(profile, 'profile/Default/Bookmarks'));
  } finally {
    const ended = new Promise((done) => chromium.once('exit', done));
    // The group: xvfb-run, the screen and the browser.
    if (chromium.pid !== undefined) process.kill(-chromium.pid, 'SIGTERM');
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** Chromium writes the file some seconds after the import. @param {string} path @returns {Promise<Bookmark[]>} */
async function childrenIn(path) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await new Promise((done) => setTimeout(done, 200))) {
    const { roots } = JSON.parse(await readFile(path, 'utf8').catch(() => '{}'));
    if (roots?.bookmark_bar.children.length > 0) return roots.bookmark_bar.children.map(fromChromium);
  }
  throw new Error('Chromium imported nothing');
}

/** Chromium counts microseconds since 1601. @param {any} entry @returns {Bookmark} */
function fromChromium({ name, url, date_added: added, children }) {
  return url ? { name, url, date: Number(BigInt(added) / 1_000_000n) - 11_644_473_600 } : { name, children: children.map(fromChromium) };
}

/** What Firefox holds after its own importer has read a file. @param {string} file @returns {Promise<Bookmark[]>} of the bookmarks menu */
export async function importedByFirefox(file) {
  const session = await launchFirefox();
  try {
    const { children } = await wireOf(session.context).inside(importInFirefox, resolve(file));
    return children.map(fromFirefox);
  } finally {
    await session.close();
  }
}

/** Runs in Firefox itself. @param {unknown} _at @param {string} path */
async function importInFirefox(_at, path) {
  const { ChromeUtils } = /** @type {any} */ (globalThis);
  const { BookmarkHTMLUtils } = ChromeUtils.importESModule('resource://gre/modules/BookmarkHTMLUtils.sys.mjs');
  const { PlacesUtils } = ChromeUtils.importESModule('resource://gre/modules/PlacesUtils.sys.mjs');
  await PlacesUtils.bookmarks.eraseEverything();
  await BookmarkHTMLUtils.importFromFile(path);
  return PlacesUtils.promiseBookmarksTree(PlacesUtils.bookmarks.menuGuid);
}

/** @param {any} entry @returns {Bookmark} */
function fromFirefox({ title, uri, tags, dateAdded, children = [] }) {
  if (!uri) return { name: title, children: children.map(fromFirefox) };
  return { name: title, url: uri, date: Math.floor(dateAdded / 1_000_000), ...(tags && { tags }) };
}
