import { at } from '../report.mjs';
import { queryLog } from './queries.mjs';

/** @param {number} value */
function ms(value) {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

/** Prints a profile's times. @param {number} size @param {Record<string, number[]>} cold @param {Record<string, number[]>} keyed */
export function printTimes(size, cold, keyed) {
  console.log(`\n${size} talks, ${queryLog().length} queries`);
  for (const [name, times] of Object.entries(cold)) {
    console.log(`  opened -> first hits  ${name.padEnd(11)} median ${ms(at(times, 0.5))}  p95 ${ms(at(times, 0.95))}`);
  }
  for (const [name, times] of Object.entries(keyed)) {
    console.log(`  a key                 ${name.padEnd(11)} median ${ms(at(times, 0.5))}  p95 ${ms(at(times, 0.95))}`);
  }
  const slow = queryLog()
    .map((query, i) => ({ query, took: keyed.search?.[i] ?? 0 }))
    .sort((a, b) => b.took - a.took)
    .slice(0, 8);
  console.log(`  slowest keys          ${slow.map(({ query, took }) => `${query}: ${ms(took)}`).join(', ')}`);
}

/** The figures of a profile that ask for comparison. @param {import('../report.mjs').Report} report @param {number} size @param {Record<string, any>} measured */
export function addFigures(report, size, { filled, cold, keyed, heap, hostile, rebuilt, saves }) {
  /** @param {string} what @param {number} value @param {string} unit @param {string} [against] @param {number} [ratio] */
  const add = (what, value, unit, against, ratio) => report.add(`${size}: ${what}`, value, unit, against, ratio);
  const [hits, popup, rows, mini] = [at(cold.search, 0.5), at(cold.popup, 0.5), at(cold.rows, 0.5), at(cold.minisearch, 0.5)];
  const key = at(keyed.search, 0.95);
  const indexed = Number(filled.writes) + Number(filled.indexing.spent);
  add('first hits', hits, 'ms', 'times Dexie opened and 50 rows read', hits / rows);
  add('first hits, MiniSearch snapshot', mini, 'ms', 'times ours', mini / hits);
  add('first hits in the popup', popup, 'ms', 'times Dexie opened and 50 rows read', popup / rows);
  add('first hits in the popup, MiniSearch', mini, 'ms', 'times ours', mini / popup);
  add('key p95', key, 'ms', 'times shorter than MiniSearch', at(keyed.minisearch, 0.95) / key);
  add('key p95 in the popup, painting included', at(keyed.popup, 0.95), 'ms');
  add('facets p95', at(keyed.facets, 0.95), 'ms');
  add('address bar longest', at(keyed['address bar'], 1), 'ms');
  add('hostile query longest', at(hostile, 1), 'ms');
  add('heap of the popup above a blank page', heap, 'MB');
  add('index a talk', filled.bytes / size, 'bytes');
  add('segments', filled.segments, '');
  add('writing rows', filled.writes, 'ms', 'times raw writes', filled.writes / filled.rawWrites);
  add('import with index', indexed, 'ms', 'times raw writes', indexed / filled.rawWrites);
  add('rebuild', rebuilt.spent / 1000, 's');
  add('longest transaction of the index', Math.max(filled.longestTransaction, rebuilt.longestTransaction), 'ms');
  add('a save with what the index does', at(saves.both, 0.5), 'ms', 'times the save alone', at(saves.both, 0.5) / at(saves.alone, 0.5));
  add('segments after 200 saves', saves.segments, '');
}
