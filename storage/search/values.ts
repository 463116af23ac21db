import type { LabelTable } from './source';

/** The values of a kind in all sources, each with a number of its own, so that counting compares numbers and no texts. */
export interface Values {
  keys: string[];
  shown: string[];
  tables: NumberedTable[];
}

interface NumberedTable {
  /** The number of the first talk of the source. */
  base: number;
  /** The number of the i-th value; its talks lie in `docs` before `ends[i]`. */
  numbers: Uint32Array;
  ends: Uint32Array;
  docs: Uint32Array;
}

/** Numbers the values of all sources. */
export function numbered(sources: readonly { base: number; table: LabelTable }[]): Values {
  const [keys, shown]: [string[], string[]] = [[], []];
  const known = new Map<string, number>();
  const tables = sources.map(({ base, table: { ends, docs, ...names } }) => {
    const numbers = Uint32Array.from(names.keys, (key, i) => {
      const number = known.get(key) ?? keys.length;
      if (number === keys.length) {
        known.set(key, number);
        keys.push(key);
        shown.push(names.shown[i] ?? key);
      }
      return number;
    });
    return { base, numbers, ends, docs };
  });
  return { keys, shown, tables };
}

/** How many of the talks that are matched have each value. */
export function countsAmong({ keys, tables }: Values, matched: Uint8Array): Uint32Array {
  const counts = new Uint32Array(keys.length);
  for (const { base, numbers, ends, docs } of tables) {
    const among = matched.subarray(base);
    let at = 0;
    for (let i = 0; i < numbers.length; i++) {
      const end = ends[i] as number;
      let count = 0;
      for (; at < end; at++) count += among[docs[at] as number] === 0 ? 0 : 1;
      const number = numbers[i] as number;
      counts[number] = (counts[number] as number) + count;
    }
  }
  return counts;
}
