// Prints what the shipped extractor reads from files, one JSON line a file, in the form of the corpus scorer:
//   npm run -s extract -- --labels LABELS.jsonl [--timing]
//   npm run -s extract -- FILE[=URL]...
// The very bundle that ships runs in real Chromium on the real DOM, the page's own scripts off and the network cut.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumPath, OFFLINE, QUIET } from './browser.mjs';
import { addressFor, contentType, sourceOf } from './sources.mjs';

const BUNDLE = '.output/chrome-mv3/extract.js';

/** @typedef {import('./sources.mjs').Source} Source */

const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const rest = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const timing = flags.includes('--timing');
const jobs = flags.includes('--labels') ? await labelled(rest[0] ?? '') : rest.map(sourceOf);
if (jobs.length === 0) {
  console.error('usage: extract [--timing] (--labels LABELS.jsonl | FILE[=URL]...)');
  process.exit(2);
}

const bundle = await readFile(BUNDLE, 'utf8');
const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...QUIET, OFFLINE] });
const context = await browser.newContext({ javaScriptEnabled: false, bypassCSP: true });
const page = await context.newPage();
/** @type {Map<string, Source>} */
const served = new Map();
await context.route('**/*', (route) => {
  const job = served.get(route.request().url());
  return job?.path && route.request().isNavigationRequest()
    ? route.fulfill({ path: job.path, contentType: contentType(job.path) })
    : route.abort();
});
/** @type {number[]} */
const times = [];
for (const job of jobs) {
  served.clear();
  served.set(new URL(job.url.replace(/#.*/, '')).href, job);
  await page.goto(job.url, { waitUntil: 'domcontentloaded' });
  const { reading, took } = await page.evaluate(
    `(() => { const from = performance.now(); const reading = (0, eval)(${JSON.stringify(bundle)}).page; return { reading, took: performance.now() - from }; })()`,
  );
  times.push(took);
  console.log(JSON.stringify({ file: job.file, page: reading, ...(timing && { took: Math.round(took * 10) / 10 }) }));
}
await browser.close();
if (timing) reportTimes();

/** @param {string} path @returns {Promise<Source[]>} */
async function labelled(path) {
  const rows = (await readFile(path, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return rows.map(({ file, url }) => ({ file, path: join(dirname(path), file), url: url ?? addressFor(file) }));
}

function reportTimes() {
  const sorted = [...times].sort((a, b) => a - b);
  /** @param {number} share */
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(1);
  console.error(`extraction of ${sorted.length} documents: median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`);
}
