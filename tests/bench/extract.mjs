// How long the gate and the extractor take on the dev pages of the corpus, in real Chromium, beside @mozilla/readability and defuddle on the same
// documents in the same run: each document is parsed anew for each reader, after a round that warms all of them up. What the first document of a
// new tab costs, with the script's own start, is shown apart.
//   npm run bench:extract [-- --every N]
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { eachPage, labelled, scriptOf, extraction } from '../tools/pages.mjs';

const LABELS = '../shared/corpus/dev/labels.jsonl';
const BUILT = '.output/chrome-mv3';
const WARM_UP = 40;

if (!existsSync(LABELS)) {
  console.warn(`SKIPPED: no corpus at ${LABELS}, so nothing was measured`);
  process.exit(0);
}
const flag = process.argv.indexOf('--every');
const every = flag < 0 ? 1 : Number(process.argv[flag + 1]);
const pages = (await labelled(LABELS)).filter((_, at) => at % every === 0);

/** The readers and how to call them on a document and its address. @type {Record<string, {entry: string, call: string}>} */
const READERS = {
  gate: { entry: 'extractors/gate.ts', call: 'gate.worthALook(doc, url)' },
  extraction: { entry: 'extractors/read-text.ts', call: 'extraction.readText(doc, url)' },
  readability: { entry: 'tests/bench/others/readability.mjs', call: 'readability.read(doc)' },
  defuddle: { entry: 'tests/bench/others/defuddle.mjs', call: 'defuddle.read(doc)' },
};

/** @type {Record<string, number[]>} */
const times = await warm();
times['first in a tab'] = await cold();

/** Milliseconds per reader and document, all in one tab. @returns {Promise<Record<string, number[]>>} */
async function warm() {
  const scripts = await Promise.all(Object.entries(READERS).map(([name, { entry }]) => scriptOf(entry, name)));
  const sources = pages.map(({ path = '', url }) => ({ url, text: readFileSync(path, 'utf8'), plain: !/\.html?$/.test(path) }));
  const calls = Object.entries(READERS).map(([name, { call }]) => `${name}: (doc, url) => ${call}`);
  /** @type {Record<string, number[]>} */
  let measured = {};
  await eachPage([{ file: 'blank', path: 'tests/bench/others/blank.html', url: 'https://bench.example/' }], async (tab) => {
    for (const script of scripts) await tab.evaluate(`(0, eval)(${JSON.stringify(script)}); 0`);
    measured = await tab.evaluate(`(() => {
      const sources = ${JSON.stringify(sources)}, readers = { ${calls.join(', ')} }, times = {};
      const parse = ({ text, plain }) => {
        const doc = new DOMParser().parseFromString(plain ? '<pre></pre>' : text, 'text/html');
        if (plain) doc.querySelector('pre').textContent = text;
        return doc;
      };
      const run = (source, note) => {
        for (const [name, read] of Object.entries(readers)) {
          const doc = parse(source);
          const from = performance.now();
          try { read(doc, source.url); } catch {}
          if (note) (times[name] ??= []).push(performance.now() - from);
        }
      };
      for (const source of sources.slice(0, ${WARM_UP})) run(source, false);
      for (const source of sources) run(source, true);
      return times;
    })()`);
  });
  return measured;
}

/** Milliseconds of the shipped script in a tab of its own, every tenth document. */
async function cold() {
  const script = await extraction();
  /** @type {number[]} */
  const measured = [];
  const some = pages.filter((_, at) => at % 10 === 0);
  await eachPage(some, async (tab) => {
    measured.push(await tab.evaluate(`(() => { const from = performance.now(); ${script}; return performance.now() - from; })()`));
  });
  return measured;
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
  const compared = against && value ? { against, ratio: Number(((other ?? 0) / value).toFixed(1)) } : undefined;
  figures[what] = { value: Number(value.toFixed(2)), unit, ...compared };
  console.log(
    `${what.padEnd(32)} ${value.toFixed(2).padStart(9)} ${unit}${compared ? `   ${compared.against} takes ${compared.ratio} times as long` : ''}`,
  );
}

console.log(`${pages.length} documents`);
figure('gate median', at('gate', 0.5), 'ms');
figure('gate p95', at('gate', 0.95), 'ms');
figure('extraction median', at('extraction', 0.5), 'ms', 'readability', at('readability', 0.5));
figure('extraction p95', at('extraction', 0.95), 'ms', 'readability', at('readability', 0.95));
figure('extraction median, again', at('extraction', 0.5), 'ms', 'defuddle', at('defuddle', 0.5));
figure('extraction p95, again', at('extraction', 0.95), 'ms', 'defuddle', at('defuddle', 0.95));
figure('readability median', at('readability', 0.5), 'ms');
figure('defuddle median', at('defuddle', 0.5), 'ms');
figure('first in a tab, median', at('first in a tab', 0.5), 'ms');
figure('first in a tab, p95', at('first in a tab', 0.95), 'ms');
figure('gate script gzipped', gzipped(`${BUILT}/detect.js`), 'kB');
figure('extractor of pages gzipped', gzipped(`${BUILT}/extract.js`), 'kB');
figure('extractor of archives gzipped', gzipped(`${BUILT}/extract-archive.js`), 'kB');
figure('extractor of documents gzipped', gzipped(`${BUILT}/extract-text.js`), 'kB');
console.log(JSON.stringify({ bench: 'extract', figures }));
