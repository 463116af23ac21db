import { SyncProblem, type SyncProblemKind } from '../problem';

/** What a refusal means (RFC 9110, and RFC 4918 for 423 and 507). Any other 4xx is an answer that nobody expects. */
const KINDS: Record<number, SyncProblemKind> = {
  401: 'auth',
  402: 'quota',
  403: 'forbidden',
  407: 'auth',
  408: 'busy',
  409: 'busy',
  412: 'busy',
  413: 'quota',
  421: 'busy',
  423: 'busy',
  425: 'busy',
  429: 'busy',
  507: 'quota',
  509: 'quota',
};

const SENTENCES: Partial<Record<SyncProblemKind, string>> = {
  auth: 'The server does not accept the name, password or token.',
  forbidden: 'The server does not allow this.',
  quota: 'The server has no space left, or the file is too large for it.',
  busy: 'The server is busy.',
  server: 'The server has a fault.',
};

/** The problem behind a status that was not expected; quotes nothing of what the server wrote. */
export function problemOf(status: number, headers: Headers, path?: string): SyncProblem {
  const kind = rateLimited(status, headers) ? 'busy' : (KINDS[status] ?? (status >= 500 ? 'server' : 'badAnswer'));
  const sentence = SENTENCES[kind] ?? 'The server gave an answer that is not expected.';
  return new SyncProblem(kind, `${sentence} (${status})`, { status, path, retryAfter: retryAfter(headers, Date.now()) });
}

/** GitHub tells of its limits with 403 too (docs.github.com, "Rate limits for the REST API", 2026-11). */
function rateLimited(status: number, headers: Headers): boolean {
  return status === 403 && (headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0');
}

const LONGEST_WAIT = 6 * 3_600_000;

/** Milliseconds to wait: `Retry-After` in seconds or as a date (RFC 9110, 10.2.3), else GitHub's time of reset. At most six hours are believed. */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const said = headers.get('retry-after')?.trim();
  const reset = headers.get('x-ratelimit-remaining') === '0' ? headers.get('x-ratelimit-reset') : null;
  const wait = said ? (/^\d{1,9}$/.test(said) ? Number(said) * 1000 : Date.parse(said) - now) : reset ? Number(reset) * 1000 - now : NaN;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), LONGEST_WAIT) : undefined;
}
