/**
 * @typedef {object} Figure
 * @property {number} value
 * @property {string} unit
 * @property {string} [against] what it is compared with, measured in the same run
 * @property {number} [ratio] of the two, as the words of `against` say
 */

/** The figures of a bench: each is printed as it comes, and all of them in the end as the one line of JSON that every bench ends with. */
export class Report {
  /** @type {Record<string, Figure>} */
  figures = {};

  /** @param {string} bench */
  constructor(bench) {
    this.bench = bench;
  }

  /** @param {string} what @param {number} value @param {string} unit @param {string} [against] @param {number} [ratio] */
  add(what, value, unit, against, ratio) {
    this.figures[what] = { value: rounded(value), unit, ...(against !== undefined && { against, ratio: rounded(ratio ?? 0) }) };
    const compared = against === undefined ? '' : `   ${rounded(ratio ?? 0)} ${against}`;
    console.log(`  ${what.padEnd(44)} ${String(rounded(value)).padStart(9)} ${unit}${compared}`);
  }

  end() {
    console.log(JSON.stringify({ bench: this.bench, figures: this.figures }));
  }
}

/** @param {number} value */
function rounded(value) {
  return Number(value.toFixed(2));
}

/** The value below which a share of the values lies. @param {readonly number[]} values @param {number} share */
export function at(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
