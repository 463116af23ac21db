import type { Settings } from '../backend';
import { type Answer, type Ask, asking, jsonOf } from '../http/ask';
import { address, needed, text } from '../http/settings';
import { SyncProblem } from '../problem';

const GITHUB = 'https://api.github.com/';

/** An error in a GraphQL answer; the type is GitHub's own (`NOT_FOUND`, `STALE_DATA`, `RATE_LIMITED`, …). */
export interface GraphError {
  type: string;
  message: string;
}

interface GraphAnswer {
  data?: Record<string, unknown> | null;
  errors?: unknown;
}

/** The parts of GitHub's API that one repository needs. */
export class Api {
  readonly owner: string;
  readonly name: string;
  private readonly base: string;
  private readonly ask: Ask;

  constructor(settings: Settings, fetch: typeof globalThis.fetch) {
    [this.owner, this.name] = repositoryOf(settings);
    this.base = apiAddress(settings);
    this.ask = asking(fetch, {
      authorization: `Bearer ${needed(settings, 'token')}`,
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
    });
  }

  /** A request about the repository. */
  rest(path: string, asked: Parameters<Ask>[1]): Promise<Answer> {
    const repository = [this.owner, this.name].map(encodeURIComponent).join('/');
    return this.ask(`${this.base}repos/${repository}/${path}`, asked);
  }

  /** Sends a query. What is missing or stale is for the caller; every other error is a problem. */
  async graph(operationName: string, query: string, variables: object): Promise<{ data: Record<string, unknown>; errors: GraphError[] }> {
    // GitHub Enterprise has `/api/v3/` beside `/api/graphql`.
    const url = this.base.replace(/\/v3\/$/, '/') + 'graphql';
    const body = JSON.stringify({ operationName, query, variables });
    const answer = await this.ask(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const { data, errors } = jsonOf(answer) as GraphAnswer;
    const known = (Array.isArray(errors) ? errors : []).map(errorOf);
    const other = known.find(({ type }) => type !== 'NOT_FOUND' && type !== 'STALE_DATA');
    if (other) throw problemOf(other);
    return { data: data ?? {}, errors: known };
  }
}

/** Where the API is: GitHub's own, unless an Enterprise server is named. */
export function apiAddress(settings: Settings): string {
  return text(settings, 'api') ? address(settings, 'api') : GITHUB;
}

/** `anna/talks`, or the address of the repository's page. */
export function repositoryOf(settings: Settings): [owner: string, name: string] {
  const written = needed(settings, 'repository')
    .replace(/^https?:\/\/[^/]+\//, '')
    .replace(/(?:\.git)?(?<!\/)\/*$/, '');
  const [, owner, name] = /^([\w.-]{1,100})\/([\w.-]{1,100})$/.exec(written) ?? [];
  if (!owner || !name) throw new SyncProblem('badSettings', 'A repository is written owner/name.', { field: 'repository' });
  return [owner, name];
}

function errorOf(error: unknown): GraphError {
  const { type, message } = error as Partial<Record<string, unknown>>;
  return { type: typeof type === 'string' ? type : '', message: typeof message === 'string' ? message : '' };
}

function problemOf({ type }: GraphError): SyncProblem {
  if (type === 'RATE_LIMITED') return new SyncProblem('busy', 'GitHub allows no more requests for now.', { retryAfter: 900_000 });
  if (type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES') return new SyncProblem('forbidden', 'The token does not allow this.');
  return new SyncProblem('badAnswer', 'GitHub refused the request.');
}
