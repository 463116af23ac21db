import type { Backend, Entry, Listing, Settings, Store, StoredFile } from '../backend';
import { Api, apiAddress } from '../github/api';
import { COMMIT, existingQuery, HEAD, LISTING } from '../github/queries';
import { base64 } from '../http/base64';
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

/**
 * One private GitHub repository (or one on GitHub Enterprise), with a fine-grained token for "Contents". A push is one commit with everything in it
 * (`createCommitOnBranch`); a poll asks whether the newest commit is still the same one, which is answered with 304 and counts against no limit.
 */
class GitHubStore implements Store {
  private readonly api: Api;
  private head: Head | undefined;

  constructor(settings: Settings, fetch: typeof globalThis.fetch) {
    this.api = new Api(settings, fetch);
  }

  async list(folder: string, mark?: string): Promise<Listing | undefined> {
    if (mark !== undefined && (await this.unchanged(mark))) return undefined;
    const repository = await this.query('Listing', LISTING, { folder: `HEAD:${folder}` });
    const entries = entriesIn(repository).filter(({ type, name }) => type === 'blob' && isOurs(name));
    return {
      entries: entries.map(({ name, oid, size }): Entry => ({ path: within(folder, name), version: oid, size })),
      ...(this.head && { mark: `${this.head.oid} ${this.head.branch}` }),
    };
  }

  async get(path: string, limit: number): Promise<Uint8Array | undefined> {
    const headers = { accept: 'application/vnd.github.raw+json' };
    const { status, body } = await this.api.rest(`contents/${urlPath(path)}`, { headers, limit, path, expect: [404] });
    return status === 404 ? undefined : body;
  }

  async put(files: readonly StoredFile[]): Promise<void> {
    if (files.length > 0) await this.commit({ additions: files.map(({ path, bytes }) => ({ path, contents: base64(bytes) })) });
  }

  async remove(paths: readonly string[]): Promise<void> {
    for (let at = 0; at < paths.length; at += MOST_AT_ONCE) {
      // A commit that removes what is not there is refused as a whole.
      const deletions = (await this.existing(paths.slice(at, at + MOST_AT_ONCE))).map((path) => ({ path }));
      if (deletions.length > 0) await this.commit({ deletions });
    }
  }

  /** Asks with the commit that was seen last as the ETag (docs.github.com, "Get a commit", media type sha, 2026-11). */
  private async unchanged(mark: string): Promise<boolean> {
    const [oid = '', branch = ''] = mark.split(' ');
    const headers = { accept: 'application/vnd.github.sha', 'if-none-match': `"${oid}"` };
    const { status, body } = await this.api.rest('commits/HEAD', { headers, expect: [304, 404, 409] });
    const same = status === 304 || new TextDecoder().decode(body).trim() === oid;
    if (same && branch) this.head = { oid, branch };
    return same;
  }

  private async existing(paths: readonly string[]): Promise<string[]> {
    const variables = Object.fromEntries(paths.map((path, at) => [`p${at}`, `HEAD:${path}`]));
    const repository = await this.query('Existing', existingQuery(paths.length), variables);
    return paths.filter((_, at) => repository[`f${at}`]);
  }

  private async commit(fileChanges: object): Promise<void> {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const head = this.head ?? (await this.newest());
      const { data, errors } = await this.api.graph('Commit', COMMIT, { input: this.inputOf(head, fileChanges) });
      const oid = text(at(at(at(data, 'createCommitOnBranch'), 'commit'), 'oid'));
      this.head = oid ? { ...head, oid } : undefined;
      if (oid) return;
      if (errors.some(({ type }) => type === 'NOT_FOUND')) throw this.unknown();
      await new Promise((done) => setTimeout(done, Math.random() * PAUSE * tried));
    }
    throw new SyncProblem('busy', 'Others wrote to the repository at the same time.');
  }

  private inputOf({ branch, oid }: Head, fileChanges: object): object {
    return {
      branch: { repositoryNameWithOwner: `${this.api.owner}/${this.api.name}`, branchName: branch },
      expectedHeadOid: oid,
      message: { headline: 'Keep Talkshelf in step' },
      fileChanges,
    };
  }

  /** The newest commit; a repository without any is given its first. */
  private async newest(): Promise<Head> {
    await this.query('Head', HEAD, {});
    if (!this.head) {
      const content = base64(new TextEncoder().encode('Kept by Talkshelf. Everything below `v1/` is written by it, encrypted.\n'));
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

function entriesIn(repository: Repository): { name: string; type: string; oid: string; size: number }[] {
  const entries = at(at(repository, 'object'), 'entries');
  return (Array.isArray(entries) ? entries : []).map((entry: unknown) => ({
    name: text(at(entry, 'name')),
    type: text(at(entry, 'type')),
    oid: text(at(entry, 'oid')),
    size: Number(at(entry, 'size')),
  }));
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
