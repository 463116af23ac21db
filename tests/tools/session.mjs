// What the browser tests, benches and screenshots hold a browser by, whichever it is, and what Chromium's and Firefox's sides share.
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */
/** @typedef {{path?: string, body?: string, contentType?: string}} Served */

/**
 * A running browser with the extension.
 * @typedef {object} Session
 * @property {'chromium' | 'firefox'} browser
 * @property {BrowserContext} context
 * @property {string} profile folder of the profile
 * @property {string} id the host of the extension's own pages
 * @property {Map<string, Served>} pages what is served, by address without fragment; everything else is cut off
 * @property {string[]} cutOff addresses that were asked for and not served, by pages or by the extension
 * @property {(path: string) => string} url address of one of the extension's own pages
 * @property {(page: Page) => Promise<Page>} clickAction clicks the toolbar button over a page; the popup it opens
 * @property {(start: () => Promise<unknown>) => Promise<Page>} popupAfter the popup that opens after something was done
 * @property {(page: Page) => Promise<void>} stopWorker
 * @property {(page: Page) => Promise<string>} badge the badge's text over a page
 * @property {(page: Page) => Promise<number>} windowOf the browser's number of the window that a page is in
 * @property {(page: Page, name: string) => Promise<void>} command a command's key is pressed over a page
 * @property {(page: Page, click: Record<string, unknown>) => Promise<void>} choose an entry of the context menu is chosen over a page
 * @property {(start: () => Promise<void>, to: string) => Promise<void>} download does what starts a download, and puts the finished file where it is wanted
 * @property {(page: Page, url: string) => Promise<Page>} openBeside opens an address in another tab of a page's window, in front of it
 * @property {(page: Page, start: () => Promise<unknown>, files: string[]) => Promise<void>} giveFiles does what opens the browser's dialog for files, and chooses these
 * @property {(page: Page, expression: string) => Promise<any>} bare what an expression gives in a page, where the driver puts no scripts of its own beside it
 * @property {() => Promise<void>} kill ends the browser as a crash does; the profile stays
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} LaunchOptions
 * @property {string} [extension] folder of the built extension
 * @property {string} [profile] folder; without it there is a new one, gone with the session
 * @property {boolean} [headless]
 * @property {string} [language]
 * @property {'light' | 'dark'} [colorScheme]
 * @property {Map<string, Served>} [pages]
 * @property {boolean} [online] lets requests for what is not served go to the network
 * @property {boolean} [servers] lets those to 127.0.0.1 through, where a test has started servers
 * @property {string[]} [more] further flags
 * @property {string[]} [beside] folders of other extensions, without a worker
 * @property {boolean} [welcomed] leaves the page open that comes with the installation
 * @property {string} [display] the screen to show the windows on, where not headless
 */

/**
 * Answers what pages and extension ask for from the session's own pages, and cuts the rest off.
 * @param {BrowserContext} context
 * @param {{pages: Map<string, Served>, cutOff: string[], online: boolean, servers: boolean}} where
 */
export async function serveAll(context, { pages, cutOff, online, servers }) {
  await context.route(/^https?:/, async (route) => {
    const url = route.request().url();
    const served = pages.get(url.replace(/#.*/, ''));
    if (served) return route.fulfill({ contentType: 'text/html; charset=utf-8', ...served });
    if (online || (servers && new URL(url).hostname === '127.0.0.1')) return route.continue();
    cutOff.push(url);
    return route.abort();
  });
}

/** @param {() => Promise<boolean>} condition @param {string} otherwise @param {number} [patience] milliseconds */
export async function until(condition, otherwise, patience = 15_000) {
  const end = Date.now() + patience;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(otherwise);
    await new Promise((done) => setTimeout(done, 20));
  }
}

/**
 * Playwright's own downloads go astray once a second connection was made, as for every popup in Chromium; so the browser is told where to put them.
 * @param {(folder: string) => Promise<unknown>} tell @param {() => Promise<void>} start @param {string} to
 */
export async function downloadBy(tell, start, to) {
  const folder = await mkdtemp(join(tmpdir(), 'talkshelf-download-'));
  await tell(folder);
  await start();
  // While a download runs, an empty file of its name can lie beside it already.
  const finished = async () => {
    const names = (await readdir(folder)).filter((name) => !name.startsWith('.'));
    return names.some((name) => /\.(crdownload|part)$/.test(name)) ? [] : names;
  };
  await until(async () => (await finished()).length === 1, 'nothing was downloaded');
  const [name = ''] = await finished();
  await cp(join(folder, name), to);
  await rm(folder, { recursive: true });
}

/**
 * Waits until the extension has settled in: the page that welcomes is there, and the gate is registered, without which a page opened now would go
 * unnoticed. @param {BrowserContext} context @param {string} address of that page @param {boolean} welcomed whether it stays open
 */
export async function installed(context, address, welcomed) {
  await until(() => Promise.resolve(context.pages().some((page) => page.url() === address)), 'nobody was welcomed');
  const page = context.pages().find((open) => open.url() === address);
  if (!page) return;
  const gates = () => page.evaluate(() => /** @type {any} */ (globalThis).chrome.scripting.getRegisteredContentScripts());
  await until(async () => (await gates()).length === 1, 'the gate was not registered');
  if (!welcomed) await page.close();
}
