// Every screen of the extension and how to get to it, by what is the same in every language: for the screenshots, the visual check and axe.
import { GONE, NOW, sampleLibrary } from './sample-library.mjs';
import { MOVING } from './moving-screens.mjs';
import { SAMPLE } from './sample-talks.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./chromium.mjs').Session} Session */

/** What stands in for the worker's answer to what is on the tab. @typedef {{drafts?: unknown[], kind?: string, problem?: 'forbidden' | 'failed'}} OnTab */

/**
 * @typedef {object} Screen
 * @property {string} name
 * @property {string} path address within the extension
 * @property {string} ready what is there when the screen is shown
 * @property {(page: Page) => Promise<unknown>} [show] leads on from there
 * @property {OnTab} [tab] for views that read a page
 * @property {boolean} [empty] whether the library has to be empty for it
 */

const ON_PAGE = [...SAMPLE.slice(0, 2), ...SAMPLE.slice(6, 8), ...SAMPLE.slice(9, 10)].map(({ draft }) => draft);
const UNSAVED = SAMPLE.slice(0, 1).map(({ draft }) => draft);
const SAVED = SAMPLE.slice(1, 2).map(({ draft }) => draft);

/** A saved talk, met again on another page. */
const ELSEWHERE = SAMPLE.slice(3, 4).map(({ draft }) => ({
  ...draft,
  links: [],
  source: { ...draft.source, url: 'https://videos.example/one-css-file' },
}));

/** Widths and height at which a view is looked at: as wide as it gets, and as narrow as a zoom of 400 % makes it. */
export const SIZES = {
  popup: { widths: [420, 320], height: 600 },
  sidepanel: { widths: [420, 320], height: 800 },
  welcome: { widths: [1440, 320], height: 900 },
  library: { widths: [1440, 320], height: 900 },
};

/** @type {Screen[]} */
export const SCREENS = [
  popup('popup-first-use', { tab: {}, empty: true }),
  popup('popup-found', { tab: { drafts: ON_PAGE } }),
  popup('popup-one', { tab: { drafts: UNSAVED, kind: 'talk' } }),
  popup('popup-all-saved', { tab: { drafts: SAVED, kind: 'talk' } }),
  popup('popup-proposal', { ready: '.proposal', tab: { drafts: ELSEWHERE, kind: 'talk' } }),
  popup('popup-nothing', { tab: {} }),
  popup('popup-forbidden', { tab: { problem: 'forbidden' } }),
  popup('popup-failed', { tab: { problem: 'failed' } }),
  popup('popup-tags', { tab: {}, show: (page) => press(page, '[aria-controls=tag-switches]', '.tag-switch') }),
  popup('popup-export', { tab: {}, show: (page) => press(page, '#export', '.menu-row') }),
  popup('popup-keys', { tab: {}, show: (page) => press(page, '[aria-keyshortcuts="?"]', 'dialog[open]') }),
  { name: 'sidepanel', path: 'sidepanel.html?window=-1', ready: '[data-state=found] #panel-note', tab: { drafts: SAVED, kind: 'talk' } },
  { name: 'sidepanel-items', path: 'sidepanel.html?window=-1', ready: '[data-state=found]', tab: { drafts: ON_PAGE, kind: 'show-notes' } },
  { name: 'welcome', path: 'welcome.html', ready: '.pictures' },
  library('library-empty', 'talks', '.empty', { empty: true }),
  library('library', 'talks', '.talk[data-id]'),
  library('library-detail', 'talks', '.talk[data-id]', { show: openDetail }),
  library('library-columns', 'talks', '.talk[data-id]', { show: chooseColumns }),
  library('library-selected', 'talks', '.talk[data-id]', { show: select }),
  library('library-toast', 'talks', '.talk[data-id]', { show: (page) => onRow(page, 's').then(() => page.locator('.toast').waitFor()) }),
  library('library-none', 'talks', '.talk[data-id]', {
    show: (page) =>
      page
        .locator('#search')
        .fill('nothing like this')
        .then(() => page.locator('.empty').waitFor()),
  }),
  library('editor', 'talks', '.talk[data-id]', { show: (page) => onRow(page, 'e').then(() => page.locator('.editor').waitFor()) }),
  library('duplicates', 'duplicates', '.card'),
  library('tags', 'tags', '.card'),
  library('statistics', 'statistics', '.figure svg'),
  library('trash', 'trash', '.card'),
  library('settings', 'settings', '.settings-section'),
  library('settings-keyboard', 'settings/keyboard', '.settings-section'),
  library('settings-storage', 'settings/storage', '.settings-section'),
  library('sync', 'sync', 'input[type=radio]'),
  ...MOVING,
];

