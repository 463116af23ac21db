/** Runs in a page of the extension: fills its library, and exports it, beside reading the same rows and doing nothing with them. */
import { inTurns } from '../../../core/turns';
import { FORMATS, OUTPUTS, writerOf } from '../../../formats/formats';
import { toBlob } from '../../../formats/output/file';
import { library } from '../../../storage/database';
import { newestTalks } from '../../../storage/newest';
import { write } from '../../../storage/write';
import { batches, rawWrites } from '../writing';

/** Of a task that takes longer than this, in milliseconds, the browser tells; shorter ones are not felt. */
const LONG = 'longtask';

async function fill(files: number): Promise<void> {
  for await (const talks of batches(files)) {
    await write(library, (writing) => {
      talks.forEach((talk) => writing.add(talk));
      return Promise.resolve();
    });
  }
}

/** Reads every row in the order of the exports. */
async function read() {
  let talks = 0;
  for await (const _talk of newestTalks()) talks += 1;
  return { talks };
}

async function exportAs(id: string) {
  const write = await writerOf(id);
  const blob = await toBlob(write(inTurns(newestTalks()), {}), FORMATS.get(id)?.mime ?? '');
  return { bytes: blob.size };
}

const felt = { task: 0, key: 0, keys: 0 };
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) felt.task = Math.max(felt.task, duration);
}).observe({ type: LONG });
document.addEventListener('keydown', ({ timeStamp }) => {
  felt.keys += 1;
  felt.key = Math.max(felt.key, performance.now() - timeStamp);
});

/** Does something; how long it took, the longest task meanwhile, and the longest time a key waited for its answer, in milliseconds. */
async function timed<T extends object>(work: () => Promise<T>) {
  Object.assign(felt, { task: 0, key: 0, keys: 0 });
  const started = performance.now();
  const done = await work();
  const took = performance.now() - started;
  // The observer hears of the last task after it.
  await new Promise((resolve) => setTimeout(resolve, 100));
  return { ...done, ...felt, took };
}

const formats = OUTPUTS.map(({ id }) => id);
Object.assign(globalThis, {
  bench: { fill, rawWrites, read: () => timed(read), exportAs: (id: string) => timed(() => exportAs(id)), formats },
});
