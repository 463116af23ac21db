/**
 * What the sync engine asks of a place to keep files. Every file has one writer (DESIGN.md, Sync), so no backend needs locks or conditional writes; a
 * backend is one file in `backends/` and passes the one suite in `tests/sync/`.
 */

/** One file as a listing shows it. */
export interface Entry {
  /** Relative to the vault, with `/`: `v1/h/3f2a90c1.a`. */
  path: string;
  /** Changes whenever the bytes do (ETag, blob hash, revision), as far as the server can tell. */
  version: string;
  /** Bytes, where the listing says. */
  size?: number;
}

export interface Listing {
  entries: Entry[];
  /** Given back with the next listing of the same folder, so that a server which can may answer that nothing changed. */
  mark?: string;
}

export interface StoredFile {
  path: string;
  bytes: Uint8Array;
}

/** An opened place. Every call may fail with a `SyncProblem` and with nothing else; every call can be repeated without harm. */
export interface Store {
  /** The files directly in a folder, and no others; an absent folder is empty. `undefined` when nothing changed since `mark`. */
  list(folder: string, mark?: string): Promise<Listing | undefined>;
  /** A file's bytes, at most `limit` of them (more is a `badAnswer`); `undefined` when there is none. */
  get(path: string, limit: number): Promise<Uint8Array | undefined>;
  /** Writes files, making folders as needed, replacing what is there: all at once where the place can, else in the given order. */
  put(files: readonly StoredFile[]): Promise<void>;
  /** Removes files; those already gone are no error. */
  remove(paths: readonly string[]): Promise<void>;
}

/** What the place can do, found by trying it at set-up. Each is told to people as a plain sentence; none is needed for correctness. */
export interface Capabilities {
  /** The listing names versions that change with the bytes. */
  versions: boolean;
  /** Several files are written all or none. */
  atomicPut: boolean;
  /** A write that should only create refuses to replace. */
  createOnly: boolean;
  /** A listing can be answered with "nothing changed". */
  conditionalList: boolean;
}

/** What a form can ask for. The views have a text for each, so a backend that gets along with these needs no line anywhere else. */
export const FIELD_NAMES = ['url', 'user', 'password', 'repository', 'token', 'api', 'folder'] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** One field of the form that sets a backend up. `secret` values are kept out of exports, logs and sync. */
export interface Field {
  name: FieldName;
  kind: 'url' | 'text' | 'secret' | 'folder';
  required: boolean;
  placeholder?: string;
}

export type Settings = Record<string, unknown>;

/** A kind of place; the file's name is its id. */
export interface Backend {
  /** A proper name, the same in every language: 'WebDAV'. */
  name: string;
  fields: readonly Field[];
  /** Host permissions to ask for before the first request, as match patterns. */
  origins(settings: Settings): string[];
  /** Checks the settings' form (a `badSettings` problem names the field) and gives the place. Makes no request. */
  open(settings: Settings, fetch: typeof globalThis.fetch): Store;
  /** Tries the place with files of its own below `v1/probe/`, which it removes again. */
  probe(store: Store): Promise<Capabilities>;
}
