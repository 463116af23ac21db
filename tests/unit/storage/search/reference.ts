import { type TalkWords, holds, weightOf, wordsOf } from '../../../../core/match';
import { type Leaf, planOf } from '../../../../core/plan';
import { parseQuery } from '../../../../core/query';
import { freshness, rarityOf } from '../../../../core/rank';
import type { TalkRow } from '../../../../storage/database';

interface Read {
  row: TalkRow;
  words: TalkWords;
  /** The weight of each leaf that was asked for, by its number; -1 where it was not. */
  weights: Int16Array;
}

/** What search must answer, found the long way: every talk is looked at, everything is sorted. */
export class Reference {
  private read: Read[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(rows: readonly TalkRow[]) {
    this.update(rows);
  }

  /** Goes on with the rows as they are now; what was worked out for a row that is still the same is kept. */
  update(rows: readonly TalkRow[]): void {
    const known = new Map(this.read.map((read) => [read.row.seq, read]));
    this.read = rows.map((row) => known.get(row.seq) ?? { row, words: wordsOf(row), weights: new Int16Array(0) });
  }

  /** Places in the sequence of the hits, best first; undefined for a query that cannot be answered. */
  hits(text: string, now: Date): number[] | undefined {
    const { query } = parseQuery(text);
    if (!query) return undefined;
    const { leaves, ranked, tree } = planOf(query, now);
    const tables = leaves.map((leaf) => this.tableOf(leaf));
    const rarities = tables.map((table) => rarityOf(table.filter((weight) => weight > 0).length, this.read.length));
    const hits: { seq: number; saved: number; score: number }[] = [];
    const weights = leaves.map(() => 0);
    this.read.forEach(({ row: { seq }, words: { saved } }, talk) => {
      let sum = 0;
      tables.forEach((table, i) => {
        const weight = (weights[i] = table[talk]!);
        if (ranked[i] && weight > 0) sum += weight * rarities[i]!;
      });
      if (holds(tree, weights)) hits.push({ seq, saved, score: (1 + sum) * freshness(saved, now.getTime()) });
    });
    return hits.sort((a, b) => b.score - a.score || b.saved - a.saved || b.seq - a.seq).map(({ seq }) => seq);
  }

  /** The weight of a leaf for each talk. */
  private tableOf(leaf: Leaf): Int16Array {
    const number = this.numberOf(leaf);
    const table = new Int16Array(this.read.length);
    this.read.forEach((read, talk) => (table[talk] = weightIn(read, leaf, number)));
    return table;
  }

  private numberOf(leaf: Leaf): number {
    const key = JSON.stringify(leaf);
    const number = this.numbers.get(key) ?? this.numbers.size;
    this.numbers.set(key, number);
    return number;
  }
}

function weightIn(read: Read, leaf: Leaf, number: number): number {
  if (number >= read.weights.length) {
    const larger = new Int16Array(Math.max(64, number + 1, read.weights.length * 2)).fill(-1);
    larger.set(read.weights);
    read.weights = larger;
  }
  const known = read.weights[number]!;
  return known >= 0 ? known : (read.weights[number] = weightOf(leaf, read.words));
}
