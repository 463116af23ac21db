// Drives the built extension in real Firefox over WebDriver BiDi, through puppeteer: Playwright's Firefox cannot load extensions.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { firefoxPath } from './browser.mjs';

const GECKO_ID = '{1c3f9a52-6f0e-4b7f-9d53-5a1f0c7be2a4}';
/** Firefox gives every profile its own address for an extension; this one is set before it can. */
const UUID = '6f1d2c5e-3b47-4a7e-9c10-8d2f5e7a9b31';

/** @typedef {import('./chromium.mjs').Served & {body: string}} Served */

/**
 * @typedef {object} FirefoxSession
 * @property {import('puppeteer-core').Browser} browser
 * @property {(path: string) => Promise<import('puppeteer-core').Page>} openOwn opens one of the extension's own pages
 * @property {(url: string, html: string) => Promise<import('puppeteer-core').Page>} openServed opens a page of ours under an address; nothing else is reachable
 * @property {() => Promise<void>} close
 */

/** @param {{extension?: string}} [options] @returns {Promise<FirefoxSession>} */
export async function launchFirefox({ extension = '.output/firefox-mv3' } = {}) {
  if (!existsSync(join(extension, 'manifest.json'))) throw new Error(`no built extension in ${extension}: run npm run build`);
  const profile = await mkdtemp(join(tmpdir(), 'talkshelf-firefox-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath(),
    headless: true,
    // The window of most people; in a narrow one the library's parts are folded away.
    defaultViewport: { width: 1280, height: 800 },
    userDataDir: profile,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
      'extensions.webextOptionalPermissionPrompts': false,
      'network.dns.forceResolve': '127.0.0.1',
    },
  });
  await browser.installExtension(resolve(extension));
  await settled(browser);
  return {
    browser,
    openOwn: (path) => openOwn(browser, path),
    openServed: (url, html) => openServed(browser, url, html),
    close: async () => {
      await browser.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** @param {import('puppeteer-core').Browser} browser @param {string} path */
async function openOwn(browser, path) {
  const page = await browser.newPage();
  // The default waits for an event that extension pages never give.
  await page.goto(`moz-extension://${UUID}/${path}`, { waitUntil: [] });
  return page;
}

/** Waits until the gate is registered: a page opened before would go unnoticed. @param {import('puppeteer-core').Browser} browser */
async function settled(browser) {
  const page = await openOwn(browser, 'welcome.html');
  await page.waitForFunction(
    async () => (await /** @type {any} */ (globalThis).browser.scripting.getRegisteredContentScripts()).length === 1,
  );
  await page.close();
}

/** @param {import('puppeteer-core').Browser} browser @param {string} url @param {string} html */
async function openServed(browser, url, html) {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const answer =
      request.url() === url ? request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body: html }) : request.abort();
    void answer;
  });
  await page.goto(url);
  return page;
}
