// How long the gate and the extractor take on the dev pages of the corpus, in real Chromium, beside @mozilla/readability and defuddle on the same
// documents in the same run. Every measurement is the first on its page, as in a browser: nothing is warm.
//   npm run bench:extract [-- --every N]
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { eachPage, labelled, scriptOf } from '../tools/pages.mjs';

const LABELS = '../shared/corpus/dev/labels.jsonl';
const [GATE, EXTRACTOR] = ['.output/chrome-mv3/detect.js', '.output/chrome-mv3/extract.js'];

if (!existsSync(LABELS)) {
  console.warn(`SKIPPED: no corpus at ${LABELS}, so nothing was measured`);
  process.exit(0);
}
const flag = process.argv.indexOf('--every');
const every = flag < 0 ? 1 : Number(process.argv[flag + 1]);
const pages = (await labelled(LABELS)).filter((_, at) => at % every === 0);

/** What is measured: a script that leaves a function, and how to call it on a document of its own. @type {Record<string, {script: string, call: string}>} */
const READERS = {
  gate: { script: await scriptOf('extractors/gate.ts', 'gate'), call: 'gate.worthALook(document, location.href)' },
  extraction: { script: readFileSync(EXTRACTOR, 'utf8'), call: '' },
  readability: { script: await scriptOf('tests/bench/others/readability.mjs', 'readability'), call: 'readability.read(copy)' },
  defuddle: { script: await scriptOf('tests/bench/others/defuddle.mjs', 'defuddle'), call: 'defuddle.read(copy)' },
};

/** @type {Record<string, number[]>} */
const times = Object.fromEntries(Object.keys(READERS).map((name) => [name, []]));
for (const [name, { script, call }] of Object.entries(READERS)) {
  const [loaded, source] = [call !== '', JSON.stringify(script)];
  // The extractor's script is the whole of its work and is timed with its start; the others are timed without theirs, which favours them.
  const timed = loaded
    ? `(0, eval)(${source}); const copy = document.cloneNode(true); from = performance.now(); ${call};`
    : `(0, eval)(${source});`;
  await eachPage(pages, async (tab) => {
    times[name]?.push(
      await tab.evaluate(`(() => { let from = performance.now(); try { ${timed} } catch {} return performance.now() - from; })()`),
    );
  });
}

/** @param {string} name @param {number} share */
function at(name, share) {
  const sorted = [...(times[name] ?? [])].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** @param {string} path */
const gzipped = (path) => gzipSync(readFileSync(path), { level: 9 }).length / 1000;

/** @type {Record<string, {value: number, unit: string, against?: string, ratio?: number}>} */
const figures = {};
/** @param {string} what @param {number} value @param {string} unit @param {string} [against] @param {number} [other] */
function figure(what, value, unit, against, other) {
  const ratio = against && value ? { against, ratio: Number(((other ?? 0) / value).toFixed(1)) } : {};
  figures[what] = { value: Number(value.toFixed(2)), unit, ...ratio };
  console.log(
    `${what.padEnd(28)} ${value.toFixed(2).padStart(9)} ${unit}${ratio.against ? `   ${ratio.against}: ${ratio.ratio} times as long` : ''}`,
  );
}

console.log(`${pages.length} documents`);
figure('gate median', at('gate', 0.5), 'ms');
figure('gate p95', at('gate', 0.95), 'ms');
figure('extraction median', at('extraction', 0.5), 'ms', 'readability', at('readability', 0.5));
figure('extraction p95', at('extraction', 0.95), 'ms', 'readability', at('readability', 0.95));
figure('extraction median (defuddle)', at('extraction', 0.5), 'ms', 'defuddle', at('defuddle', 0.5));
figure('readability median', at('readability', 0.5), 'ms');
figure('defuddle median', at('defuddle', 0.5), 'ms');
figure('gate script gzipped', gzipped(GATE), 'kB');
figure('extractor script gzipped', gzipped(EXTRACTOR), 'kB');
console.log(JSON.stringify({ bench: 'extract', figures }));
