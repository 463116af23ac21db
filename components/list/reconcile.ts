import { equal } from '../../core/equal';
import type { Talk } from '../../core/talk';

/**
 * Talks of a new reading, but each the very object that was shown before where nothing of it changed: so a live update renders only the
 * rows that differ.
 */
export function reconciled(before: Iterable<Talk>, now: readonly Talk[]): Talk[] {
  const known = new Map<string, Talk>();
  for (const talk of before) known.set(talk.id, talk);
  return now.map((talk) => {
    const shown = known.get(talk.id);
    return shown && shown.stamp === talk.stamp && equal(shown, talk) ? shown : talk;
  });
}
