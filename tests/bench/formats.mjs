// Every export of a large library, in a page of the built extension, beside reading the same rows alone in the same run:
//   npm run bench:formats [-- 100000 [FORMAT...]]
// While each goes on, keys are pressed in the page and its heap is asked for.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from '../tools/chromium.mjs';
import { hasRecords, scaleTalks } from '../tools/scale.mjs';
import { extensionWith } from './pages.mjs';

const A_FILE = 5000;
/** A person who types fast. */
const EVERY = 100;
const READINGS = 3;

/** @typedef {{took: number, task: number, key: number, keys: number, peak: number, bytes?: number}} Measured */

const [count, ...wanted] = process.argv.slice(2);
const size = Number(count ?? 100_000);
if (!hasRecords) console.log('the real records are absent: invented ones are used, and the figures mean little');
const extension = await extensionWith('tests/bench/formats', ['page']);
await writeTalks(extension);
const session = await launch({ extension });
const page = await session.context.newPage();
page.setDefaultTimeout(0);
const debugging = await session.context.newCDPSession(page);
try {
  await page.goto(session.url('page.html'));
  await page.evaluate(`bench.fill(${Math.ceil(size / A_FILE)})`);
  /** @type {string[]} */
  const formats = await page.evaluate('bench.formats');
  console.log(JSON.stringify({ bench: 'formats', figures: await measure(wanted.length > 0 ? wanted : formats) }));
} finally {
  await session.close();
  await rm(extension, { recursive: true, force: true });
}

/** @param {string[]} formats */
async function measure(formats) {
  /** @type {Measured[]} */
  const readings = [];
  /** @type {(Measured & {id: string})[]} */
  const exports = [];
  // Readings in between, so that they meet the same noise as the exports.
  for (const [place, id] of formats.entries()) {
    if (place % Math.ceil(formats.length / READINGS) === 0) readings.push(await timed('bench.read()'));
    exports.push({ id, ...(await timed(`bench.exportAs('${id}')`)) });
  }
  const reading = readings.map(({ took }) => took).sort((a, b) => a - b)[Math.floor(readings.length / 2)] ?? 0;
  console.log(`\n${size} talks; reading the rows alone: ${readings.map(({ took }) => seconds(took)).join(', ')}`);
  for (const { id, took, bytes = 0, peak, task, key, keys } of exports) {
    const parts = [seconds(took), `${(took / reading).toFixed(2)} x reading`, `${(bytes / 1e6).toFixed(0)} MB`];
    const waits = `heap +${peak.toFixed(0)} MB, a key waited ${key.toFixed(0)} ms at most (of ${keys}), longest task ${task < 50 ? '< 50' : task.toFixed(0)} ms`;
    console.log(`  ${id.padEnd(12)} ${parts.join(', ')}, ${waits}`);
  }
  /** @param {(one: Measured) => number} of */
  const worst = (of) => Number(Math.max(...exports.map(of)).toFixed(2));
  return {
    talks: size,
    formats: exports.length,
    'reading s': Number((reading / 1000).toFixed(2)),
    'slowest export / reading': worst(({ took }) => took / reading),
    'peak heap above idle MB': worst(({ peak }) => peak),
    'longest wait of a key ms': worst(({ key }) => key),
    'longest task ms (0: none over 50)': worst(({ task }) => task),
  };
}

/** @param {string} expression @returns {Promise<Measured>} with the highest the heap was above what it was before, in MB */
async function timed(expression) {
  await debugging.send('HeapProfiler.collectGarbage');
  const idle = await heap();
  let peak = 0;
  const state = { isOver: false };
  const done = page.evaluate(expression).finally(() => (state.isOver = true));
  for (let next = Date.now(); !state.isOver; next += EVERY) {
    await page.keyboard.press('Shift');
    peak = Math.max(peak, (await heap()) - idle);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, next + EVERY - Date.now())));
  }
  return { .../** @type {any} */ (await done), peak };
}

/** What the page holds, garbage and buffers included, in MB. */
async function heap() {
  const usage = /** @type {Record<string, number>} */ (await debugging.send('Runtime.getHeapUsage'));
  return ((usage.usedSize ?? 0) + (usage.backingStorageSize ?? 0)) / 1e6;
}

/** @param {string} folder */
async function writeTalks(folder) {
  const talks = scaleTalks(size);
  for (let file = 0; file * A_FILE < size; file++) {
    await writeFile(join(folder, `talks-${file}.json`), JSON.stringify(talks.slice(file * A_FILE, (file + 1) * A_FILE)));
  }
}

/** @param {number} ms */
function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}
