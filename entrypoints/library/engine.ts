import { signal } from '@preact/signals';

/** The search, with its query language. */
export type Engine = typeof import('../../storage/search');

/** Undefined until it is asked for: the newest talks are shown without it. */
export const engine = signal<Engine | undefined>(undefined);

let loading: Promise<void> | undefined;

/** Fetches the search, once. */
export function loadEngine(): Promise<void> {
  loading ??= import('../../storage/search').then((module) => {
    engine.value = module;
  });
  return loading;
}

/** Fetches the search before anybody types, and has it read what the first key will need. */
export async function prepareEngine(): Promise<void> {
  await loadEngine();
  await engine
    .peek()
    ?.prepareSearch()
    .catch((problem: unknown) => console.warn('talkshelf: the search could not be prepared', problem));
}
