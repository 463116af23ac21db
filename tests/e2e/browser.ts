/** What every browser test starts from: a fresh profile with the built extension, pages of ours under real host names, nothing else reachable. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import type { MessageName, Messages } from '../../core/messages';
import { launch as launchChromium } from '../tools/chromium.mjs';
import { launchFirefox } from '../tools/firefox.mjs';
import type { LaunchOptions, Session } from '../tools/session.mjs';

export { expect };
export type { Session };

/** `e2e` is the build in which one host counts as granted, because the browser's prompt cannot be answered headless. */
type Build = 'mv3' | 'mv3-e2e';

/** The browser that this run of a test is about; it is tested in both. */
export function browserHere(): Session['browser'] {
  return test.info().project.name === 'firefox' ? 'firefox' : 'chromium';
}

interface Launching extends Omit<LaunchOptions, 'extension'> {
  build?: Build;
  browser?: Session['browser'];
}

/** Starts a browser: unless told otherwise the one that this run of the test is about. */
export function launch({ build = 'mv3', browser = browserHere(), ...options }: Launching = {}): Promise<Session> {
  return browser === 'firefox'
    ? launchFirefox({ ...options, extension: `.output/firefox-${build}` })
    : launchChromium({ ...options, extension: `.output/chrome-${build}` });
}

export const test = base.extend<{ build: Build; servers: boolean; session: Session }, { product: string }>({
  product: [({ browserName: _ }, use, { project }) => use(project.name), { scope: 'worker' }],
  build: ['mv3', { option: true }],
  /** Whether servers that the test starts on this machine can be reached. */
  servers: [false, { option: true }],
  session: async ({ build, servers }, use) => {
    const profile = await mkdtemp(join(tmpdir(), 'talkshelf-e2e-'));
    const session = await launch({ build, profile, servers });
    await use(session);
    await session.close();
    await rm(profile, { recursive: true, force: true });
  },
});

/**
 * The tests of this file, or of the `describe` it is called in, are run in one browser only.
 * @param why the name under which docs/BROWSERS.md says why, and what people in the other browser are told
 */
export function onlyIn(browser: Session['browser'], why: string): void {
  test.skip(({ product }) => product !== browser, `${why}: see docs/BROWSERS.md`);
}

/** A page of ours under an address. */
export interface Sample {
  url: string;
  path?: string;
  body?: string;
  contentType?: string;
}

/** A talk page as media.ccc.de would show it, which is one of the named hosts. */
export const TALK: Sample = { url: 'https://media.ccc.de/v/borealis26-quiet-compiler', path: 'tests/fixtures/samples/talk.html' };

export function serve(session: Session, ...samples: Sample[]): void {
  for (const { url, ...served } of samples) session.pages.set(url, served);
}

/** Opens an address in a new tab. */
export async function open(session: Session, url: string): Promise<Page> {
  const page = await session.context.newPage();
  await page.goto(url);
  return page;
}

/** Clicks the toolbar button over a page; resolves when the popup has read it. */
export async function openPopup(session: Session, page: Page): Promise<Page> {
  const popup = await session.clickAction(page);
  await popup.locator('[data-state]:not([data-state=reading])').waitFor();
  return popup;
}

/** Folder in the profile of what extensions keep in IndexedDB, in Firefox with a little more. */
export function databasesOf({ browser, profile, id }: Session): string {
  return browser === 'firefox'
    ? join(profile, 'storage', 'default', `moz-extension+++${id}`, 'idb')
    : join(profile, 'Default', 'IndexedDB');
}

/** A page of the extension's origin that does nothing by itself. */
export function openInert(session: Session): Promise<Page> {
  return open(session, session.url('icon/16.png'));
}

export async function openLibrary(session: Session): Promise<Page> {
  const library = await open(session, session.url('library.html'));
  await library.getByRole('searchbox', { name: 'Search your talks' }).waitFor();
  return library;
}

/** The talks that the popup offers to save. */
export function draftsIn(popup: Page): Locator {
  return popup.getByRole('list', { name: 'Talks on this page' }).getByRole('listitem');
}

/** Saves what the popup has ticked, with a tag if one is given; resolves when the popup shows it as saved. */
export async function saveAll(popup: Page, tag?: string): Promise<void> {
  if (tag) {
    const tags = popup.getByRole('combobox', { name: 'Tags for these talks' });
    await tags.fill(tag);
    await tags.press('Enter');
  }
  await popup.getByRole('button', { name: /^Save \d+ talks?$/ }).click();
  await expect(draftsIn(popup).filter({ hasNotText: 'Saved' })).toHaveCount(0);
}

/** A saved talk in the library's list. */
export function rowOf(library: Page, title: string): Locator {
  return library.locator('[data-id]').filter({ hasText: title });
}

/** What the library exports as a file on disk, in a format by its name in the export menu. */
export async function exported(session: Session, library: Page, format: string): Promise<string> {
  const file = test.info().outputPath('export');
  await library.getByRole('button', { name: 'Export' }).click();
  await session.download(() => library.getByRole('button', { name: `Download ${format}`, exact: true }).click(), file);
  return readFile(file, 'utf8');
}

/** Sends a message from one of the extension's own pages, as its code does. */
export async function ask<N extends MessageName>(page: Page, name: N, request: Messages[N]['request']): Promise<Messages[N]['reply']> {
  const answer = await page.evaluate(
    (message) =>
      (globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }).chrome.runtime.sendMessage(
        message,
      ),
    { name, request },
  );
  return (answer as { reply: Messages[N]['reply'] }).reply;
}

/** Rules whose answer depends on the colours alone. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * axe finds nothing on the page as it is shown now. Firefox is left out: see `axe` in docs/BROWSERS.md.
 * @param look `colours` asks only for what another theme can change on a page that has passed as a whole
 */
export async function expectAccessible(page: Page, look: 'whole' | 'colours' = 'whole'): Promise<void> {
  if (page.url().startsWith('moz-extension:')) return;
  // Legacy mode opens no second page, which would close the popup.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (look === 'colours') axe.withRules(COLOUR_RULES);
  else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']);
  const { violations } = await axe.analyze();
  const told = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary ?? ''}`).join('\n')}`,
  );
  expect(told).toEqual([]);
}

/** The page scrolls in one direction only, at the width it has now. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

/** Nothing that is read or pressed ends beyond the window's sides or is shortened on a button; lists that scroll sideways by design are left out. */
export async function expectNothingCutOff(page: Page): Promise<void> {
  const cutOff = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a, label, summary, h1, h2, h3, p, input, select, textarea')]
      .filter((element) => element.checkVisibility() && element.clientWidth > 1 && !element.closest('.search-chips, .talk, [inert]'))
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -1 || right > innerWidth + 1 || (element.tagName === 'BUTTON' && element.scrollWidth > element.clientWidth + 1);
      })
      .map(({ tagName, className, textContent }) => `${tagName}.${className} ${textContent}`),
  );
  expect(cutOff).toEqual([]);
}
