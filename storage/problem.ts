/** Why the library cannot be used, in the few kinds that a person can act on. */
export type ProblemKind = 'newer' | 'full' | 'closed' | 'unreadable';

/** The library could not be opened, read or written. Nothing that was acknowledged before is lost by it. */
export class LibraryProblem extends Error {
  constructor(
    readonly kind: ProblemKind,
    options?: ErrorOptions,
  ) {
    super(`talkshelf: library ${kind}`, options);
    this.name = 'LibraryProblem';
  }
}

const KINDS: Record<string, ProblemKind> = {
  VersionError: 'newer',
  QuotaExceededError: 'full',
  DatabaseClosedError: 'closed',
  InvalidStateError: 'closed',
};

/** The problem behind an error of Dexie or IndexedDB, whose own name can be wrapped several times. */
export function problemOf(error: unknown): LibraryProblem {
  if (error instanceof LibraryProblem) return error;
  let kind: ProblemKind | undefined;
  // The innermost is the reason: a database that could not be opened is "closed" to all who ask later.
  for (let inner = error; inner instanceof Error; inner = 'inner' in inner ? inner.inner : inner.cause)
    kind = KINDS[inner.name] ?? (kind === 'closed' ? undefined : kind);
  return new LibraryProblem(kind ?? 'unreadable', { cause: error });
}

/** What something done with the library gives. @throws LibraryProblem for whatever it throws */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw problemOf(error);
  }
}
