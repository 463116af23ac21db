// Prints what the shipped extractor reads from files, one JSON line a file, in the form of the corpus scorer:
//   npm run -s extract -- --labels LABELS.jsonl [--timing]
//   npm run -s extract -- FILE[=URL]...
// The very bundle that ships runs in real Chromium on the real DOM.
import { readFile } from 'node:fs/promises';
import { eachPage, labelled } from './pages.mjs';
import { sourceOf } from './sources.mjs';

const BUNDLE = '.output/chrome-mv3/extract.js';

const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const rest = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const timing = flags.includes('--timing');
const jobs = flags.includes('--labels') ? await labelled(rest[0] ?? '') : rest.map(sourceOf);
if (jobs.length === 0) {
  console.error('usage: extract [--timing] (--labels LABELS.jsonl | FILE[=URL]...)');
  process.exit(2);
}

const bundle = JSON.stringify(await readFile(BUNDLE, 'utf8'));
/** @type {number[]} */
const times = [];
await eachPage(jobs, async (tab, { file }) => {
  const { reading, took } = await tab.evaluate(
    `(() => { const from = performance.now(); const reading = (0, eval)(${bundle}).page; return { reading, took: performance.now() - from }; })()`,
  );
  times.push(took);
  console.log(JSON.stringify({ file, page: reading, ...(timing && { took: Math.round(took * 10) / 10 }) }));
});
if (timing) reportTimes();

function reportTimes() {
  const sorted = [...times].sort((a, b) => a - b);
  /** @param {number} share */
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(1);
  console.error(`extraction of ${sorted.length} documents: median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`);
}
