// Drives the built extension in real Chromium: for `npm start`, the browser tests, the benches and the screenshots.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumPath, OFFLINE, QUIET } from './browser.mjs';
import { downloadBy, installed, serveAll, until } from './session.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */
/** @typedef {import('./session.mjs').Session} Session */
/** @typedef {import('./session.mjs').Served} Served */

/** @param {import('./session.mjs').LaunchOptions} [options] @returns {Promise<Session>} */
export async function launch({
  extension = '.output/chrome-mv3',
  profile,
  headless = true,
  language,
  colorScheme,
  pages = new Map(),
  online = false,
  servers = false,
  more = [],
  beside = [],
  welcomed = false,
  display,
} = {}) {
  if (!existsSync(join(extension, 'manifest.json'))) throw new Error(`no built extension in ${extension}: run npm run build`);
  const folder = profile ?? (await mkdtemp(join(tmpdir(), 'talkshelf-')));
  const isNew = !existsSync(join(folder, 'Default'));
  // A stale file of the run before would name a port that is gone.
  await rm(join(folder, 'DevToolsActivePort'), { force: true });
  /** @type {string[]} */
  const cutOff = [];
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath(),
    headless,
    ...(colorScheme && { colorScheme }),
    env: environment(language, display),
    acceptDownloads: true,
    // People's browsers have the back/forward cache, so ours has it too.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: [...flags([extension, ...beside], language, online), ...more],
  });
  await serveAll(context, { pages, cutOff, online, servers });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const id = new URL(worker.url()).host;
  if (isNew) await installed(context, `chrome-extension://${id}/welcome.html`, welcomed);
  const debugging = `http://127.0.0.1:${await debuggingPort(folder)}`;
  return {
    browser: 'chromium',
    context,
    profile: folder,
    id,
    pages,
    cutOff,
    url: (page) => `chrome-extension://${id}/${page}`,
    clickAction: (page) => clickAction(context, debugging, id, page),
    popupAfter: (start) => popupAfter(context, debugging, id, start),
    stopWorker: (page) => stopWorker(context, page),
    badge: (page) => badge(context, id, page),
    windowOf: (page) => windowOf(context, id, page),
    command: (page, name) => command(context, page, name),
    choose: (page, click) => choose(context, page, click),
    download: (start, to) => download(context, start, to),
    openBeside: async (_page, address) => {
      const tab = await context.newPage();
      await tab.goto(address);
      return tab;
    },
    giveFiles: async (page, start, files) => {
      const opened = page.waitForEvent('filechooser');
      // The browser has to hear that its dialog is to be taken over before it opens one.
      await page.evaluate('0');
      const [chooser] = await Promise.all([opened, start()]);
      await chooser.setFiles(files);
    },
    bare: (page, expression) => page.evaluate(expression),
    kill: () => killBrowser(context),
    close: async () => {
      await context.close();
      if (!profile) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** @param {string[]} extensions folders @param {string | undefined} language @param {boolean} online */
function flags(extensions, language, online) {
  const paths = extensions.map((each) => resolve(each)).join(',');
  return [
    ...QUIET,
    ...(online ? [] : [OFFLINE]),
    ...(language ? [`--lang=${language}`] : []),
    `--disable-extensions-except=${paths}`,
    `--load-extension=${paths}`,
    '--remote-debugging-port=0',
  ];
}

/**
 * Chromium takes the language of its own texts, and so an extension's, from the environment on Linux and from the flag elsewhere.
 * @param {string | undefined} language @param {string | undefined} display
 */
function environment(language, display) {
  return { ...process.env, ...(language && { LANGUAGE: language }), ...(display && { DISPLAY: display }) };
}

/** @param {string} folder */
async function debuggingPort(folder) {
  const file = join(folder, 'DevToolsActivePort');
  await until(() => Promise.resolve(existsSync(file)), 'the browser opened no debugging port');
  return (await readFile(file, 'utf8')).split('\n')[0];
}

/** @param {BrowserContext} context @param {string} debugging address of the browser's debugging port @param {string} id @param {Page} page */
async function clickAction(context, debugging, id, page) {
  await page.bringToFront();
  return popupAfter(context, debugging, id, async (session) => {
    const tab = (await targets(session)).find(({ type, url }) => type === 'tab' && url === page.url());
    if (!tab) throw new Error(`no tab shows ${page.url()}`);
    // Playwright's types know no experimental domain.
    await /** @type {any} */ (session).send('Extensions.triggerAction', { id, targetId: tab.targetId });
  });
}

/**
 * The popup that opens after something was done.
 * @param {BrowserContext} context @param {string} debugging address of the browser's debugging port @param {string} id
 * @param {(session: import('@playwright/test').CDPSession) => Promise<unknown>} start
 */
async function popupAfter(context, debugging, id, start) {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('the browser is gone');
  await start(session);
  const address = `chrome-extension://${id}/popup.html`;
  await until(async () => (await targets(session)).some(({ url }) => url === address), 'the popup did not open');
  await session.detach();
  // A connection sees only the popups that were open when it was made.
  const connection = await chromium.connectOverCDP(debugging);
  const popup = connection
    .contexts()
    .flatMap((shown) => shown.pages())
    .find((shown) => shown.url() === address);
  if (!popup) throw new Error('the popup closed at once');
  popup.on('close', () => void connection.close());
  return popup;
}

/** @param {import('@playwright/test').CDPSession} session */
async function targets(session) {
  return (await session.send('Target.getTargets', { filter: [{}] })).targetInfos;
}

/** @param {BrowserContext} context @param {Page} page any page of the browser */
async function stopWorker(context, page) {
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

/** An inert page of the extension, to ask its API while the worker may sleep. @param {BrowserContext} context @param {string} id @param {Page} page stays in front */
async function inertPage(context, id, page) {
  const inert = `chrome-extension://${id}/manifest.json`;
  const known = context.pages().find((open) => open.url() === inert);
  if (known) return known;
  const asking = await context.newPage();
  await asking.goto(inert);
  await page.bringToFront();
  return asking;
}

/** Runs in a page of the extension. @param {string | null} url of the tab; null for the one in front @returns {Promise<string | undefined>} */
async function badgeWhere(url) {
  const { chrome } = /** @type {any} */ (globalThis);
  const tabs = await chrome.tabs.query(url === null ? { active: true, currentWindow: true } : {});
  const tab = tabs.find((/** @type {{url?: string}} */ candidate) => url === null || candidate.url === url);
  return tab && chrome.action.getBadgeText({ tabId: tab.id });
}

/** @param {BrowserContext} context @param {string} id @param {Page} page */
async function windowOf(context, id, page) {
  const asking = await inertPage(context, id, page);
  return asking.evaluate(async () => (await /** @type {any} */ (globalThis).chrome.windows.getCurrent()).id);
}

/** @param {BrowserContext} context @param {string} id @param {Page} page */
async function badge(context, id, page) {
  const asking = await inertPage(context, id, page);
  const text = await asking.evaluate(badgeWhere, page.url());
  if (text !== undefined) return text;
  // The address of a page that the extension may not see is hidden from it: then it is the tab in front.
  await page.bringToFront();
  return (await asking.evaluate(badgeWhere, null)) ?? '';
}

/** The menu is the browser's own, so its event is sent instead. @param {BrowserContext} context @param {Page} page @param {Record<string, unknown>} click */
async function choose(context, page, click) {
  await page.bringToFront();
  const [worker] = context.serviceWorkers();
  await worker?.evaluate(async (info) => {
    const { chrome } = /** @type {any} */ (globalThis);
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.contextMenus.onClicked.dispatch({ frameId: 0, ...info }, tab);
  }, click);
}

/** @param {BrowserContext} context @param {() => Promise<void>} start @param {string} to */
async function download(context, start, to) {
  const session = await context.browser()?.newBrowserCDPSession();
  const tell = (/** @type {string} */ downloadPath) => session?.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath });
  await downloadBy(async (folder) => tell(folder), start, to);
  await session?.detach();
}

/** The key press itself never reaches an extension in an automated browser; its event does. @param {BrowserContext} context @param {Page} page @param {string} name */
async function command(context, page, name) {
  await page.bringToFront();
  const [worker] = context.serviceWorkers();
  await worker?.evaluate((pressed) => /** @type {any} */ (globalThis).chrome.commands.onCommand.dispatch(pressed), name);
}

/** @param {BrowserContext} context */
async function killBrowser(context) {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  const closed = context.waitForEvent('close');
  for (const { id } of processInfo.filter(({ type }) => type === 'browser')) process.kill(id, 'SIGKILL');
  await closed;
}
