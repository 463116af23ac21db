// Every export of a large library, in a page of the built extension, beside reading the same rows alone in the same run, and its import into an empty one
// by way of the library's own page, beside writing the same rows by hand:
//   npm run bench:formats [-- 100000 [FORMAT...]]     FORMAT `none`: the import only
// While each goes on, keys are pressed in the page; the heap is asked for during exports.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from '../tools/chromium.mjs';
import { hasRecords, scaleTalks } from '../tools/scale.mjs';
import { felt, importedFrom } from './formats/importing.mjs';
import { pressing } from './formats/pressing.mjs';
import { A_FILE, extensionWith } from './pages.mjs';
import { Report, at } from './report.mjs';

const READINGS = 3;

/** @typedef {{took: number, task: number, key: number, keys: number, peak: number, bytes?: number}} Measured */

const [count, ...wanted] = process.argv.slice(2);
const size = Number(count ?? 100_000);
if (!hasRecords) console.log('the real records are absent: invented ones are used, and the figures mean little');
const talks = scaleTalks(size);
const extension = await extensionWith('tests/bench/formats', ['page'], talks);
const report = new Report('formats');
try {
  if (!wanted.includes('none')) await exports();
  await imports();
  report.end();
} finally {
  await rm(extension, { recursive: true, force: true });
}

async function exports() {
  const session = await launch({ extension });
  try {
    const page = await session.context.newPage();
    page.setDefaultTimeout(0);
    await page.goto(session.url('page.html'));
    await page.evaluate(`bench.fill(${Math.ceil(size / A_FILE)})`);
    /** @type {string[]} */
    const formats = wanted.length > 0 ? wanted : await page.evaluate('bench.formats');
    /** @type {Measured[]} */
    const readings = [];
    /** @type {(Measured & {id: string})[]} */
    const all = [];
    // Readings in between, so that they meet the same noise as the exports.
    for (const [place, id] of formats.entries()) {
      if (place % Math.ceil(formats.length / READINGS) === 0) readings.push(await pressing(page, 'bench.read()'));
      all.push({ id, ...(await pressing(page, `bench.exportAs('${id}')`)) });
    }
    print(readings, all);
  } finally {
    await session.close();
  }
}

/** @param {Measured[]} readings @param {(Measured & {id: string})[]} all */
function print(readings, all) {
  const reading = at(
    readings.map(({ took }) => took),
    0.5,
  );
  console.log(`\n${size} talks; reading the rows alone: ${readings.map(({ took }) => seconds(took)).join(', ')}`);
  for (const { id, took, bytes = 0, peak, ...rest } of all) {
    const parts = [
      seconds(took),
      `${(took / reading).toFixed(2)} x reading`,
      `${(bytes / 1e6).toFixed(0)} MB`,
      `heap +${peak.toFixed(0)} MB`,
    ];
    console.log(`  ${id.padEnd(12)} ${parts.join(', ')}, ${felt(rest)}`);
  }
  /** @param {(one: Measured) => number} of */
  const worst = (of) => Math.max(...all.map(of));
  const slowest = worst(({ took }) => took);
  report.add('slowest export', slowest / 1000, 's', 'times reading the rows alone', slowest / reading);
  report.add(
    'peak heap above idle',
    worst(({ peak }) => peak),
    'MB',
  );
  report.add(
    'export: longest wait of a key',
    worst(({ key }) => key),
    'ms',
  );
  report.add(
    'export: longest task (0: none over 50)',
    worst(({ task }) => task),
    'ms',
  );
}

/** The same talks as a file of ours, into a browser that has none. */
async function imports() {
  const file = join(extension, 'library.json');
  await writeFile(file, `{"format":"talkshelf","version":1,"talks":[\n${talks.map((talk) => JSON.stringify(talk)).join(',\n')}\n]}\n`);
  const session = await launch({ extension });
  try {
    const { raw, reading, writing } = await importedFrom(file, session, size);
    console.log(
      `\nimport of ${size}: read and compared in ${seconds(reading.took)}, ${felt(reading)}; written in ${seconds(writing.took)}, ${felt(writing)}`,
    );
    report.add('writing by hand', raw / 1000, 's');
    report.add('import: writing', writing.took / 1000, 's', 'times writing by hand', writing.took / raw);
    report.add('import: whole', (reading.took + writing.took) / 1000, 's', 'times writing by hand', (reading.took + writing.took) / raw);
    report.add('import: longest wait of a key', Math.max(reading.key, writing.key), 'ms');
    report.add('import: longest task (0: none over 50)', Math.max(reading.task, writing.task), 'ms');
  } finally {
    await session.close();
  }
}

/** @param {number} ms */
function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}
