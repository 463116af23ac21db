// Search in cold pages of the built extension, its popup among them, beside what it is compared with in the same run:
//   npm run bench:search [-- 1000 10000 100000]
//   npm run bench:search -- saves      10,000 saves, one after the other, each followed by what the worker does then
// The pages of tests/bench/search are put beside the built ones, so that they share the extension's origin and database.
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { launch } from '../tools/chromium.mjs';
import { hasRecords, scaleTalks } from '../tools/scale.mjs';
import { keysInto, typedInto } from './search/popup.mjs';
import { HOSTILE, queryLog } from './search/queries.mjs';
import { at, printFigures, printTimes } from './search/report.mjs';

const PAGES = ['fill', 'open', 'minisearch', 'scan'];
const A_FILE = 5000;
const OPENINGS = 11;
/** Typed first; a cold page that has been open for long answers the rest. */
const FIRST = ['py', 'test', 'django', 'machine lea', 'guido'];

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {Awaited<ReturnType<typeof launch>>} Session */

const asked = process.argv.slice(2);
const sizes = asked.length > 0 ? asked.map(Number).filter(Boolean) : [1000, 10_000];
if (!hasRecords) console.log('the real records are absent: invented ones are used, and the figures mean little');
/** @type {Record<string, unknown>} */
const figures = {};
for (const size of sizes) Object.assign(figures, await measure(size));
if (asked.includes('saves')) Object.assign(figures, await manySaves(10_000));
console.log(JSON.stringify({ bench: 'search', figures }));

/** @param {number} size */
async function measure(size) {
  const extension = await prepared(size);
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
    return printFigures(size, figuresOf(size, { filled, cold, keyed: times, heap, hostile, rebuilt, saves }));
  } finally {
    await session.close();
    await rm(extension, { recursive: true, force: true });
  }
}

/** A copy of the built extension with the bench's own pages and the talks to be written. @param {number} size */
async function prepared(size) {
  const folder = await mkdtemp(join(tmpdir(), 'talkshelf-search-'));
  await cp('.output/chrome-mv3', folder, { recursive: true });
  const input = Object.fromEntries(PAGES.map((page) => [page, `tests/bench/search/${page}.ts`]));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { input, output: { entryFileNames: '[name].js', chunkFileNames: 'bench-[hash].js' } },
    },
  });
  for (const page of PAGES)
    await writeFile(
      join(folder, `${page}.html`),
      `<!doctype html><title>${page}</title><body><script type="module" src="${page}.js"></script>`,
    );
  await writeFile(join(folder, 'blank.html'), '<!doctype html><title>blank</title><body>');
  const talks = scaleTalks(size);
  for (let file = 0; file * A_FILE < size; file++) {
    await writeFile(join(folder, `talks-${file}.json`), JSON.stringify(talks.slice(file * A_FILE, (file + 1) * A_FILE)));
  }
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
  const extension = await prepared(count);
  const session = await launch({ extension });
  try {
    const saved = await inPage(session, 'fill.html', `bench.manySaves(${Math.ceil(count / A_FILE)})`);
    console.log(`\n${count} saves in a row`);
    return printFigures('saves', { 'most segments on the way': saved.most, 'ms each': saved.spent / count, 'hits missing': saved.missing });
  } finally {
    await session.close();
    await rm(extension, { recursive: true, force: true });
  }
}

/** @param {number} size @param {Record<string, any>} measured @returns {Record<string, number>} */
function figuresOf(size, { filled, cold, keyed, heap, hostile, rebuilt, saves }) {
  return {
    'popup: first hits / 50 rows': at(cold.popup, 0.5) / at(cold.rows, 0.5),
    'first hits / 50 rows': at(cold.search, 0.5) / at(cold.rows, 0.5),
    'MiniSearch / first hits': at(cold.minisearch, 0.5) / at(cold.search, 0.5),
    'MiniSearch / first hits in the popup': at(cold.minisearch, 0.5) / at(cold.popup, 0.5),
    'key p95 ms': at(keyed.search, 0.95),
    'popup: key p95 ms': at(keyed.popup, 0.95),
    'MiniSearch / key p95': at(keyed.minisearch, 0.95) / at(keyed.search, 0.95),
    'facets p95 ms': at(keyed.facets, 0.95),
    'address bar longest ms': at(keyed['address bar'], 1),
    'hostile longest ms': at(hostile, 1),
    'popup: heap MB above blank': heap,
    'index bytes a talk': filled.bytes / size,
    segments: filled.segments,
    'writes / raw writes': Number(filled.writes) / Number(filled.rawWrites),
    'import with index / raw writes': (Number(filled.writes) + Number(filled.indexing.spent)) / Number(filled.rawWrites),
    'rebuild s': rebuilt.spent / 1000,
    'longest index transaction ms': Math.max(filled.longestTransaction, rebuilt.longestTransaction),
    'save and index / save': at(saves.both, 0.5) / at(saves.alone, 0.5),
    'segments after saves': saves.segments,
  };
}
