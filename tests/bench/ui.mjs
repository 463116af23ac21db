// What people feel of the views, in the built extension, beside a blank page and raw reads in the same run:
//   npm run bench:ui [-- 0 1000 100000]
// The pages of tests/bench/search fill the library and read the 50 rows that are compared with.
import { rm } from 'node:fs/promises';
import { launch } from '../tools/chromium.mjs';
import { scaleTalks } from '../tools/scale.mjs';
import { A_FILE, extensionWith, inPage, PAINTED } from './pages.mjs';
import { Report, at } from './report.mjs';

const OPENINGS = 11;
const TYPED = ['python', 'machine lea', 'tag:web', 'café', 'zzzz'];
const FRAMES = 240;

/** @typedef {Awaited<ReturnType<typeof launch>>} Session */
/** @typedef {import('@playwright/test').Page} Page */

const sizes = process.argv.slice(2).map(Number);
const report = new Report('ui');
for (const size of sizes.length > 0 ? sizes : [0, 1000, 100_000]) await measure(size);
report.end();

/** @param {number} size */
async function measure(size) {
  const extension = await extensionWith('tests/bench/search', ['fill', 'open'], scaleTalks(size));
  const session = await launch({ extension });
  try {
    if (size > 0) await inPage(session, 'fill.html', `bench.fill(${Math.ceil(size / A_FILE)})`);
    addFigures(size, await openings(session, size));
    if (size > 0) addLibrary(size, await inLibrary(session));
  } finally {
    await session.close();
    await rm(extension, { recursive: true, force: true });
  }
}

/** The views and what they are compared with, opened in turn, so that all meet the same noise. @param {Session} session @param {number} size */
async function openings(session, size) {
  const rows = `new Promise((done) => { const look = () => document.querySelector('.talk[data-id]') ? done(performance.now()) : requestAnimationFrame(look); look(); })`;
  /** @type {Record<string, number[]>} */
  const times = { blank: [], popup: [], library: [], raw: [], popupRows: [], libraryRows: [] };
  for (let i = 0; i < OPENINGS; i++) {
    times.blank?.push(await inPage(session, 'blank.html', PAINTED));
    times.popup?.push(await inPage(session, 'popup.html?tab=-1', PAINTED));
    times.library?.push(await inPage(session, 'library.html', PAINTED));
    if (size === 0) continue;
    times.raw?.push(await inPage(session, 'open.html#rows', 'bench.started.then(({ took }) => took)'));
    times.popupRows?.push(await inPage(session, 'popup.html?tab=-1', rows));
    times.libraryRows?.push(await inPage(session, 'library.html', rows));
  }
  return times;
}

/** @param {Session} session */
async function inLibrary(session) {
  const page = await session.context.newPage();
  await page.goto(session.url('library.html'));
  await page.locator('.talk[data-id]').first().waitFor();
  const arrows = await keyed(
    page,
    Array.from({ length: 40 }, () => 'ArrowDown'),
    '.talks',
  );
  const frames = await page.evaluate(scrolled, FRAMES);
  const nodes = await page.evaluate(() => document.getElementsByTagName('*').length);
  await page.reload();
  await page.locator('.talk[data-id]').first().waitFor();
  const typed = [];
  for (const text of TYPED) {
    await page.getByRole('searchbox').fill('');
    typed.push(...(await keyed(page, Array.from(text), '#search')));
  }
  await page.close();
  return { arrows, typed, frames, nodes };
}

/**
 * Milliseconds from each key to the first change it makes in the list; keys that change nothing there are left out.
 * @param {Page} page @param {string[]} keys @param {string} focus @returns {Promise<number[]>}
 */
async function keyed(page, keys, focus) {
  await page.locator(focus).focus();
  const times = [];
  for (const key of keys) {
    const answered = page.evaluate(answer);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    const took = await answered;
    if (took !== null) times.push(took);
  }
  return times;
}

/** Runs in the page. @returns {Promise<number | null>} */
function answer() {
  return new Promise((done) => {
    let pressed = 0;
    addEventListener('keydown', () => (pressed = performance.now()), { once: true, capture: true });
    const observer = new MutationObserver(() => pressed > 0 && finish(performance.now() - pressed));
    const list = document.querySelector('.columns') ?? document.body;
    observer.observe(list, { subtree: true, childList: true, attributes: true, characterData: true });
    const timer = setTimeout(() => finish(null), 1500);
    /** @param {number | null} took */
    function finish(took) {
      clearTimeout(timer);
      observer.disconnect();
      done(took);
    }
  });
}

/** Runs in the page: scrolls ten rows a frame. @param {number} frames @returns {Promise<number[]>} milliseconds between frames */
function scrolled(frames) {
  return new Promise((done) => {
    const list = document.querySelector('.talks');
    /** @type {number[]} */
    const times = [];
    let before = 0;
    /** @param {number} now */
    const frame = (now) => {
      if (before > 0) times.push(now - before);
      before = now;
      list?.scrollBy(0, 600);
      if (times.length < frames) requestAnimationFrame(frame);
      else done(times);
    };
    requestAnimationFrame(frame);
  });
}

/** @param {number} size @param {Record<string, number[]>} times */
function addFigures(size, { blank = [], popup = [], library = [], raw = [], popupRows = [], libraryRows = [] }) {
  console.log(`\n${size} talks`);
  const [floor, read] = [at(blank, 0.5), at(raw, 0.5)];
  report.add(`${size}: first paint of the popup`, at(popup, 0.5), 'ms', 'times a blank page', at(popup, 0.5) / floor);
  report.add(`${size}: first paint of the library`, at(library, 0.5), 'ms', 'times a blank page', at(library, 0.5) / floor);
  if (size === 0) return;
  for (const [view, times] of Object.entries({ popup: popupRows, library: libraryRows }))
    report.add(`${size}: first rows in the ${view}`, at(times, 0.5), 'ms', 'times Dexie opened and 50 rows read', at(times, 0.5) / read);
}

/** @param {number} size @param {{arrows: number[], typed: number[], frames: number[], nodes: number}} measured */
function addLibrary(size, { arrows, typed, frames, nodes }) {
  report.add(`${size}: arrow key p95`, at(arrows, 0.95), 'ms');
  report.add(`${size}: typed key p95`, at(typed, 0.95), 'ms');
  report.add(`${size}: scrolling`, (1000 * frames.length) / frames.reduce((sum, each) => sum + each, 0), 'frames a second');
  report.add(`${size}: frames over 50 ms`, frames.filter((each) => each > 50).length, '');
  report.add(`${size}: DOM nodes`, nodes, '');
}
