// Scores the extractor and the gate on the corpus of real pages, which lies beside the project and never in it:
//   npm run corpus [-- --only seeds|dev|more] [--save] [--all]
// Prints each set's figures with their difference from the last committed score, and the misses by site (--all: every miss).
// --save writes the figures, and only figures, to tests/bench/corpus-score.json.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eachPage, labelled, rows, scriptOf, extraction } from './pages.mjs';

const SHARED = '../shared';
const SCORE = 'tests/bench/corpus-score.json';
/** @type {Record<string, string>} */
const SETS = {
  seeds: `${SHARED}/seeds/labels.jsonl`,
  dev: `${SHARED}/corpus/dev/labels.jsonl`,
  more: `${SHARED}/corpus/more/labels.jsonl`,
};

/** @typedef {Record<string, {right: number, of: number, share: number}>} Figures */

const flags = process.argv.slice(2);
const only = flags.includes('--only') ? flags[flags.indexOf('--only') + 1] : undefined;
if (!existsSync(SETS.dev ?? '')) {
  console.warn(`SKIPPED: the corpus is not at ${SHARED}/corpus, so nothing was scored`);
  process.exit(0);
}

execFileSync('npx', ['wxt', 'build'], { stdio: 'ignore' });
const gate = JSON.stringify(await scriptOf('extractors/gate.ts', 'gate'));
const extractor = await extraction();
const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
/** @type {Record<string, Figures>} */
const last = existsSync(SCORE) ? JSON.parse(readFileSync(SCORE, 'utf8')) : {};
/** @type {Record<string, Figures>} */
const now = {};
for (const [name, labels] of Object.entries(SETS).filter(([set]) => !only || set === only)) {
  if (!existsSync(labels)) {
    console.warn(`SKIPPED: ${name}, no labels at ${labels}`);
    continue;
  }
  const { predictions, opened } = await read(labels);
  const { figures, misses } = score(labels, predictions);
  now[name] = { ...figures, ...(await gateFigures(labels, opened)) };
  print(name, now[name], misses);
}
rmSync(folder, { recursive: true });
if (flags.includes('--save')) writeFileSync(SCORE, `${JSON.stringify({ ...last, ...now }, null, 2)}\n`);

/** Asks the gate and the extractor on each page. @param {string} labels */
async function read(labels) {
  /** @type {string[]} */
  const predictions = [];
  /** @type {Set<string>} */
  const opened = new Set();
  await eachPage(await labelled(labels), async (tab, { file }) => {
    const { open, page } = await tab.evaluate(
      `(() => { (0, eval)(${gate}); return { open: gate.worthALook(document, location.href), page: ${extractor} }; })()`,
    );
    predictions.push(JSON.stringify({ file, page }));
    if (open) opened.add(file);
  });
  return { predictions, opened };
}

/** @param {string} labels @param {string[]} predictions @returns {{figures: Figures, misses: string[]}} */
function score(labels, predictions) {
  const file = join(folder, 'predictions.jsonl');
  writeFileSync(file, predictions.join('\n'));
  /** @param {string} flag */
  const run = (flag) => execFileSync('node', [`${SHARED}/corpus/score.mjs`, labels, file, flag], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const [, missed = ''] = run('--misses').split('misses (measure, file, detail)\n');
  return { figures: JSON.parse(run('--json')), misses: missed.split('\n').filter(Boolean) };
}

/** How many pages with talks the gate opens for, and how many of the others it leaves alone. @param {string} labels @param {Set<string>} opened */
async function gateFigures(labels, opened) {
  const pages = (await rows(labels)).filter(({ kind, notes }) => kind !== 'negative' || !/HARD/.test(notes ?? ''));
  const [talks, others] = [pages.filter(({ kind }) => kind !== 'negative'), pages.filter(({ kind }) => kind === 'negative')];
  if (flags.includes('--all')) {
    for (const { file } of talks.filter((page) => !opened.has(page.file))) console.log(`gate misses ${file}`);
    for (const { file } of others.filter((page) => opened.has(page.file))) console.log(`gate opens for ${file}`);
  }
  /** @param {{file: string}[]} of @param {boolean} open */
  const share = (of, open) => {
    const right = of.filter(({ file }) => opened.has(file) === open).length;
    return { right, of: of.length, share: of.length ? Number((right / of.length).toFixed(4)) : 1 };
  };
  return { 'gate: positives opened': share(talks, true), 'gate: negatives left shut': share(others, false) };
}

/** @param {string} name @param {Figures} figures @param {string[]} misses */
function print(name, figures, misses) {
  console.log(`\n== ${name}`);
  for (const [figure, { right, of, share }] of Object.entries(figures)) {
    const before = last[name]?.[figure]?.share;
    const change = before === undefined || before === share ? '' : `  ${share > before ? '+' : ''}${((share - before) * 100).toFixed(1)}`;
    console.log(
      `${figure.padEnd(26)} ${String(right).padStart(5)} / ${String(of).padEnd(5)} ${(share * 100).toFixed(1).padStart(5)} %${change}`,
    );
  }
  /** @type {Map<string, string[]>} */
  const sites = new Map();
  for (const miss of misses) {
    const site = /^[^\t]*\t\w+\/(.*?)__/.exec(miss)?.[1] ?? 'seeds';
    sites.set(site, [...(sites.get(site) ?? []), miss]);
  }
  if (misses.length > 0) console.log(`\nmisses by site (${misses.length}):`);
  for (const [site, missed] of [...sites].sort(([, a], [, b]) => b.length - a.length)) {
    const measures = missed.map((miss) => miss.split('\t')[0]);
    console.log(
      `${String(missed.length).padStart(4)}  ${site}  ${[...new Set(measures)].map((one) => `${one} ${measures.filter((other) => other === one).length}`).join(', ')}`,
    );
    if (flags.includes('--all')) for (const miss of missed) console.log(`        ${miss.replaceAll('\t', '  ')}`);
  }
}
