import type { Backend, Entry, Listing, Settings, Store, StoredFile } from '../backend';
import { Api, apiAddress } from '../github/api';
import { knownBy, markOf } from '../github/mark';
import { COMMIT, existingQuery, HEAD } from '../github/queries';
import { jsonOf } from '../http/ask';
import { toBase64 } from '../../../core/base64';
import { originOf } from '../http/settings';
import { isOurs, within } from '../names';
import { tryPlace } from '../probe';
import { SyncProblem } from '../problem';

/** The default branch and its newest commit. */
interface Head {
  branch: string;
  oid: string;
}

type Repository = Record<string, unknown>;

/** Somebody else committed in between: tried again this often on top of their commit, after a pause of another length in each browser. */
const TRIES = 8;
const PAUSE = 100;
const MOST_AT_ONCE = 100;
const MESSAGE = 'Keep Talkshelf in step';

/**
 * One private GitHub repository (or one on GitHub Enterprise), with a fine-grained token for "Contents". A push is one commit with everything in it. A
 * poll asks for the folder with the ETag of its last listing, which is answered with 304 and counts against no limit; the listing also tells what
 * a write replaces, so that telling and hearing take two requests each.
 */
class GitHubStore implements Store {
  private readonly api: Api;
  private head: Head | undefined;
  private readonly blobs = new Map<string, string>();

  constructor(settings: Settings, fetch: typeof globalThis.fetch) {
    this.api = new Api(settings, fetch);
  }

  /** At most 1,000 files of a folder (docs.github.com, "Get repository content", 2026-11): no folder of a vault has as many. */
  async list(folder: string, mark?: string): Promise<Listing | undefined> {
    const known = mark === undefined ? undefined : knownBy(mark);
    const headers = known && { 'if-none-match': known.etag };
    const answer = await this.api.rest(`contents/${urlPath(folder)}`, { headers, path: folder, expect: [304, 404] });
    if (known && answer.status === 304) {
      this.remember(known.blobs);
      return undefined;
    }
    // No folder or no repository: the other way of asking tells them apart.
    if (answer.status === 404) await this.query('Head', HEAD, {});
    const files = answer.status === 404 ? [] : filesIn(jsonOf(answer)).filter(({ name }) => isOurs(name));
    const entries = files.map(({ name, sha, size }): Entry => ({ path: within(folder, name), version: sha, size }));
    const blobs = entries.map(({ path, version }): [string, string] => [path, version]);
    this.remember(blobs);
    const etag = answer.headers.get('etag');
    return { entries, ...(etag && { mark: markOf({ etag, blobs }) }) };
  }

  async get(path: string, limit: number): Promise<Uint8Array | undefined> {
    const headers = { accept: 'application/vnd.github.raw+json' };
    const { status, body } = await this.api.rest(`contents/${urlPath(path)}`, { headers, limit, path, expect: [404] });
    return status === 404 ? undefined : body;
  }

  async put(files: readonly StoredFile[]): Promise<void> {
    const [file, ...others] = files;
    if (file && others.length === 0) await this.write(file);
    else if (file) await this.commit({ additions: files.map(({ path, bytes }) => ({ path, contents: toBase64(bytes) })) });
  }

  async remove(paths: readonly string[]): Promise<void> {
    for (let at = 0; at < paths.length; at += MOST_AT_ONCE) {
      // A commit that removes what is not there is refused as a whole.
      const deletions = (await this.existing(paths.slice(at, at + MOST_AT_ONCE))).map((path) => ({ path }));
      if (deletions.length > 0) await this.commit({ deletions });
    }
  }

