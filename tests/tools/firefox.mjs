// Drives the built extension in real Firefox by the same Playwright as Chromium: over WebDriver BiDi, with a wire of ours between them.
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import {
  answerWithFiles,
  badgeOver,
  chooseEntry,
  clickButton,
  endBackground,
  openBeside,
  popupShown,
  pressCommand,
  processNumber,
  windowNumber,
} from './firefox-inside.mjs';
import { startOn, UUID } from './firefox-profile.mjs';
import { navigableOf, wireOf } from './firefox-wire.mjs';
import { downloadBy, installed, serveAll, until } from './session.mjs';

/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */
/** @typedef {import('./firefox-wire.mjs').Wire} Wire */

/** @param {import('./session.mjs').LaunchOptions} [options] @returns {Promise<import('./session.mjs').Session>} */
export async function launchFirefox({
  extension = '.output/firefox-mv3',
  profile,
  headless = true,
  pages = new Map(),
  online = false,
  servers = false,
  beside = [],
  welcomed = false,
  display,
} = {}) {
  if (!existsSync(join(extension, 'manifest.json'))) throw new Error(`no built extension in ${extension}: run npm run build`);
  const folder = profile ?? (await mkdtemp(join(tmpdir(), 'talkshelf-')));
  /** @type {string[]} */
  const cutOff = [];
  const { context, isNew } = await startOn(folder, { headless, ...(display && { env: { DISPLAY: display } }) });
  const wire = wireOf(context);
  await serveAll(context, { pages, cutOff, online, servers });
  const url = (/** @type {string} */ page) => `moz-extension://${UUID}/${page}`;
  if (isNew) {
    for (const each of [extension, ...beside]) await install(wire, each);
    await installed(context, url('welcome.html'), welcomed);
  }
  return {
    browser: 'firefox',
    context,
    profile: folder,
    id: UUID,
    pages,
    cutOff,
    url,
    clickAction: (page) => popupAfter(context, wire, () => wire.inside(clickButton, navigableOf(page))),
    popupAfter: (start) => popupAfter(context, wire, start),
    stopWorker: () => wire.inside(endBackground),
    badge: (page) => wire.inside(badgeOver, navigableOf(page)),
    windowOf: (page) => wire.inside(windowNumber, navigableOf(page)),
    command: (page, name) => wire.inside(pressCommand, navigableOf(page), name),
    choose: (page, click) => wire.inside(chooseEntry, navigableOf(page), click),
    download: (start, to) => downloadBy((destinationFolder) => allowDownloads(wire, destinationFolder), start, to),
    openBeside: (page, address) => openTab(context, wire, page, address),
    giveFiles: async (_page, start, files) => {
      await wire.inside(
        answerWithFiles,
        files.map((file) => resolve(file)),
      );
      await start();
    },
    bare: (page, expression) => wire.evaluate(navigableOf(page), expression),
    kill: () => kill(context, wire),
    close: async () => {
      await context.close();
      if (!profile) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** @param {Wire} wire @param {string} folder */
async function install(wire, folder) {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files = await Promise.all(
    names.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(join(folder, '/').length).replaceAll('\\', '/'), new Uint8Array(await readFile(path))];
    }),
  );
  const value = Buffer.from(zipSync(Object.fromEntries(files), { level: 0 })).toString('base64');
  await wire.command('webExtension.install', { extensionData: { type: 'base64', value }, 'moz:permanent': true });
}

/** @param {BrowserContext} context @param {Wire} wire @param {() => Promise<unknown>} start */
async function popupAfter(context, wire, start) {
  await start();
  /** @type {{id: string, url: string} | null} */
  let shown = null;
  await until(async () => (shown = await wire.inside(popupShown)) !== null, 'the popup did not open');
  const { id, url } = /** @type {{id: string, url: string}} */ (/** @type {unknown} */ (shown));
  await wire.announcePopup(id, url);
  return pageCalled(context, id);
}

/** The page that is called so on the wire, as soon as Playwright knows it. @param {BrowserContext} context @param {string} id */
async function pageCalled(context, id) {
  const find = () => context.pages().find((open) => navigableOf(open) === id);
  await until(() => Promise.resolve(find() !== undefined), 'the page was never told of');
  const page = find();
  if (!page) throw new Error('the page closed at once');
  return page;
}

/** @param {BrowserContext} context @param {Wire} wire @param {import('@playwright/test').Page} page @param {string} address */
async function openTab(context, wire, page, address) {
  const id = await wire.inside(openBeside, navigableOf(page));
  const tab = await pageCalled(context, id);
  await tab.goto(address);
  await tab.bringToFront();
  return tab;
}

/** @param {Wire} wire @param {string} destinationFolder */
function allowDownloads(wire, destinationFolder) {
  const downloadBehavior = { type: 'allowed', destinationFolder };
  return wire.command('browser.setDownloadBehavior', { downloadBehavior, userContexts: ['default'] });
}

/** @param {BrowserContext} context @param {Wire} wire */
async function kill(context, wire) {
  const closed = context.waitForEvent('close');
  process.kill(await wire.inside(processNumber), 'SIGKILL');
  await closed;
}
