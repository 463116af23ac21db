import type { Plan, Tree } from '../../core/plan';
import { both, countIn, either, others } from './tables';
import type { View } from './view';

/** The talks of a view that a query asks for. */
export interface Found {
  /** Not 0 for each talk that is asked for. */
  matched: Uint8Array;
  total: number;
  /** How well each leaf fits each talk. */
  weights: readonly Uint8Array[];
}

/** Finds what a plan asks for. @throws Damaged */
export async function evaluate(view: View, plan: Plan): Promise<Found> {
  const weights = await view.weigh(plan.leaves);
  const table = treeTable(plan.tree, weights, view.count);
  const matched = view.alive === view.count ? table : both(table, view.live);
  return { matched, weights, total: countIn(matched) };
}

/** Not 0 for each talk that a tree asks for. */
function treeTable(tree: Tree, weights: readonly Uint8Array[], count: number): Uint8Array {
  if ('leaf' in tree) return weights[tree.leaf] ?? new Uint8Array(count);
  if ('not' in tree) return others(treeTable(tree.not, weights, count));
  const isAll = 'all' in tree;
  const [first, ...rest] = (isAll ? tree.all : tree.any).map((part) => treeTable(part, weights, count));
  return rest.reduce(isAll ? both : either, first ?? new Uint8Array(count).fill(isAll ? 1 : 0));
}
