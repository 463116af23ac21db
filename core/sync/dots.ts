/**
 * The parts of an add-wins set (observed-remove set with one dot a node: Bieniusa et al., "An optimized conflict-free replicated set", 2012).
 * A dot is the stamp of an addition; a removal names the dots it has seen, so an addition it has not seen stays.
 */
import { nodeOf } from '../clock';

/** What is known of one element: the additions that hold, and the removals, of each node the latest. Both sorted. */
export type Dots = readonly [adds: readonly string[], gone: readonly string[]];

/** The latest stamp of each node, sorted. */
export function latest(stamps: readonly string[]): string[] {
  if (stamps.length < 2) return [...stamps];
  const byNode = new Map<string, string>();
  for (const stamp of stamps) {
    const known = byNode.get(nodeOf(stamp));
    if (known === undefined || stamp > known) byNode.set(nodeOf(stamp), stamp);
  }
  return [...byNode.values()].sort();
}

/** The stamps that a removal has not seen. */
export function unseen(stamps: readonly string[], gone: readonly string[]): string[] {
  return stamps.filter((stamp) => !gone.some((seen) => nodeOf(seen) === nodeOf(stamp) && seen >= stamp));
}

/** What two devices know of one element, together. */
export function joinDots(one: Dots, other: Dots): Dots {
  const gone = latest([...one[1], ...other[1]]);
  return [unseen(latest([...one[0], ...other[0]]), gone), gone];
}

/** The element after an addition. */
export function withAddition(dots: Dots | undefined, stamp: string): Dots {
  return joinDots(dots ?? [[], []], [[stamp], []]);
}

/** The element after a removal: of what was seen. */
export function withoutAdditions([adds, gone]: Dots): Dots {
  return [[], latest([...adds, ...gone])];
}
