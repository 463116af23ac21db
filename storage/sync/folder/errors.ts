import { SyncProblem, type SyncProblemKind } from '../problem';

/** The file system's errors by their DOM names (fs.spec.whatwg.org, 2026-11). */
const KINDS: Record<string, SyncProblemKind> = {
  NotAllowedError: 'noPermission',
  SecurityError: 'noPermission',
  QuotaExceededError: 'quota',
  NoModificationAllowedError: 'busy',
  InvalidStateError: 'busy',
  AbortError: 'busy',
  NotReadableError: 'busy',
  NotFoundError: 'offline',
  TypeMismatchError: 'badAnswer',
};

/** Does something with files; whatever fails is told as a `SyncProblem`. */
export async function onDisk<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SyncProblem) throw error;
    const name = nameOf(error);
    throw new SyncProblem(KINDS[name] ?? 'server', `The folder could not be used (${name}).`, { path });
  }
}

/** Gives nothing where the file or folder is not there. */
export async function ifThere<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (nameOf(error) === 'NotFoundError') return undefined;
    throw error;
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : 'unknown';
}
