// Search in a cold page of the built extension, beside what it is compared with in the same run:
//   npm run bench:search [-- 1000 10000 100000]
// The pages of tests/bench/search are put beside the built ones, so that they share the extension's origin and database.
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { launch } from '../tools/chromium.mjs';
import { hasRecords, scaleTalks } from '../tools/scale.mjs';
import { queryLog } from './search/queries.mjs';

const PAGES = ['fill', 'open', 'minisearch', 'scan'];
const A_FILE = 5000;
const OPENINGS = 11;
/** Typed first; a cold page that has been open for long answers the rest. */
const FIRST = ['py', 'test', 'django', 'machine lea', 'guido'];

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {Awaited<ReturnType<typeof launch>>} Session */

const sizes = process.argv.slice(2).map(Number).filter(Boolean);
if (!hasRecords) console.log('the real records are absent: invented ones are used, and the figures mean little');
/** @type {Record<string, unknown>} */
const figures = {};
for (const size of sizes.length > 0 ? sizes : [1000, 10_000]) Object.assign(figures, await measure(size));
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
    const cold = await openings(session, peers);
    const keyed = await keys(session);
    const rebuilt = await inPage(session, 'fill.html', 'bench.rebuild()');
    const some = JSON.stringify(scaleTalks(200, 7));
    const saves = await inPage(session, 'fill.html', `bench.saves(${some})`);
    return report(size, { filled, cold, keyed, rebuilt, saves });
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
 * @param {Session} session @param {Record<string, unknown>} peers
 */
async function openings(session, peers) {
  /** @type {Record<string, number[]>} */
  const times = { blank: [], rows: [], search: [], minisearch: [], scan: [] };
  for (let i = 0; i < OPENINGS; i++) {
    const word = encodeURIComponent(FIRST[i % FIRST.length] ?? '');
    times.blank?.push(await inPage(session, 'blank.html', 'performance.now()'));
    times.rows?.push(await inPage(session, 'open.html#rows', 'bench.started.then(({ took }) => took)'));
    times.search?.push(await inPage(session, `open.html#${word}`, 'bench.started.then(({ took }) => took)'));
    if (i < 5)
      for (const peer of Object.keys(peers))
        times[peer]?.push(await inPage(session, `${peer}.html#${word}`, 'bench.started.then(({ took }) => took)'));
  }
  return times;
}

/** Keys typed into a page that was opened cold and stays open. @param {Session} session */
async function keys(session) {
  const queries = JSON.stringify(queryLog());
  const [blank] = await heldBy(session, 'blank.html', '[]');
  const [heap, search] = await heldBy(session, 'open.html#py', `bench.started.then(() => bench.keys(${queries}, false))`);
  const [, facets] = await heldBy(session, 'open.html#py', `bench.started.then(() => bench.keys(${queries}, true))`);
  // Every fourth is enough for the peers, of which one takes minutes for all.
  const some = JSON.stringify(queryLog().filter((_, i) => i % 4 === 0));
  const [, minisearch] = await heldBy(session, 'minisearch.html#py', `bench.started.then(() => bench.keys(${some}))`);
  const [, scan] = await heldBy(session, 'scan.html#py', `bench.started.then(() => bench.keys(${some}))`);
  return { heap: (heap - blank) / 1e6, search, facets, minisearch, scan };
}

/** The bytes that a page holds in the end, buffers included, and what an expression gave. @param {Session} session @param {string} path @param {string} expression */
async function heldBy(session, path, expression) {
  const page = await session.context.newPage();
  await page.goto(session.url(path));
  const value = await page.evaluate(expression);
  const debugging = await session.context.newCDPSession(page);
  await debugging.send('HeapProfiler.collectGarbage');
  const usage = /** @type {Record<string, number>} */ (await debugging.send('Runtime.getHeapUsage'));
  await page.close();
  return [(usage.usedSize ?? 0) + (usage.backingStorageSize ?? 0), value];
}

/** @param {number[]} times @param {number} share */
function at(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** @param {number} value */
function ms(value) {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

/** @param {number} size @param {Record<string, any>} measured */
function report(size, { filled, cold, keyed, rebuilt, saves }) {
  console.log(`\n${size} talks, ${queryLog().length} queries; a missing ratio is a floor`);
  for (const [name, times] of Object.entries(cold)) {
    console.log(`  opened -> first hits  ${name.padEnd(11)} median ${ms(at(times, 0.5))}  p95 ${ms(at(times, 0.95))}`);
  }
  for (const name of ['search', 'facets', 'minisearch', 'scan']) {
    console.log(`  a key                 ${name.padEnd(11)} median ${ms(at(keyed[name], 0.5))}  p95 ${ms(at(keyed[name], 0.95))}`);
  }
  const slow = queryLog()
    .map((query, i) => ({ query, took: keyed.search[i] }))
    .sort((a, b) => b.took - a.took)
    .slice(0, 5);
  console.log(`  slowest keys          ${slow.map(({ query, took }) => `${query}: ${ms(took)}`).join(', ')}`);
  const figures = {
    'first hits / 50 rows': at(cold.search, 0.5) / at(cold.rows, 0.5),
    'MiniSearch / first hits': at(cold.minisearch, 0.5) / at(cold.search, 0.5),
    'key p95 ms': at(keyed.search, 0.95),
    'MiniSearch / key p95': at(keyed.minisearch, 0.95) / at(keyed.search, 0.95),
    'facets p95 ms': at(keyed.facets, 0.95),
    'heap MB above blank': keyed.heap,
    'index bytes a talk': filled.bytes / size,
    segments: filled.segments,
    'import with index / raw writes': (Number(filled.writes) + Number(filled.indexing.spent)) / Number(filled.rawWrites),
    'rebuild s': rebuilt.spent / 1000,
    'longest index transaction ms': Math.max(filled.longestTransaction, rebuilt.longestTransaction),
    'longest step ms': Math.max(filled.indexing.longestStep, rebuilt.longestStep),
    'save and index / save': at(saves.both, 0.5) / at(saves.alone, 0.5),
    'segments after saves': saves.segments,
  };
  for (const [name, value] of Object.entries(figures)) console.log(`  ${name.padEnd(32)} ${value.toFixed(2)}`);
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${size}: ${name}`, Number(value.toFixed(2))]));
}
