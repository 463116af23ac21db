import { queryLog } from './queries.mjs';

/** @param {number[]} times @param {number} share */
export function at(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

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

/** Prints figures, and gives them rounded and named for the one line of JSON. @param {string | number} profile @param {Record<string, number>} figures */
export function printFigures(profile, figures) {
  for (const [name, value] of Object.entries(figures)) console.log(`  ${name.padEnd(40)} ${value.toFixed(2)}`);
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${profile}: ${name}`, Number(value.toFixed(2))]));
}
