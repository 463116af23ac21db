import type { Plan, Tree } from '../../core/plan';
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
  const matched = view.alive === view.count ? table : and([table, view.live], view.count);
  return { matched, weights, total: countIn(matched) };
}

function countIn(table: Uint8Array): number {
  let count = 0;
  for (let doc = 0; doc < table.length; doc++) if (table[doc] !== 0) count++;
  return count;
}

/** Not 0 for each talk that a tree asks for. */
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
