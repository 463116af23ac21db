// `npm start`: the main job in a real browser, from a bare clone.
//   npm start                       sample pages of ours
//   npm start -- FILE|URL|FILE=URL...
// Opens every page, clips everything on it through the real toolbar button, tags it, and prints the reading list. With a display the window stays
// open afterwards. Leaves reading-list.md, library.json and screenshots in .output/tour.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { ensureBuilt, ensureChromium, ensurePackages, Problem, tool } from './ensure.mjs';

const TOUR = '.output/tour';
const SAMPLES = 'tests/fixtures/samples';
const TAG = 'tour';

/** @typedef {import('./sources.mjs').Source} Source */
/** @typedef {import('./chromium.mjs').Session} Session */
/** @typedef {import('@playwright/test').Page} Page */

await tool(async () => {
  ensurePackages();
  await ensureChromium();
  const sources = await sourcesOf(process.argv.slice(2));
  ensureBuilt();
  await rm(TOUR, { recursive: true, force: true });
  await mkdir(TOUR, { recursive: true });
  await tour(sources);
});

/** @param {string[]} given @returns {Promise<Source[]>} */
async function sourcesOf(given) {
  const { sourceOf } = await import('./sources.mjs');
  if (given.length === 0) {
    const samples = JSON.parse(await readFile(`${SAMPLES}/index.json`, 'utf8'));
    return Object.entries(samples).map(([file, url]) => ({ file, path: `${SAMPLES}/${file}`, url: String(url) }));
  }
  const sources = given.map(sourceOf);
  const missing = sources.find(({ path }) => path && !existsSync(path));
  if (missing) throw new Problem(`${missing.file}: there is no such file.`);
  return sources;
}

/** @param {Source[]} sources */
async function tour(sources) {
  const { launch } = await import('./chromium.mjs');
  const { contentType } = await import('./sources.mjs');
  const visible = ['win32', 'darwin'].includes(process.platform) || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  /** @type {Map<string, import('./chromium.mjs').Served>} */
  const pages = new Map();
  for (const { path, url } of sources) if (path) pages.set(new URL(url).href, { path, contentType: contentType(path) });
  const session = await launch({ headless: !visible, pages, online: sources.some(({ path }) => !path) });
  try {
    for (const [index, source] of sources.entries()) await clip(session, source, index + 1);
    await takeLibrary(session);
    process.stdout.write(await readFile(`${TOUR}/reading-list.md`, 'utf8'));
    console.error(`The reading list, library.json and screenshots are in ${TOUR}.`);
    if (visible) await closedByHand(session);
  } finally {
    await session.close();
  }
}

/** Saves everything on a page, as a person would. @param {Session} session @param {Source} source @param {number} number */
async function clip(session, { file, url }, number) {
  const page = await session.context.newPage();
  try {
    await page.goto(url);
  } catch (error) {
    throw new Problem(`${file}: the page could not be opened (${String(error).split('\n')[0]}).`);
  }
  const popup = await session.clickAction(page);
  const found = popup.locator('[data-state]:not([data-state=reading])');
  await found.waitFor();
  const state = await found.getAttribute('data-state');
  if (state !== 'found') throw new Problem(`${file}: there is nothing to clip on this page${state === 'nothing' ? '' : ` (${state})`}.`);
  const drafts = await popup.getByRole('list', { name: 'Talks on this page' }).getByRole('listitem').count();
  // Without a number where everything is saved already.
  const save = popup.getByRole('button', { name: /^Save( \d+ talks?)?$/ });
  if (await save.isEnabled()) await tagAndSave(popup, save);
  await popup.screenshot({ path: `${TOUR}/popup-${number}.png` });
  await popup.close();
  console.error(`${file}: ${drafts} ${drafts === 1 ? 'talk' : 'talks'}`);
}

/** @param {Page} popup @param {import('@playwright/test').Locator} save */
async function tagAndSave(popup, save) {
  const tags = popup.getByRole('combobox', { name: 'Tags for these talks' });
  await tags.fill(TAG);
  await tags.press('Enter');
  await save.click();
  await popup.locator('.draft[data-saved=false]').first().waitFor({ state: 'detached' });
}

/** @param {Session} session */
async function takeLibrary(session) {
  const library = await session.context.newPage();
  await library.setViewportSize({ width: 1280, height: 800 });
  await library.goto(session.url('library.html'));
  await library
    .getByText(/^\d+ talks?$/)
    .first()
    .waitFor();
  await library.screenshot({ path: `${TOUR}/library.png` });
  await exported(session, library, 'Markdown', 'reading-list.md');
  await exported(session, library, 'JSON', 'library.json');
}

/** @param {Session} session @param {Page} library @param {string} format @param {string} name */
async function exported(session, library, format, name) {
  await library.getByRole('button', { name: 'Export' }).click();
  await session.download(() => library.getByRole('button', { name: `Download ${format}`, exact: true }).click(), `${TOUR}/${name}`);
}

/** @param {Session} session */
async function closedByHand(session) {
  console.error('Close the browser window to end.');
  await session.context.waitForEvent('close', { timeout: 0 });
}
