export type SyncProblemKind =
  'offline' | 'auth' | 'forbidden' | 'quota' | 'busy' | 'server' | 'badAnswer' | 'badSettings' | 'noPermission' | 'wrongKey' | 'damaged';

/** Why a step of sync failed, in a form that can be told to people and decides whether and when it is tried again. */
export class SyncProblem extends Error {
  constructor(
    readonly kind: SyncProblemKind,
    /** What happened, in English, without secrets, addresses with credentials or file contents. */
    message: string,
    readonly detail: {
      status?: number;
      path?: string;
      field?: string;
      /** Milliseconds the server asked us to wait. */ retryAfter?: number;
    } = {},
  ) {
    super(message);
    this.name = 'SyncProblem';
  }
}
