// What people feel of the views, in the built extension, beside a blank page and raw reads in the same run:
//   npm run bench:ui [-- 0 1000 100000]
// The pages of tests/bench/search fill the library and read the 50 rows that are compared with.
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { launch } from '../tools/chromium.mjs';
import { scaleTalks } from '../tools/scale.mjs';

const A_FILE = 5000;
const OPENINGS = 11;
const TYPED = ['python', 'machine lea', 'tag:web', 'café', 'zzzz'];
const FRAMES = 240;

/** @typedef {Awaited<ReturnType<typeof launch>>} Session */
/** @typedef {import('@playwright/test').Page} Page */

const sizes = process.argv.slice(2).map(Number);
/** @type {Record<string, number>} */
const figures = {};
for (const size of sizes.length > 0 ? sizes : [0, 1000, 100_000]) Object.assign(figures, await measure(size));
console.log(JSON.stringify({ bench: 'ui', figures }));

/** @param {number} size */
async function measure(size) {
  const extension = await prepared(size);
  const session = await launch({ extension });
  try {
    if (size > 0) await inPage(session, 'fill.html', `bench.fill(${Math.ceil(size / A_FILE)})`);
    return report(size, { ...(await openings(session, size)), ...(size > 0 && (await inLibrary(session))) });
  } finally {
    await session.close();
    await rm(extension, { recursive: true, force: true });
  }
}

/** A copy of the built extension with pages to fill it and to compare with, and the talks to be written. @param {number} size */
async function prepared(size) {
  const folder = await mkdtemp(join(tmpdir(), 'talkshelf-ui-'));
  await cp('.output/chrome-mv3', folder, { recursive: true });
  const pages = ['fill', 'open'];
  const input = Object.fromEntries(pages.map((page) => [page, `tests/bench/search/${page}.ts`]));
  const output = { entryFileNames: '[name].js', chunkFileNames: 'bench-[hash].js' };
  await build({ configFile: false, logLevel: 'error', build: { outDir: folder, emptyOutDir: false, rollupOptions: { input, output } } });
  for (const page of pages)
    await writeFile(
      join(folder, `${page}.html`),
      `<!doctype html><title>${page}</title><body><script type="module" src="${page}.js"></script>`,
    );
  await writeFile(join(folder, 'blank.html'), '<!doctype html><title>blank</title><body><p>blank</p>');
  const talks = scaleTalks(size);
  for (let file = 0; file * A_FILE < size; file++)
    await writeFile(join(folder, `talks-${file}.json`), JSON.stringify(talks.slice(file * A_FILE, (file + 1) * A_FILE)));
  return folder;
}

/** What an expression gives in a fresh page. @param {Session} session @param {string} path @param {string} expression */
async function inPage(session, path, expression) {
  const page = await session.context.newPage();
  page.setDefaultTimeout(0);
  await page.goto(session.url(path));
  const value = await page.evaluate(expression);
  await page.close();
  return value;
}

/** The views and what they are compared with, opened in turn, so that all meet the same noise. @param {Session} session @param {number} size */
async function openings(session, size) {
  const painted = `new Promise((done) => new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').forEach(({ startTime }) => done(startTime))).observe({ type: 'paint', buffered: true }))`;
  const rows = `new Promise((done) => { const look = () => document.querySelector('.talk[data-id]') ? done(performance.now()) : requestAnimationFrame(look); look(); })`;
  /** @type {Record<string, number[]>} */
  const times = { blank: [], popup: [], library: [], raw: [], popupRows: [], libraryRows: [] };
  for (let i = 0; i < OPENINGS; i++) {
    times.blank?.push(await inPage(session, 'blank.html', painted));
    times.popup?.push(await inPage(session, 'popup.html?tab=-1', painted));
    times.library?.push(await inPage(session, 'library.html', painted));
    if (size === 0) continue;
    times.raw?.push(await inPage(session, 'open.html#rows', 'bench.started.then(({ took }) => took)'));
    times.popupRows?.push(await inPage(session, 'popup.html?tab=-1', rows));
    times.libraryRows?.push(await inPage(session, 'library.html', rows));
  }
  return { times };
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

/** @param {number[]} times @param {number} share */
function at(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** @param {number} size @param {any} measured @returns {Record<string, number>} */
function report(size, { times, arrows, typed, frames, nodes }) {
  /** @type {Record<string, number>} */
  const found = {
    'popup first paint / blank': at(times.popup, 0.5) / at(times.blank, 0.5),
    'library first paint / blank': at(times.library, 0.5) / at(times.blank, 0.5),
    'popup first paint ms': at(times.popup, 0.5),
    ...(size > 0 && {
      'popup first rows / raw': at(times.popupRows, 0.5) / at(times.raw, 0.5),
      'library first rows / raw': at(times.libraryRows, 0.5) / at(times.raw, 0.5),
      'arrow key p95 ms': at(arrows, 0.95),
      'typed key p95 ms': at(typed, 0.95),
      'frames a second': 1000 / (frames.reduce((/** @type {number} */ sum, /** @type {number} */ each) => sum + each, 0) / frames.length),
      'frames over 50 ms': frames.filter((/** @type {number} */ each) => each > 50).length,
      'DOM nodes': nodes,
    }),
  };
  console.log(`\n${size} talks`);
  for (const [name, value] of Object.entries(found)) console.log(`  ${name.padEnd(30)} ${value.toFixed(2)}`);
  return Object.fromEntries(Object.entries(found).map(([name, value]) => [`${size}: ${name}`, Number(value.toFixed(2))]));
}
