import type { Plan, Tree } from '../../core/plan';
import { freshness, rarityOf } from '../../core/rank';
import type { View } from './view';

/** The talks of a view that a query asks for. */
export interface Found {
  /** 1 for each talk that is asked for. */
  matched: Uint8Array;
  total: number;
  /** How well each leaf fits each talk. */
  weights: readonly Uint8Array[];
}

/** Finds what a plan asks for. @throws Damaged */
export async function evaluate(view: View, plan: Plan): Promise<Found> {
  const weights = await view.weigh(plan.leaves);
  const matched = and([treeTable(plan.tree, weights, view.count), view.live], view.count);
  return { matched, weights, total: sumOf(matched) };
}

/** The rank of each talk that was found; 0 for all others. */
export async function scoresOf(view: View, plan: Plan, { matched, weights }: Found, now: number): Promise<Float64Array> {
  const saved = await view.saved();
  const scores = new Float64Array(view.count);
  plan.leaves.forEach((_, i) => {
    const table = weights[i];
    if (plan.ranked[i] && table) addWeights(scores, table, rarityOf(matchingOf(table, view.live), view.alive));
  });
  for (let doc = 0; doc < scores.length; doc++) {
    scores[doc] = matched[doc] ? (1 + (scores[doc] as number)) * freshness(saved[doc] as number, now) : 0;
  }
  return scores;
}

function addWeights(scores: Float64Array, table: Uint8Array, rarity: number): void {
  for (let doc = 0; doc < table.length; doc++) {
    const weight = table[doc] as number;
    if (weight !== 0) scores[doc] = (scores[doc] as number) + weight * rarity;
  }
}

function matchingOf(table: Uint8Array, live: Uint8Array): number {
  let count = 0;
  for (let doc = 0; doc < table.length; doc++) if (table[doc] && live[doc]) count++;
  return count;
}

function treeTable(tree: Tree, weights: readonly Uint8Array[], count: number): Uint8Array {
  if ('leaf' in tree) return weights[tree.leaf] ?? new Uint8Array(count);
  if ('not' in tree) return not(treeTable(tree.not, weights, count));
  const tables = ('all' in tree ? tree.all : tree.any).map((part) => treeTable(part, weights, count));
  return 'all' in tree ? and(tables, count) : or(tables, count);
}

function not(table: Uint8Array): Uint8Array {
  const result = new Uint8Array(table.length);
  for (let doc = 0; doc < table.length; doc++) result[doc] = table[doc] ? 0 : 1;
  return result;
}

function and(tables: readonly Uint8Array[], count: number): Uint8Array {
  const result = new Uint8Array(count).fill(1);
  for (const table of tables) for (let doc = 0; doc < count; doc++) if (!table[doc]) result[doc] = 0;
  return result;
}

function or(tables: readonly Uint8Array[], count: number): Uint8Array {
  const result = new Uint8Array(count);
  for (const table of tables) for (let doc = 0; doc < count; doc++) if (table[doc]) result[doc] = 1;
  return result;
}

function sumOf(table: Uint8Array): number {
  let sum = 0;
  for (let doc = 0; doc < table.length; doc++) sum += table[doc] as number;
  return sum;
}
