import type { Plan } from '../../core/plan';
import { MOST_FRESH, freshness, rarityOf } from '../../core/rank';
import type { Found } from './evaluate';
import { both, countIn, eachMarked } from './tables';
import type { View } from './view';

/** What a word of a query adds to the rank of each talk. */
interface Part {
  table: Uint8Array;
  rarity: number;
}

/** Whether a talk stands before another. */
export type Before = (a: number, b: number) => number;

/** The first `limit` of the talks found by rank. Most talks cannot be among them however fresh they are, and cost no more than their sum. */
export async function bestByRank(view: View, plan: Plan, found: Found, limit: number, now: number): Promise<Uint32Array> {
  const [parts, saved, seqs] = [partsOf(view, plan, found), await view.saved(), await view.seqs()];
  const [best, scores]: [number[], number[]] = [[], []];
  const later: Before = (a, b) => (saved[b] as number) - (saved[a] as number) || (seqs[b] as number) - (seqs[a] as number);
  eachMarked(found.matched, (doc) => {
    const plain = 1 + sumAt(parts, doc);
    const worst = scores[limit - 1];
    if (worst !== undefined && plain * MOST_FRESH < worst) return;
    insert(best, scores, doc, plain * freshness(saved[doc] as number, now), limit, later);
  });
  return Uint32Array.from(best);
}

/** The rank of each talk that was found; 0 for all others. */
export async function ranksOf(view: View, plan: Plan, found: Found, now: number): Promise<Float64Array> {
  const [parts, saved] = [partsOf(view, plan, found), await view.saved()];
  const ranks = new Float64Array(view.count);
  eachMarked(found.matched, (doc) => {
    ranks[doc] = (1 + sumAt(parts, doc)) * freshness(saved[doc] as number, now);
  });
  return ranks;
}

function partsOf(view: View, { ranked, tree }: Plan, { weights, total }: Found): Part[] {
  return weights.flatMap((table, i) => {
    if (!ranked[i]) return [];
    const alone = 'leaf' in tree && tree.leaf === i;
    return [{ table, rarity: rarityOf(alone ? total : countIn(both(table, view.live)), view.alive) }];
  });
}

function sumAt(parts: readonly Part[], doc: number): number {
  let sum = 0;
  for (let i = 0; i < parts.length; i++) {
    const { table, rarity } = parts[i] as Part;
    const weight = table[doc] as number;
    if (weight !== 0) sum += weight * rarity;
  }
  return sum;
}

/** Puts a talk in its place among the best, which are sorted by score and then as `later` says. */
function insert(best: number[], scores: number[], doc: number, score: number, limit: number, later: Before): void {
  let [low, high] = [0, best.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const difference = (scores[middle] as number) - score;
    if (difference > 0 || (difference === 0 && later(best[middle] as number, doc) <= 0)) low = middle + 1;
    else high = middle;
  }
  if (low >= limit) return;
  best.splice(low, 0, doc);
  scores.splice(low, 0, score);
  if (best.length > limit) {
    best.pop();
    scores.pop();
  }
}
