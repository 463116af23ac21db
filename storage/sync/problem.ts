/**
 * `badAnswer`: the place answered something it should not. `damaged`: a file is not what its device wrote. `wrongKey`: the passphrase or the vault is
 * another one. `weakVault`: the vault's file asks for less protection than is safe. `newer`: written by a later version. `noVault`, `vaultThere`: at
 * set-up. `library`: the library in this browser cannot be read or written.
 */
export type SyncProblemKind =
  | 'offline'
  | 'auth'
  | 'forbidden'
  | 'quota'
  | 'busy'
  | 'server'
  | 'badAnswer'
  | 'badSettings'
  | 'noPermission'
  | 'wrongKey'
  | 'damaged'
  | 'weakVault'
  | 'newer'
  | 'noVault'
  | 'vaultThere'
  | 'library';

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
