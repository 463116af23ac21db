import type { Listing, Store, StoredFile } from '../../../storage/sync/backend';
import { SyncProblem } from '../../../storage/sync/problem';

/** What a request was and how much it moved, headers aside. */
export interface Request {
  verb: 'list' | 'get' | 'put' | 'remove';
  path: string;
  bytes: number;
}

interface File {
  bytes: Uint8Array;
  version: string;
}

/** A place that does what it should, and counts. A listing is counted as a WebDAV server would write it: about 150 bytes an entry after gzip. */
export class MemoryStore implements Store {
  readonly files = new Map<string, File>();
  readonly requests: Request[] = [];
  private changes = 0;

  list(folder: string, mark?: string): Promise<Listing | undefined> {
    const now = String(this.changes);
    const entries = this.entriesOf(folder);
    this.requests.push({ verb: 'list', path: folder, bytes: mark === now ? 0 : 150 * entries.length });
    return Promise.resolve(mark === now ? undefined : { entries, mark: now });
  }

  get(path: string, limit: number): Promise<Uint8Array | undefined> {
    const bytes = this.files.get(path)?.bytes;
    this.requests.push({ verb: 'get', path, bytes: bytes?.length ?? 0 });
    const tooLong = bytes && bytes.length > limit;
    return tooLong ? Promise.reject(new SyncProblem('badAnswer', 'A file is too long', { path })) : Promise.resolve(bytes?.slice());
  }

  put(files: readonly StoredFile[]): Promise<void> {
    for (const { path, bytes } of files) {
      this.requests.push({ verb: 'put', path, bytes: bytes.length });
      this.files.set(path, { bytes: bytes.slice(), version: `v${++this.changes}` });
    }
    return Promise.resolve();
  }

  remove(paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      this.requests.push({ verb: 'remove', path, bytes: 0 });
      this.changes++;
      this.files.delete(path);
    }
    return Promise.resolve();
  }

  protected entriesOf(folder: string): Listing['entries'] {
    const within = [...this.files].filter(([path]) => path.slice(0, path.lastIndexOf('/')) === folder);
    return within.map(([path, { bytes, version }]) => ({ path, version, size: bytes.length }));
  }
}
