import type { Backend, Listing, Settings, Store, StoredFile } from '../backend';
import { Database, type Revisions } from '../couchdb/database';
import { knownBy, type Known, markOf } from '../couchdb/mark';
import { toBase64 } from '../../../core/base64';
import { address, originOf } from '../http/settings';
import { isOurs, within } from '../names';
import { tryPlace } from '../probe';
import { SyncProblem } from '../problem';

const FILE = 'file';
/** Another write of the same document came first: a repeated request of our own, as every file has one writer. */
const TRIES = 4;

/**
 * A CouchDB database, for teams and for those who replicate: one document a file, with the bytes as its attachment. Segments and snapshots are only ever
 * added; heads get a new revision. A poll reads `_changes` since the last one and adds it to what the folder held then, so that it is one
 * request whether something changed or not.
 */
class CouchStore implements Store {
  private readonly database: Database;
  private readonly revisions: Revisions = new Map();

  constructor(settings: Settings, fetch: typeof globalThis.fetch) {
    this.database = new Database(settings, fetch);
  }

  async list(folder: string, mark?: string): Promise<Listing | undefined> {
    const before = mark === undefined ? undefined : knownBy(mark);
    const after = before && (await this.since(folder, before));
    if (before && after === 'unchanged') {
      this.remember(before.revisions);
      return undefined;
    }
    return this.listing(folder, typeof after === 'object' ? after : await this.all(folder));
  }

  async get(path: string, limit: number): Promise<Uint8Array | undefined> {
    return this.database.attachment(idOf(path), FILE, limit);
  }

  async put(files: readonly StoredFile[]): Promise<void> {
    await this.write(
      files.map(({ path, bytes }) => ({
        _id: idOf(path),
        _attachments: { [FILE]: { content_type: 'application/octet-stream', data: toBase64(bytes) } },
      })),
    );
  }

  async remove(paths: readonly string[]): Promise<void> {
    const there = await this.database.revisions(paths.map(idOf));
    this.remember(there);
    await this.write([...there.keys()].map((id) => ({ _id: id, _deleted: true })));
    for (const id of there.keys()) this.revisions.delete(id);
  }

  private async write(documents: { _id: string; _deleted?: boolean }[]): Promise<void> {
    let left = documents;
    for (let tried = 0; left.length > 0; tried += 1) {
      if (tried === TRIES) throw new SyncProblem('busy', 'Others wrote the same documents.');
      const { revisions, conflicts } = await this.database.write(left.map((document) => this.revised(document)));
      this.remember(revisions);
      left = left.filter(({ _id }) => conflicts.includes(_id));
      if (left.length > 0) await this.learn(conflicts);
    }
  }

  private revised(document: { _id: string }): { _id: string; _rev?: string } {
    const rev = this.revisions.get(document._id);
    return { ...document, ...(rev && { _rev: rev }) };
  }

  private async learn(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.revisions.delete(id);
    this.remember(await this.database.revisions(ids));
  }

  /** The folder as it is now, by what changed in it; `undefined` where that cannot be told. */
  private async since(folder: string, { since, revisions }: Known): Promise<Known | 'unchanged' | undefined> {
    const news = await this.database.changes(since);
    if (!news) return undefined;
    const here = [...news.changed].filter(([id]) => isIn(folder, id));
    if (here.length === 0) return 'unchanged';
    const now = new Map(revisions);
    for (const [id, rev] of here) {
      if (rev === null) now.delete(id);
      else now.set(id, rev);
    }
    return { since: news.since, revisions: now };
  }

  private async all(folder: string): Promise<Partial<Known> & { revisions: Revisions }> {
    const from = `${idOf(folder)}:`;
    // The sign after the colon in the order of ids.
    const { revisions, since } = await this.database.documents(from, `${idOf(folder)};`);
    return { ...(since !== undefined && { since }), revisions: new Map([...revisions].filter(([id]) => isIn(folder, id))) };
  }

  private listing(folder: string, { since, revisions }: Partial<Known> & { revisions: Revisions }): Listing {
    this.remember(revisions);
    const mark = since === undefined ? undefined : markOf({ since, revisions });
    const entries = [...revisions].map(([id, version]) => ({ path: within(folder, nameIn(folder, id)), version }));
    return { entries, ...(mark !== undefined && { mark }) };
  }

  private remember(revisions: Revisions): void {
    for (const [id, rev] of revisions) this.revisions.set(id, rev);
  }
}

/** Proxies in front of a database tend to decode `%2F`, so an id has no slash. */
function idOf(path: string): string {
  return path.replaceAll('/', ':');
}

function nameIn(folder: string, id: string): string {
  return id.slice(folder.length + 1);
}

function isIn(folder: string, id: string): boolean {
  return id.startsWith(`${idOf(folder)}:`) && isOurs(nameIn(folder, id));
}

const couchdb: Backend = {
  name: 'CouchDB',
  fields: [
    { name: 'url', kind: 'url', required: true, placeholder: 'https://couch.example/talkshelf/' },
    { name: 'user', kind: 'text', required: false },
    { name: 'password', kind: 'secret', required: false },
  ],
  origins: (settings) => [originOf(address(settings, 'url'))],
  open: (settings, fetch) => new CouchStore(settings, fetch),
  // A write names the revision it replaces; one that names none creates or is refused.
  probe: async (store) => ({ ...(await tryPlace(store, () => Promise.resolve(true))), atomicPut: false }),
};

export default couchdb;