/** @param {string} name @param {Partial<Screen>} rest @returns {Screen} */
function popup(name, rest) {
  return { name, path: 'popup.html?tab=1', ready: '[data-state]:not([data-state=reading])', ...rest };
}

/** @param {string} name @param {string} place @param {string} ready @param {Partial<Screen>} [rest] @returns {Screen} */
function library(name, place, ready, rest = {}) {
  return { name, path: `library.html#/${place}`, ready, ...rest };
}

/** The view that a screen is of. @param {Screen} screen */
export function viewOf({ path }) {
  return /** @type {keyof typeof SIZES} */ (path.split('.')[0]);
}

/** A new page that shows a screen; the caller closes it. @param {Session} session @param {Screen} screen @param {{width: number, height?: number, dark?: boolean, style?: string}} as
 *   `style` is put over ours */
export async function shown({ context, url }, { path, ready, show, tab }, { width, height, dark = false, style }) {
  const page = await context.newPage();
  await page.clock.setFixedTime(NOW);
  if (tab) await page.addInitScript(answerReadTab, { tab, capturedAt: NOW.toISOString() });
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: height ?? SIZES[viewOf({ name: '', path, ready })].height });
  await page.goto(url(path));
  await page.locator(ready).first().waitFor();
  if (style) await page.addStyleTag({ content: style });
  await settled(page);
  await show?.(page);
  await settled(page);
  return page;
}

/** Puts the sample in by way of the import, and two of its talks into the trash. @param {Session} session */
export async function fill({ context, url }) {
  const page = await context.newPage();
  await page.clock.setFixedTime(NOW);
  await page.goto(url('library.html#/import'));
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'library.json', mimeType: 'application/json', buffer: Buffer.from(sampleLibrary()) });
  await page.locator('.import-preview .primary').click();
  await page.locator('[data-stage=done]').waitFor();
  await page.goto(url('library.html#/talks'));
  for (const id of GONE) {
    await page.locator(`#talk-${id}`).focus();
    await page.keyboard.press('d');
    await page.locator(`#talk-${id}`).waitFor({ state: 'detached' });
  }
  await page.close();
}

/** Resolves when nothing has changed on the page for a dozen frames, and its fonts are there. @param {Page} page */
async function settled(page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    let quiet = 0;
    const observer = new MutationObserver(() => (quiet = 0));
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    for (; quiet < 12; quiet++) await new Promise(requestAnimationFrame);
    observer.disconnect();
  });
}

/** @param {Page} page @param {string} button @param {string} then */
async function press(page, button, then) {
  await page.locator(button).first().click();
  await page.locator(then).first().waitFor();
}

/** @param {Page} page @param {string} key */
async function onRow(page, key) {
  await page.locator('.talk[data-id]').nth(3).focus();
  await page.keyboard.press(key);
}

/** @param {Page} page */
async function openDetail(page) {
  await page.locator('.talk[data-id]').first().focus();
  await page.locator('.detail').waitFor();
}

/** Where there is room for them. @param {Page} page */
async function chooseColumns(page) {
  if ((await page.locator('.column-pick').count()) === 0) return;
  await page.locator('.column-pick summary').click();
  for (const box of (await page.locator('.column-pick .check').all()).slice(0, 3)) await box.setChecked(true);
  await page.locator('.column-pick .check').nth(4).setChecked(true);
  await page.keyboard.press('Escape');
  await page.locator('.talks-head').waitFor();
}

/** @param {Page} page */
async function select(page) {
  await onRow(page, 'x');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  await page.locator('.bulk').waitFor();
}

/** Runs in the page, before its scripts. @param {{tab: OnTab, capturedAt: string}} on */
function answerReadTab({ tab: { drafts = [], kind = 'schedule', problem }, capturedAt }) {
  const url = 'https://borealis.example/schedule';
  const [title, extractor] = ['Schedule | Borealis 26', 'schedule-page'];
  const reading = { kind, title: 'Borealis 26', links: [], talks: drafts, source: { url, title, extractor, capturedAt } };
  const state = { reply: { url, page: drafts.length > 0 ? reading : null, ...(problem && { problem }) } };
  const { chrome, browser } = /** @type {any} */ (globalThis);
  for (const api of [chrome, browser]) {
    const send = api?.runtime?.sendMessage?.bind(api.runtime);
    if (!send) continue;
    api.runtime.sendMessage = (/** @type {any} */ message, /** @type {any[]} */ ...rest) => {
      if (message?.name !== 'readTab') return send(message, ...rest);
      if (typeof rest[0] === 'function') return rest[0](state);
      return Promise.resolve(state);
    };
  }
}
