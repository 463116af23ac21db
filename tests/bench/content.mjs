// What the gate adds to the loading of a page: 300 saved pages of the corpus, each loaded with and without the extension, the order changing, in one run.
// Beside it the floor: the same with a gate that does nothing, which no content script can go below.
// The pages' own inline scripts run; whatever they ask the network for is cut off. The gate is allowed on every page, as after "notice talks everywhere".
//   npm run bench:content [-- --pages N]
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumPath, OFFLINE, QUIET } from '../tools/browser.mjs';
import { labelled } from '../tools/pages.mjs';
import { contentType } from '../tools/sources.mjs';
import { at, Report } from './report.mjs';
import { ours } from './trace.mjs';

/** @typedef {import('../tools/sources.mjs').Source} Source */

const LABELS = ['dev', 'more'].map((part) => `../shared/corpus/${part}/labels.jsonl`);
if (!LABELS.every(existsSync)) {
  console.warn('SKIPPED: no corpus at ../shared/corpus, so nothing was measured');
  process.exit(0);
}
const flag = process.argv.indexOf('--pages');
const COUNT = flag < 0 ? 300 : Number(process.argv[flag + 1]);
/** So many pages are open at once, because the gate looks three times, the last time after four seconds. */
const BATCH = 25;
const LAST_LOOK = 4000;
const GATE = /\/detect\.js$/;
/** No more than names scripts and layouts: each further category makes what it watches slower. */
const CATEGORIES = ['devtools.timeline'];

/** Documents that browsers show as plain text come last. @param {Source} job */
const isPage = ({ path = '' }) => contentType(path).startsWith('text/html');
const saved = (await Promise.all(LABELS.map(labelled))).flat();
const pages = [...saved.filter(isPage), ...saved.filter((job) => !isPage(job))].slice(0, COUNT);

const [extension, idle] = [await everywhere(), await everywhere('')];
const [withGate, without, withIdle] = [await browserWith(extension), await browserWith(), await browserWith(idle)];
/** Milliseconds of the whole main thread. @type {{withGate: number, without: number}[]} */
const loads = [];
const counts = { layouts: 0, requests: 0 };
/** @type {number[]} */ const gate = [];
/** @type {number[]} */ const floor = [];
for (let from = 0; from < pages.length; from += BATCH) await measure(pages.slice(from, from + BATCH), from);
await Promise.all([withGate, without, withIdle].map(({ context }) => context.close()));
await Promise.all([extension, idle].map((folder) => rm(folder, { recursive: true })));

const report = new Report('content');
console.log(`${pages.length} pages`);
const added = loads.map((load) => load.withGate - load.without);
const base = at(
  loads.map((load) => load.without),
  0.5,
);
report.add('gate, main thread, median', at(gate, 0.5), 'ms', 'of the page alone', at(gate, 0.5) / base);
report.add('a gate that does nothing, main thread, median', at(floor, 0.5), 'ms');
report.add('gate, main thread, p95', at(gate, 0.95), 'ms');
report.add('gate, main thread, longest', at(gate, 1), 'ms');
report.add('page alone, main thread, median', base, 'ms');
report.add(
  'whole main thread with less without, reading of what was reported included, median',
  at(added, 0.5),
  'ms',
  'of the page alone',
  at(added, 0.5) / base,
);
report.add('layouts forced by the gate', counts.layouts, '');
report.add('requests made by the gate', counts.requests, '');
report.end();

/** A copy of the built extension that may see every page, as after the browser's prompt. @param {string} [instead] what its gate does instead */
async function everywhere(instead) {
  const copy = await mkdtemp(join(tmpdir(), 'talkshelf-bench-'));
  await cp('.output/chrome-mv3', copy, { recursive: true });
  const manifest = JSON.parse(await readFile(join(copy, 'manifest.json'), 'utf8'));
  await writeFile(join(copy, 'manifest.json'), JSON.stringify({ ...manifest, host_permissions: ['*://*/*'] }));
  if (instead !== undefined) await writeFile(join(copy, 'detect.js'), instead);
  return copy;
}

