// Search in cold pages of the built extension, its popup among them, beside what it is compared with in the same run:
//   npm run bench:search [-- 1000 10000]   1,000, 10,000 and 100,000 talks unless told
//   npm run bench:search -- saves      10,000 saves, one after the other, each followed by what the worker does then
// The pages of tests/bench/search are put beside the built ones, so that they share the extension's origin and database.
import { rm } from 'node:fs/promises';
import { launch } from '../tools/chromium.mjs';
import { hasRecords, scaleTalks } from '../tools/scale.mjs';
import { A_FILE, extensionWith, inPage } from './pages.mjs';
import { Report } from './report.mjs';
import { keysInto, typedInto } from './search/popup.mjs';
import { HOSTILE, queryLog } from './search/queries.mjs';
import { addFigures, printTimes } from './search/report.mjs';

const FOLDER = 'tests/bench/search';
const PAGES = ['fill', 'open', 'minisearch', 'scan'];
const OPENINGS = 11;
/** Typed first; a cold page that has been open for long answers the rest. */
const FIRST = ['py', 'test', 'django', 'machine lea', 'guido'];

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {Awaited<ReturnType<typeof launch>>} Session */

const asked = process.argv.slice(2);
const sizes = asked.length > 0 ? asked.map(Number).filter(Boolean) : [1000, 10_000, 100_000];
if (!hasRecords) console.log('the real records are absent: invented ones are used, and the figures mean little');
const report = new Report('search');
for (const size of asked.includes('saves') ? [] : sizes) await measure(size);
if (asked.includes('saves')) await manySaves(10_000);
report.end();

/** @param {number} size */
async function measure(size) {
  const extension = await extensionWith(FOLDER, PAGES, scaleTalks(size));
  const session = await launch({ extension });
  try {
    const talks = Math.ceil(size / A_FILE);
    const filled = await inPage(session, 'fill.html', `bench.fill(${talks})`);
    const peers = {
      minisearch: await inPage(session, 'minisearch.html', 'bench.build()'),
      scan: await inPage(session, 'scan.html', 'bench.build()'),
    };
    const cold = await openings(session, peers, size);
    const keyed = await keys(session, size);
    const rebuilt = await inPage(session, 'fill.html', 'bench.rebuild()');
    const some = JSON.stringify(scaleTalks(200, 7));
    const saves = await inPage(session, 'fill.html', `bench.saves(${some})`);
    const { heap, hostile, ...times } = keyed;
    printTimes(size, cold, times);
    addFigures(report, size, { filled, cold, keyed: times, heap, hostile, rebuilt, saves });
  } finally {
    await session.close();
    await rm(extension, { recursive: true, force: true });
  }
}

/**
 * Milliseconds from the beginning of the navigation to the hits on the page, for each kind of page in turn, so that all meet the same noise.
 * @param {Session} session @param {Record<string, unknown>} peers @param {number} size
 */
async function openings(session, peers, size) {
  /** @type {Record<string, number[]>} */
  const times = { blank: [], rows: [], search: [], popup: [], minisearch: [], scan: [] };
  for (let i = 0; i < OPENINGS; i++) {
    const text = FIRST[i % FIRST.length] ?? '';
    const word = encodeURIComponent(text);
    times.blank?.push(await inPage(session, 'blank.html', 'performance.now()'));
    times.rows?.push(await inPage(session, 'open.html#rows', 'bench.started.then(({ took }) => took)'));
    times.search?.push(await inPage(session, `open.html#${word}`, 'bench.started.then(({ took }) => took)'));
    const { page, took } = await typedInto(session, text, size);
    await page.close();
    times.popup?.push(took);
    if (i < 5)
      for (const peer of Object.keys(peers))
        times[peer]?.push(await inPage(session, `${peer}.html#${word}`, 'bench.started.then(({ took }) => took)'));
  }
  return times;
}

/** Keys typed into pages that were opened cold and stay open. @param {Session} session @param {number} size */
async function keys(session, size) {
  const queries = JSON.stringify(queryLog());
  const [blank] = await heldBy(session, 'blank.html', '[]');
  const search = await inPage(session, 'open.html#py', `bench.started.then(() => bench.keys(${queries}, false))`);
  const facets = await inPage(session, 'open.html#py', `bench.started.then(() => bench.keys(${queries}, true))`);
  const bar = await inPage(session, 'open.html#py', `bench.started.then(() => bench.suggestions(${queries}))`);
  const hostile = await inPage(session, 'open.html#py', `bench.started.then(() => bench.keys(${JSON.stringify(HOSTILE)}, false))`);
  console.log(
    `  hostile queries: ${HOSTILE.map((text, i) => `${text.slice(0, 12).trim()} ${Number(/** @type {number[]} */ (hostile)[i]).toFixed(0)} ms`).join(', ')}`,
  );
  const answers = await inPage(session, 'open.html#py', `bench.answers(${queries})`);
  const { page } = await typedInto(session, 'py', size);
  const popup = await keysInto(page, answers);
  const heap = ((await bytesOf(session, page)) - blank) / 1e6;
  await page.close();
  // Every fourth is enough for the peers, of which one takes minutes for all.
  const some = JSON.stringify(queryLog().filter((_, i) => i % 4 === 0));
  const minisearch = await inPage(session, 'minisearch.html#py', `bench.started.then(() => bench.keys(${some}))`);
  const scan = await inPage(session, 'scan.html#py', `bench.started.then(() => bench.keys(${some}))`);
  return { search, popup, facets, 'address bar': bar, minisearch, scan, heap, hostile };
}

/** The bytes that a page holds in the end, buffers included, and what an expression gave. @param {Session} session @param {string} path @param {string} expression */
async function heldBy(session, path, expression) {
  const page = await session.context.newPage();
  await page.goto(session.url(path));
  const value = await page.evaluate(expression);
  const held = await bytesOf(session, page);
  await page.close();
  return [held, value];
}

/** @param {Session} session @param {Page} page */
async function bytesOf(session, page) {
  const debugging = await session.context.newCDPSession(page);
  await debugging.send('HeapProfiler.collectGarbage');
  const usage = /** @type {Record<string, number>} */ (await debugging.send('Runtime.getHeapUsage'));
  return (usage.usedSize ?? 0) + (usage.backingStorageSize ?? 0);
}

/** One save after the other into an empty library. @param {number} count */
async function manySaves(count) {
  const extension = await extensionWith(FOLDER, PAGES, scaleTalks(count));
  const session = await launch({ extension });
  try {
    const saved = await inPage(session, 'fill.html', `bench.manySaves(${Math.ceil(count / A_FILE)})`);
    console.log(`\n${count} saves in a row`);
    report.add('saves: most segments on the way', saved.most, '');
    report.add('saves: each', saved.spent / count, 'ms');
    report.add('saves: hits missing', saved.missing, '');
  } finally {
    await session.close();
    await rm(extension, { recursive: true, force: true });
  }
}
