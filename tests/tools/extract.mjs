// Prints what the shipped extractor reads from files, one JSON line a file, in the form of the corpus scorer:
//   npm run -s extract -- [--timing] --labels LABELS.jsonl
//   npm run -s extract -- [--timing] FILE[=URL]...
// The very bundle that ships runs in real Chromium on the real DOM, the page's own scripts off and the network cut.
import { existsSync } from 'node:fs';
import { ensureBuilt, ensureChromium, ensurePackages, Problem, tool } from './ensure.mjs';

/** @typedef {import('./sources.mjs').Source} Source */

await tool(async () => {
  ensurePackages();
  await ensureChromium();
  const timing = process.argv.includes('--timing');
  const sources = await sourcesOf(process.argv.slice(2).filter((argument) => argument !== '--timing'));
  ensureBuilt();
  const times = await extract(sources, timing);
  if (timing) reportTimes(times);
});

/** @param {string[]} given @returns {Promise<Source[]>} */
async function sourcesOf(given) {
  const { sourceOf } = await import('./sources.mjs');
  const { labelled } = await import('./pages.mjs');
  const [first, labels = ''] = given;
  if (first === '--labels' && !existsSync(labels)) throw new Problem(`${labels}: there is no such file.`);
  const sources = first === '--labels' ? await labelled(labels) : given.map(sourceOf);
  if (sources.length === 0) throw new Problem('usage: npm run -s extract -- [--timing] (--labels LABELS.jsonl | FILE[=URL]...)');
  const missing = sources.find(({ path }) => !path || !existsSync(path));
  if (missing) throw new Problem(`${missing.file}: there is no such file.`);
  return sources;
}

/** @param {Source[]} sources @param {boolean} timing @returns {Promise<number[]>} milliseconds a document, the bundle's own start included */
async function extract(sources, timing) {
  const { eachPage, extraction } = await import('./pages.mjs');
  const script = `(() => { const from = performance.now(); const page = ${await extraction()}; return { page, took: performance.now() - from }; })()`;
  /** @type {number[]} */
  const times = [];
  await eachPage(sources, async (tab, { file }) => {
    const { page, took } = await tab.evaluate(script);
    times.push(took);
    console.log(JSON.stringify({ file, page, ...(timing && { took: Math.round(took * 10) / 10 }) }));
  });
  return times;
}

/** @param {number[]} times */
function reportTimes(times) {
  const sorted = [...times].sort((a, b) => a - b);
  /** @param {number} share */
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(1);
  console.error(`extraction of ${sorted.length} documents: median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`);
}