  /** Writes one file; a repository without any commit is given its first. A write names the blob it replaces, and is refused for another one. */
  private async write({ path, bytes }: StoredFile): Promise<void> {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const sha = this.blobs.get(path);
      const body = JSON.stringify({ message: MESSAGE, content: toBase64(bytes), ...(sha && { sha }) });
      const answer = await this.api.rest(`contents/${urlPath(path)}`, { method: 'PUT', body, path, expect: [404, 409, 422] });
      this.head = undefined;
      this.blobs.delete(path);
      if (answer.status < 300) {
        const written = text(at(at(jsonOf(answer), 'content'), 'sha'));
        if (written) this.blobs.set(path, written);
        return;
      }
      await this.pause(tried);
      await this.existing([path]);
    }
    throw busy();
  }

  private async existing(paths: readonly string[]): Promise<string[]> {
    const variables = Object.fromEntries(paths.map((path, at) => [`p${at}`, `HEAD:${path}`]));
    const repository = await this.query('Existing', existingQuery(paths.length), variables);
    const oids = paths.map((path, i): [string, string] => [path, text(at(repository[`f${i}`], 'oid'))]);
    const there = oids.filter(([, oid]) => oid);
    this.remember(there);
    return there.map(([path]) => path);
  }

  private async commit(fileChanges: object): Promise<void> {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const head = this.head ?? (await this.newest());
      const { data, errors } = await this.api.graph('Commit', COMMIT, { input: this.inputOf(head, fileChanges) });
      const oid = text(at(at(at(data, 'createCommitOnBranch'), 'commit'), 'oid'));
      this.head = oid ? { ...head, oid } : undefined;
      if (oid) return;
      if (errors.some(({ type }) => type === 'NOT_FOUND')) throw this.unknown();
      await this.pause(tried);
    }
    throw busy();
  }

  private async pause(tried: number): Promise<void> {
    await new Promise((done) => setTimeout(done, Math.random() * PAUSE * tried));
  }

  private remember(blobs: Iterable<[string, string]>): void {
    for (const [path, oid] of blobs) this.blobs.set(path, oid);
  }

  private inputOf({ branch, oid }: Head, fileChanges: object): object {
    return {
      branch: { repositoryNameWithOwner: `${this.api.owner}/${this.api.name}`, branchName: branch },
      expectedHeadOid: oid,
      message: { headline: MESSAGE },
      fileChanges,
    };
  }

  /** The newest commit; a repository without any is given its first. */
  private async newest(): Promise<Head> {
    await this.query('Head', HEAD, {});
    if (!this.head) {
      const content = toBase64(new TextEncoder().encode('Kept by Talkshelf. Everything below `v1/` is written by it, encrypted.\n'));
      // 409 and 422: another browser was first.
      const body = JSON.stringify({ message: 'Begin a vault', content });
      await this.api.rest('contents/README.md', { method: 'PUT', body, expect: [409, 422] });
      await this.query('Head', HEAD, {});
    }
    if (!this.head) throw new SyncProblem('server', 'The repository has no branch.');
    return this.head;
  }

  /** Asks about the repository, and notes its newest commit on the way. */
  private async query(name: string, query: string, variables: object): Promise<Repository> {
    const { data } = await this.api.graph(name, query, { owner: this.api.owner, name: this.api.name, ...variables });
    const { repository } = data;
    if (!isRecord(repository)) throw this.unknown();
    const branch = at(repository, 'defaultBranchRef');
    const oid = text(at(at(branch, 'target'), 'oid'));
    this.head = oid ? { oid, branch: text(at(branch, 'name')) } : undefined;
    return repository;
  }

  private unknown(): SyncProblem {
    return new SyncProblem('badSettings', 'There is no such repository, or the token may not see it.', { field: 'repository' });
  }
}

/** The files of a folder; a single file's answer is no list. */
function filesIn(body: unknown): { name: string; sha: string; size: number }[] {
  const files = (Array.isArray(body) ? body : []).filter((entry: unknown) => at(entry, 'type') === 'file');
  return files.map((entry: unknown) => ({ name: text(at(entry, 'name')), sha: text(at(entry, 'sha')), size: Number(at(entry, 'size')) }));
}

function busy(): SyncProblem {
  return new SyncProblem('busy', 'Others wrote to the repository at the same time.');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function at(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function urlPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

const github: Backend = {
  name: 'GitHub',
  fields: [
    { name: 'repository', kind: 'text', required: true, placeholder: 'anna/talks-vault' },
    { name: 'token', kind: 'secret', required: true, placeholder: 'github_pat_…' },
    { name: 'api', kind: 'url', required: false, placeholder: 'https://api.github.com/' },
  ],
  origins: (settings) => [originOf(apiAddress(settings))],
  open: (settings, fetch) => new GitHubStore(settings, fetch),
  // Every commit replaces: there is no write that only creates, and none is needed.
  probe: async (store) => ({ ...(await tryPlace(store, () => Promise.resolve(false))), atomicPut: true }),
};

export default github;
