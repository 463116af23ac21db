/** Fills the library of the extension that this page belongs to, and measures what writing and indexing cost. */
import type { Talk } from '../../../core/talk';
import { library } from '../../../storage/database';
import { search } from '../../../storage/search';
import { dropIndex } from '../../../storage/search/index-store';
import { indexStep } from '../../../storage/search/index-work';
import { write } from '../../../storage/write';
import { batches, rawWrites, timed } from '../writing';

/** The longest transaction on the tables of the index, from its making to its end, in milliseconds. */
let longest = 0;
// eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with the database it is meant for
const make = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (...rest: Parameters<typeof make>) {
  const transaction = make.apply(this, rest);
  const started = performance.now();
  if (transaction.mode === 'readwrite' && transaction.objectStoreNames.contains('searchParts')) {
    transaction.addEventListener('complete', () => (longest = Math.max(longest, performance.now() - started)));
  }
  return transaction;
};

async function putAll(talks: readonly Talk[]): Promise<void> {
  await write(library, (writing) => {
    talks.forEach((talk) => writing.add(talk));
    return Promise.resolve();
  });
}

async function indexAll(fewest?: number): Promise<{ spent: number; steps: number; longestStep: number }> {
  const started = performance.now();
  let [steps, longestStep] = [0, 0];
  for (let more = true; more; steps++) {
    const from = performance.now();
    more = (await indexStep(library, fewest)) === 'more';
    longestStep = Math.max(longestStep, performance.now() - from);
  }
  return { spent: performance.now() - started, steps, longestStep };
}

async function size(): Promise<{ bytes: number; segments: number }> {
  const [parts, row] = [await library.searchParts.toArray(), await library.searchIndex.get('index')];
  const headers = row?.segments.reduce((sum, { header, deleted }) => sum + header.length + deleted.length, 0) ?? 0;
  return { bytes: headers + parts.reduce((sum, { blob }) => sum + blob.size, 0), segments: row?.segments.length ?? 0 };
}

/** Writes all, then indexes all, each timed; then the index is dropped and made again. */
async function fill(files: number) {
  const raw = await rawWrites(files);
  const writes = await timed(files, putAll);
  const indexing = await indexAll();
  return { rawWrites: raw, writes, indexing, longestTransaction: longest, ...(await size()) };
}

async function rebuild() {
  longest = 0;
  await dropIndex(library);
  return { ...(await indexAll()), longestTransaction: longest };
}

/** One save after the other, alone and with what the index does after each. */
async function saves(talks: readonly Talk[]) {
  const alone: number[] = [];
  const both: number[] = [];
  for (const [i, talk] of talks.entries()) {
    const started = performance.now();
    await putAll([{ ...talk, id: crypto.randomUUID() }]);
    alone.push(performance.now() - started);
    if (i % 2) continue;
    await indexAll();
    both.push(performance.now() - started);
  }
  return { alone, both, ...(await size()) };
}

/** Saves talk by talk, and lets the index do after each what the worker would. Ends with a look whether all of them are found. */
async function manySaves(files: number) {
  let [spent, most, saved] = [0, 0, 0];
  for await (const talks of batches(files)) {
    for (const talk of talks) {
      const started = performance.now();
      await putAll([talk]);
      await indexAll();
      spent += performance.now() - started;
      saved++;
      most = Math.max(most, (await library.searchIndex.get('index'))?.segments.length ?? 0);
    }
  }
  return { spent, most, missing: saved - (await search('kind:talk OR kind:lightning', { limit: 1 })).total };
}

Object.assign(globalThis, { bench: { fill, rebuild, saves, manySaves } });
