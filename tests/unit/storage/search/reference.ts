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
    const numbers = leaves.map((leaf) => this.numberOf(leaf));
    const weighed = this.read.map((read) => ({ read, weights: leaves.map((leaf, i) => weightIn(read, leaf, numbers[i]!)) }));
    const rarities = leaves.map((_, i) => rarityOf(weighed.filter(({ weights }) => weights[i]! > 0).length, this.read.length));
    const hits = weighed
      .filter(({ weights }) => holds(tree, weights))
      .map(({ read: { row, words }, weights }) => {
        const sum = weights.reduce((total, weight, i) => (ranked[i] && weight > 0 ? total + weight * rarities[i]! : total), 0);
        return { row, saved: words.saved, score: (1 + sum) * freshness(words.saved, now.getTime()) };
      });
    return hits.sort((a, b) => b.score - a.score || b.saved - a.saved || b.row.seq - a.row.seq).map(({ row }) => row.seq);
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
