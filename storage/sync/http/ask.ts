import { SyncProblem } from '../problem';
import { problemOf } from './status';

/** A worker dies when a request has no first byte after 30 s (Chromium, 2026-11); this also bounds every silence in between. */
const SILENCE = 25_000;
const MOST_OF_AN_ERROR = 65_536;
const MOST_OF_AN_ANSWER = 8_388_608;

export interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
  /** Statuses the caller deals with; any other one beyond 299 becomes a `SyncProblem`. */
  expect?: readonly number[];
  /** Most bytes of an answer; more is a `badAnswer`. */
  limit?: number;
  /** The file that is asked for, as problems name it. */
  path?: string;
}

export interface Answer {
  status: number;
  headers: Headers;
  body: Uint8Array<ArrayBuffer>;
}

export type Ask = (url: string, asked?: Asked) => Promise<Answer>;

/**
 * Makes requests to one server, with the headers given. No cookies (Nextcloud takes a request with cookies for a browser's), no cache, and no
 * redirects, which could carry a password elsewhere and turn a PUT into a GET. Fails with a `SyncProblem` only.
 */
export function asking(fetch: typeof globalThis.fetch, headers: Record<string, string>): Ask {
  return async (url, asked = {}) => {
    const watch = new Watch();
    try {
      const response = await fetch(url, {
        method: asked.method ?? 'GET',
        headers: { ...headers, ...asked.headers },
        body: asked.body,
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'manual',
        referrerPolicy: 'no-referrer',
        signal: watch.signal,
      });
      return await answerOf(response, asked, watch);
    } catch (error) {
      throw error instanceof SyncProblem ? error : unreachable(error, asked.path);
    } finally {
      watch.end();
    }
  };
}

/** The bytes of an answer as UTF-8 text. */
export function textOf({ body }: Answer): string {
  return new TextDecoder().decode(body);
}

/** The JSON of an answer; anything else than JSON is a `badAnswer`, such as the sign-in page of a hotel's network. */
export function jsonOf(answer: Answer): unknown {
  try {
    return JSON.parse(textOf(answer)) as unknown;
  } catch {
    throw new SyncProblem('badAnswer', 'The server’s answer is not JSON.', { status: answer.status });
  }
}

async function answerOf(response: Response, asked: Asked, watch: Watch): Promise<Answer> {
  const { status, headers } = response;
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304)) {
    void response.body?.cancel();
    throw new SyncProblem('badSettings', 'The server sends elsewhere: the address is not the final one.', {
      field: 'url',
      path: asked.path,
    });
  }
  const fine = response.ok || asked.expect?.includes(status);
  const body = await bodyOf(response, fine ? (asked.limit ?? MOST_OF_AN_ANSWER) : MOST_OF_AN_ERROR, watch);
  if (!fine) throw problemOf(status, headers, asked.path);
  if (body === undefined) throw new SyncProblem('badAnswer', 'The answer is larger than it can be.', { status, path: asked.path });
  return { status, headers, body };
}

/** The whole body; `undefined` when it is longer than the limit, of which nothing more is read then. */
async function bodyOf(response: Response, limit: number, watch: Watch): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    watch.stir();
    chunks.push(read.value);
    length += read.value.length;
    if (length > limit) {
      void reader?.cancel();
      return undefined;
    }
  }
  const whole = new Uint8Array(length);
  chunks.reduce((at, chunk) => {
    whole.set(chunk, at);
    return at + chunk.length;
  }, 0);
  return whole;
}

function unreachable(error: unknown, path?: string): SyncProblem {
  const silent = error instanceof Error && error.name === 'AbortError';
  return new SyncProblem('offline', silent ? 'The server did not answer in time.' : 'The server cannot be reached.', { path });
}

/** Ends a request in which nothing moves. */
class Watch {
  private readonly controller = new AbortController();
  readonly signal = this.controller.signal;
  private timer = this.start();

  stir(): void {
    clearTimeout(this.timer);
    this.timer = this.start();
  }

  end(): void {
    clearTimeout(this.timer);
  }

  private start() {
    return setTimeout(() => this.controller.abort(), SILENCE);
  }
}
