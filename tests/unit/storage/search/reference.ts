import { type TalkWords, holds, weightOf, wordsOf } from '../../../../core/match';
import { planOf } from '../../../../core/plan';
import { parseQuery } from '../../../../core/query';
import { freshness, rarityOf } from '../../../../core/rank';
import type { TalkRow } from '../../../../storage/database';

/** What search must answer, found the long way: every talk is looked at, everything is sorted. */
export class Reference {
  private readonly read: { row: TalkRow; words: TalkWords }[];

  constructor(rows: readonly TalkRow[]) {
    this.read = rows.map((row) => ({ row, words: wordsOf(row) }));
  }

  /** Places in the sequence of the hits, best first; undefined for a query that cannot be answered. */
  hits(text: string, now: Date): number[] | undefined {
    const { query } = parseQuery(text);
    if (!query) return undefined;
    const { leaves, ranked, tree } = planOf(query, now);
    const weighed = this.read.map(({ row, words }) => ({ row, words, weights: leaves.map((leaf) => weightOf(leaf, words)) }));
    const rarities = leaves.map((_, i) => rarityOf(weighed.filter(({ weights }) => weights[i]! > 0).length, this.read.length));
    const hits = weighed
      .filter(({ weights }) => holds(tree, weights))
      .map(({ row, words, weights }) => {
        const sum = weights.reduce((total, weight, i) => (ranked[i] && weight > 0 ? total + weight * rarities[i]! : total), 0);
        return { row, saved: words.saved, score: (1 + sum) * freshness(words.saved, now.getTime()) };
      });
    return hits.sort((a, b) => b.score - a.score || b.saved - a.saved || b.row.seq - a.row.seq).map(({ row }) => row.seq);
  }
}
