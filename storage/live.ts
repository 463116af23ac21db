import { liveQuery } from 'dexie';
import { type LibraryProblem, problemOf } from './problem';

/**
 * Runs a query now and again whenever what it read was changed, by this page or another. The query must read through storage/ only.
 * @returns a function that stops watching
 */
export function watch<T>(query: () => Promise<T>, next: (value: T) => void, failed: (problem: LibraryProblem) => void): () => void {
  const subscription = liveQuery(query).subscribe({ next, error: (error: unknown) => failed(problemOf(error)) });
  return () => subscription.unsubscribe();
}
