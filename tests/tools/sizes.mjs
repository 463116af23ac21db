// Prints what the gate and the popup cost, gzipped, and fails over budget. The popup counts with everything it loads before a person does anything:
// its page, scripts, styles and the icon in its head.
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUILD = process.argv[2] ?? '.output/chrome-mv3';
const KB = 1000;
const BUDGETS = { gate: 4 * KB, extractor: 60 * KB, popup: 70 * KB };

const sizes = {
  gate: await total(['detect.js']),
  extractor: await total(['extract.js']),
  popup: await total(await loadedBy('popup.html')),
};

for (const [name, size] of Object.entries(sizes)) {
  const budget = BUDGETS[/** @type {keyof typeof BUDGETS} */ (name)];
  console.log(`${name}: ${(size / KB).toFixed(1)} kB gzipped, budget ${budget / KB} kB${size > budget ? ' — OVER BUDGET' : ''}`);
  if (size > budget) process.exitCode = 1;
}

/** A page, and all that it and its scripts import statically. @param {string} page */
async function loadedBy(page) {
  const html = await readFile(join(BUILD, page), 'utf8');
  const found = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path = '']) => path.slice(1));
  const files = new Set([page]);
  while (found.length > 0) {
    const file = found.pop() ?? '';
    if (files.has(file)) continue;
    files.add(file);
    if (file.endsWith('.js')) found.push(...(await importsOf(file)));
    if (file.endsWith('.css')) found.push(...(await imagesOf(file)));
  }
  return [...files];
}

/** @param {string} file */
async function importsOf(file) {
  const code = await readFile(join(BUILD, file), 'utf8');
  const specifiers = [...code.matchAll(/\b(?:from|import)\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g)];
  return specifiers.map(([, specifier = '']) => posix.join(posix.dirname(file), specifier));
}

/** @param {string} file */
async function imagesOf(file) {
  const styles = await readFile(join(BUILD, file), 'utf8');
  return [...styles.matchAll(/url\(["']?\/([^"')]+)/g)].map(([, path = '']) => path);
}

/** @param {string[]} files */
async function total(files) {
  const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(join(BUILD, file))).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}