/** @param {string} [folder] of the extension; without one a browser as it is */
async function browserWith(folder) {
  const flags = folder ? [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`] : [];
  const context = await chromium.launchPersistentContext('', { executablePath: chromiumPath(), args: [...QUIET, OFFLINE, ...flags] });
  const served = { job: /** @type {Source | undefined} */ (undefined) };
  await context.route(/^https?:/, (route) => {
    const { job } = served;
    const isWanted = job?.path !== undefined && route.request().url() === new URL(job.url.replace(/#.*/, '')).href;
    return isWanted ? route.fulfill({ path: job.path, contentType: contentType(job.path ?? '') }) : route.abort();
  });
  if (folder) await settled(context);
  return { context, served };
}

/** Waits until the gate is registered: pages loaded before are not looked at. @param {import('@playwright/test').BrowserContext} context */
async function settled(context) {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const registered = () => worker.evaluate('chrome.scripting.getRegisteredContentScripts().then(({ length }) => length)');
  while ((await registered()) === 0) await new Promise((done) => setTimeout(done, 50));
  // What the gate reports is read, as where somebody chose so: else it would look and report again, which costs more.
  await worker.evaluate(`chrome.storage.local.set({ noticing: { mode: 'everywhere', on: [], off: [] } })`);
}

/** @param {Source[]} batch @param {number} from */
async function measure(batch, from) {
  await Promise.all([traced(withGate), traced(withIdle)]);
  /** @type {Awaited<ReturnType<typeof load>>[][]} */
  const open = [];
  for (const [place, job] of batch.entries()) {
    const order = (from + place) % 2 ? [withGate, without] : [without, withGate];
    const pair = [];
    for (const which of order) pair.push(await load(which, job));
    open.push((from + place) % 2 ? pair : pair.reverse());
    const { tab } = await load(withIdle, job);
    await tab.close();
  }
  await new Promise((done) => setTimeout(done, LAST_LOOK + 300));
  const [ofGate, ofIdle] = [await traces(withGate), await traces(withIdle)];
  for (const pair of open) {
    const [one = 0, other = 0] = await Promise.all(pair.map(finish));
    loads.push({ withGate: one, without: other });
  }
  note(ofGate, batch.length);
  floor.push(...ours(ofIdle, GATE).map(({ ms }) => ms));
}

/** @param {Awaited<ReturnType<typeof browserWith>>} which */
async function traced({ context }) {
  const browser = context.browser();
  if (!browser) throw new Error('the browser is gone');
  await browser.startTracing(undefined, { categories: CATEGORIES });
}

/** @param {Awaited<ReturnType<typeof browserWith>>} which @returns {Promise<import('./trace.mjs').TraceEvent[]>} */
async function traces({ context }) {
  return JSON.parse(((await context.browser()?.stopTracing()) ?? '').toString()).traceEvents;
}

/** @param {Awaited<ReturnType<typeof browserWith>>} which @param {Source} job */
async function load({ context, served }, job) {
  const tab = await context.newPage();
  const cdp = await context.newCDPSession(tab);
  await Promise.all([cdp.send('Performance.enable'), cdp.send('Network.enable')]);
  cdp.on('Network.requestWillBeSent', ({ request, initiator }) => {
    if (`${request.url} ${JSON.stringify(initiator)}`.includes('chrome-extension:')) counts.requests += 1;
  });
  served.job = job;
  await tab.goto(job.url, { waitUntil: 'load', timeout: 15_000 }).catch(() => undefined);
  return { tab, cdp };
}

/** What the page's main thread has done, in milliseconds. @param {Awaited<ReturnType<typeof load>>} opened */
async function finish({ tab, cdp }) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  await tab.close();
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}

/** @param {import('./trace.mjs').TraceEvent[]} events @param {number} expected */
function note(events, expected) {
  const looks = ours(events, GATE);
  if (looks.length < expected * 0.9) console.warn(`the gate was seen on ${looks.length} of ${expected} pages`);
  gate.push(...looks.map(({ ms }) => ms));
  counts.layouts += looks.reduce((sum, { layouts }) => sum + layouts, 0);
}
