/** A bare git repository, driven by git itself. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { INSTALL, PROGRAMS } from '../../tools/servers.mjs';

export interface Written {
  path: string;
  bytes: Buffer;
}

export interface TreeEntry {
  name: string;
  type: string;
  oid: string;
  size: number;
}

export class GitRepository {
  static readonly BRANCH = 'main';
  private turn = 0;

  private constructor(private readonly folder: string) {}

  static async create(folder: string): Promise<GitRepository> {
    if (!existsSync(PROGRAMS.git)) throw new Error(`git is missing: ${INSTALL}`);
    const repository = new GitRepository(folder);
    await repository.git(['init', '--quiet', '--bare', `--initial-branch=${GitRepository.BRANCH}`, folder]);
    return repository;
  }

  /** The newest commit; nothing in an empty repository. */
  async head(): Promise<string | undefined> {
    return (await this.tryGit(['rev-parse', '--verify', '--quiet', 'HEAD']))?.toString().trim();
  }

  async read(path: string): Promise<Buffer | undefined> {
    return this.tryGit(['cat-file', 'blob', `HEAD:${path}`]);
  }

  /** The name of a file's bytes. */
  async blob(path: string): Promise<string | undefined> {
    return (await this.tryGit(['rev-parse', '--verify', '--quiet', `HEAD:${path}`]))?.toString().trim();
  }

  /** A folder; nothing where there is none. */
  async tree(path: string): Promise<{ oid: string; entries: TreeEntry[] } | undefined> {
    const lines = (await this.tryGit(['ls-tree', '--long', `HEAD:${path}`]))?.toString().split('\n').filter(Boolean);
    const oid = await this.blob(path);
    if (!lines || !oid) return undefined;
    const entries = lines.map((line) => {
      const [, type = '', blob = '', size, name = ''] = /^\d+ (\w+) (\w+) +(\S+)\t(.*)$/.exec(line) ?? [];
      return { name, type, oid: blob, size: Number(size) || 0 };
    });
    return { oid, entries };
  }

  /** Commits on top of a commit; `undefined` when the branch no longer points there. */
  async commit(parent: string | undefined, written: readonly Written[], removed: readonly string[]): Promise<string | undefined> {
    const index = { GIT_INDEX_FILE: join(this.folder, `index-${++this.turn}`) };
    if (parent && (await this.head()) !== parent) return undefined;
    await this.git(parent ? ['read-tree', parent] : ['read-tree', '--empty'], '', index);
    const blobs = await Promise.all(written.map(({ bytes }) => this.git(['hash-object', '-w', '--stdin'], bytes)));
    const lines = [
      ...written.map(({ path }, at) => `100644 ${String(blobs[at]).trim()}\t${path}`),
      ...removed.map((path) => `0 ${'0'.repeat(40)}\t${path}`),
    ];
    await this.git(['update-index', '--index-info'], `${lines.join('\n')}\n`, index);
    const tree = (await this.git(['write-tree'], '', index)).toString().trim();
    const oid = (await this.git(['commit-tree', tree, ...(parent ? ['-p', parent] : []), '-m', 'A push'])).toString().trim();
    return (await this.tryGit(['update-ref', `refs/heads/${GitRepository.BRANCH}`, oid, parent ?? '0'.repeat(40)])) && oid;
  }

  private async tryGit(args: string[]): Promise<Buffer | undefined> {
    return this.git(args).catch(() => undefined);
  }

  private git(args: string[], input: string | Buffer = '', more: Record<string, string> = {}): Promise<Buffer> {
    const someone = {
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@vault.example',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@vault.example',
    };
    const child = spawn(PROGRAMS.git, args, {
      env: { ...someone, GIT_DIR: this.folder, GIT_CONFIG_NOSYSTEM: '1', HOME: this.folder, ...more },
    });
    const out: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    return new Promise((done, failed) => {
      child.on('error', failed);
      child.on('close', (code) => (code === 0 ? done(Buffer.concat(out)) : failed(new Error(`git ${args[0]} ended with ${code}`))));
    });
  }
}
