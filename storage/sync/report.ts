import type { SyncProblem, SyncProblemKind } from './problem';

/** Numbers to be shown before something large is done. `id` is what an answer refers to. */
export interface Question {
  id: string;
  /** `join`: both this library and the vault hold talks. `mass`: more than a fifth of this library would change. */
  kind: 'join' | 'mass';
  /** Talks in this library. */
  here: number;
  /** `join`: talks in the vault, as far as its devices say. `mass`: talks that would be new. */
  there: number;
  /** `mass`: talks of this library that would change, and that would be deleted. */
  changed: number;
  deleted: number;
}

/** What one sync did. */
export interface SyncReport {
  /** `more`: the time was up; call again. `needsAnswer`: nothing large was done yet, see `question`. */
  status: 'done' | 'more' | 'needsAnswer' | 'failed';
  /** ISO 8601 instant in UTC. */
  at: string;
  /** Talks here that are new, changed, deleted by what came in; pages that two devices had saved and that are one talk now. */
  added: number;
  changed: number;
  deleted: number;
  united: number;
  /** Values that were put aside (storage/sync/history.ts). */
  overruled: number;
  /** Changes of this device that were sent. */
  pushed: number;
  question?: Question;
  /** Why it failed, or what could not be read although the rest went well. */
  problem?: { kind: SyncProblemKind; message: string; detail: SyncProblem['detail'] };
  /** This profile turned out to be a copy, and goes on under a new id. */
  renamed?: boolean;
}

export function emptyReport(now: number): SyncReport {
  const at = new Date(now).toISOString();
  return { status: 'done', at, added: 0, changed: 0, deleted: 0, united: 0, overruled: 0, pushed: 0 };
}
