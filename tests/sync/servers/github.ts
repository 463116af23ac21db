/**
 * Stands in for GitHub's API, on top of a real bare git repository. What it is true to, from docs.github.com (2026-11): the addresses, statuses and media
 * types of the requests we make, an empty repository, conditional listings, writes that name the blob they replace, expectedHeadOid with STALE_DATA, and
 * deletions of absent files being refused. What it is not: it does not parse GraphQL but answers our queries by their operation names, after checking that
 * each asks for the fields it answers with; and it has no rate limit, no replication lag and no limit on sizes.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitRepository, type TreeEntry } from './git';
import { listening, type Running } from './listening';

export const TOKEN = 'github_pat_of_the_test';
const REPOSITORY = 'anna/vault';

interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: Buffer | string | object;
}

interface GraphRequest {
  operationName: string;
  query: string;
  variables: Record<string, unknown>;
}

export async function startGitHub(): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'talkshelf-git-'));
  const repository = await GitRepository.create(folder);
  const server = createServer((request, response) => {
    void answered(repository, request).then(
      (reply) => send(response, reply),
      (error: unknown) => send(response, { status: 500, body: { message: String(error) } }),
    );
  });
  const running = await listening(server, '/');
  return {
    url: running.url,
    stop: async () => {
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answered(repository: GitRepository, request: IncomingMessage): Promise<Reply> {
  const body = await bodyOf(request);
  if (request.headers.authorization !== `Bearer ${TOKEN}`) return { status: 401, body: { message: 'Bad credentials' } };
  const { pathname } = new URL(request.url ?? '/', 'http://github');
  if (pathname === '/graphql') return { status: 200, body: await graph(repository, JSON.parse(body.toString()) as GraphRequest) };
  const prefix = `/repos/${REPOSITORY}/`;
  if (!pathname.startsWith(prefix)) return { status: 404, body: { message: 'Not Found' } };
  const path = decodeURIComponent(pathname.slice(prefix.length));
  if (!path.startsWith('contents/')) return { status: 404, body: { message: 'Not Found' } };
  const file = path.slice('contents/'.length);
  return request.method === 'PUT'
    ? write(repository, file, JSON.parse(body.toString()) as { content: string; sha?: string })
    : contents(repository, file, request.headers['if-none-match']);
}

async function contents(repository: GitRepository, path: string, known?: string): Promise<Reply> {
  const bytes = await repository.read(path);
  if (bytes) return { status: 200, body: bytes };
  const tree = await repository.tree(path);
  if (!tree) return { status: 404, body: { message: 'Not Found' } };
  const etag = `W/"${tree.oid}"`;
  return known === etag ? { status: 304, headers: { etag } } : { status: 200, headers: { etag }, body: tree.entries.map(entryAt(path)) };
}

/** As large as GitHub writes it: every entry has its addresses. */
function entryAt(folder: string): (entry: TreeEntry) => object {
  const at = `https://api.github.com/repos/${REPOSITORY}`;
  return ({ name, type, oid, size }) => {
    const path = `${folder}/${name}`;
    const [url, git_url] = [`${at}/contents/${path}?ref=${GitRepository.BRANCH}`, `${at}/git/blobs/${oid}`];
    const html_url = `https://github.com/${REPOSITORY}/blob/${GitRepository.BRANCH}/${path}`;
    const download_url = `https://raw.githubusercontent.com/${REPOSITORY}/${GitRepository.BRANCH}/${path}?token=ABCDEFGHIJKLMNOPQRSTUVWXYZ`;
    const _links = { self: url, git: git_url, html: html_url };
    return { name, path, sha: oid, size, url, html_url, git_url, download_url, type: type === 'blob' ? 'file' : 'dir', _links };
  };
}

/** "Create or update file contents": without the blob it replaces a file is only created, and with another one it is a conflict. */
async function write(repository: GitRepository, path: string, { content, sha }: { content: string; sha?: string }): Promise<Reply> {
  const [head, there] = [await repository.head(), await repository.blob(path)];
  if (there && !sha) return { status: 422, body: { message: `Invalid request. "sha" wasn't supplied.` } };
  if (sha && sha !== there) return { status: 409, body: { message: `${path} does not match ${sha}` } };
  const oid = await repository.commit(head, [{ path, bytes: Buffer.from(content, 'base64') }], []);
  if (!oid) return { status: 409, body: { message: `is at another commit than ${head}` } };
  const written = { name: path.split('/').at(-1), path, sha: await repository.blob(path) };
  return { status: there ? 200 : 201, body: { content: written, commit: { sha: oid } } };
}

async function graph(repository: GitRepository, { operationName, query, variables }: GraphRequest): Promise<object> {
  if (operationName === 'Commit') return commit(repository, variables['input'] as CommitInput);
  if (`${String(variables['owner'])}/${String(variables['name'])}` !== REPOSITORY) {
    return { data: { repository: null }, errors: [{ type: 'NOT_FOUND', message: 'Could not resolve to a Repository.' }] };
  }
  const oid = await repository.head();
  must(query, 'defaultBranchRef { name target { oid } }');
  const found: Record<string, unknown> = { defaultBranchRef: oid ? { name: GitRepository.BRANCH, target: { oid } } : null };
  if (operationName === 'Existing') {
    for (const [name, value] of Object.entries(variables).filter(([name]) => /^p\d+$/.test(name))) {
      must(query, `f${name.slice(1)}: object(expression: $${name}) { oid }`);
      const blob = await repository.blob(pathIn(value));
      found[`f${name.slice(1)}`] = blob ? { oid: blob } : null;
    }
  }
  return { data: { repository: found } };
}

interface CommitInput {
  branch: { repositoryNameWithOwner: string; branchName: string };
  expectedHeadOid: string;
  fileChanges: { additions?: { path: string; contents: string }[]; deletions?: { path: string }[] };
}

async function commit(repository: GitRepository, { branch, expectedHeadOid, fileChanges }: CommitInput): Promise<object> {
  if (branch.repositoryNameWithOwner !== REPOSITORY || branch.branchName !== GitRepository.BRANCH)
    return refused('NOT_FOUND', 'No such branch.');
  const { additions = [], deletions = [] } = fileChanges;
  for (const { path } of deletions) {
    if (!(await repository.read(path))) return refused('UNPROCESSABLE', 'A path was requested for deletion which does not exist.');
  }
  const written = additions.map(({ path, contents: content }) => ({ path, bytes: Buffer.from(content, 'base64') }));
  const removed = deletions.map(({ path }) => path);
  const oid = await repository.commit(expectedHeadOid, written, removed);
  return oid
    ? { data: { createCommitOnBranch: { commit: { oid } } } }
    : refused('STALE_DATA', `Expected branch to point to "${expectedHeadOid}" but it did not. Pull and try again.`);
}

function refused(type: string, message: string): object {
  return { data: { createCommitOnBranch: null }, errors: [{ type, message }] };
}

function must(query: string, part: string): void {
  if (!query.replace(/\s+/g, ' ').includes(part)) throw new Error(`the query does not ask for ${part}`);
}

function pathIn(expression: unknown): string {
  return String(expression).replace(/^HEAD:/, '');
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, { status, headers = {}, body }: Reply): void {
  const isJson = body !== undefined && !Buffer.isBuffer(body);
  response.writeHead(status, { ...headers, ...(isJson && { 'content-type': 'application/json' }) });
  response.end(isJson ? JSON.stringify(body) : body);
}
