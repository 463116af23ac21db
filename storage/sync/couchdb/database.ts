import type { Settings } from '../backend';
import { type Answer, type Ask, asking, jsonOf } from '../http/ask';
import { address, basicAuth, text } from '../http/settings';
import { problemOf } from '../http/status';
import { SyncProblem } from '../problem';

/** Documents and their newest revisions. */
export type Revisions = Map<string, string>;

interface Row {
  id?: unknown;
  key?: unknown;
  value?: { rev?: unknown; deleted?: unknown };
  error?: unknown;
}

/** More than a vault has documents in one folder. */
const MOST = 50_000;

/** The requests of CouchDB's API that a vault needs (docs.couchdb.org, 3.5, 2026-11). */
export class Database {
  private readonly base: string;
  private readonly ask: Ask;

  constructor(settings: Settings, fetch: typeof globalThis.fetch) {
    this.base = address(settings, 'url');
    this.ask = asking(fetch, { ...basicAuth(text(settings, 'user'), text(settings, 'password')), accept: 'application/json' });
  }

  /** Every document whose id is at least `from` and less than `to`; without a database there is none. */
  async documents(from: string, to: string): Promise<{ revisions: Revisions; since?: string }> {
    const range = new URLSearchParams({
      startkey: JSON.stringify(from),
      endkey: JSON.stringify(to),
      inclusive_end: 'false',
      limit: `${MOST}`,
    });
    const answer = await this.ask(`${this.base}_all_docs?${range.toString()}&update_seq=true`, { expect: [404] });
    if (answer.status === 404) return { revisions: new Map() };
    const { rows, update_seq: since } = jsonOf(answer) as { rows?: unknown; update_seq?: unknown };
    if (!Array.isArray(rows)) throw unexpected();
    return { revisions: revisionsIn(rows as Row[]), ...(since !== undefined && { since: JSON.stringify(since) }) };
  }

  /** What changed since then; `undefined` where it is so much that asking for all is better, or the server no longer knows. */
  async changes(since: string): Promise<{ changed: Map<string, string | null>; since: string } | undefined> {
    const query = new URLSearchParams({ since: String(JSON.parse(since)), limit: '1000' });
    const answer = await this.ask(`${this.base}_changes?${query.toString()}`, { expect: [400, 404] });
    if (answer.status !== 200) return undefined;
    const { results, last_seq: last } = jsonOf(answer) as { results?: unknown; last_seq?: unknown };
    if (!Array.isArray(results) || last === undefined) throw unexpected();
    if (results.length >= 1000) return undefined;
    return { changed: new Map((results as unknown[]).flatMap(changeOf)), since: JSON.stringify(last) };
  }

  /** The newest revisions of the documents named, deleted ones left out. */
  async revisions(ids: readonly string[]): Promise<Revisions> {
    const answer = await this.post('_all_docs', { keys: ids }, [404]);
    if (answer.status === 404) return new Map();
    const { rows } = jsonOf(answer) as { rows?: unknown };
    if (!Array.isArray(rows)) throw unexpected();
    return revisionsIn(rows as Row[]);
  }

  /** Writes documents, making the database if there is none. @returns the new revisions, and which documents changed in between */
  async write(documents: readonly { _id: string }[]): Promise<{ revisions: Revisions; conflicts: string[] }> {
    let answer = await this.post('_bulk_docs', { docs: documents }, [404]);
    if (answer.status === 404) {
      await this.ask(this.base, { method: 'PUT', expect: [412] });
      answer = await this.post('_bulk_docs', { docs: documents });
    }
    const results = jsonOf(answer);
    if (!Array.isArray(results)) throw unexpected();
    return sorted(results as Record<string, unknown>[]);
  }

  async attachment(id: string, name: string, limit: number): Promise<Uint8Array | undefined> {
    const url = `${this.base}${encodeURIComponent(id)}/${name}`;
    const { status, body } = await this.ask(url, { headers: { accept: '*/*' }, expect: [404], limit, path: id });
    return status === 404 ? undefined : body;
  }

  private post(path: string, body: object, expect?: number[]): Promise<Answer> {
    const headers = { 'content-type': 'application/json' };
    return this.ask(this.base + path, { method: 'POST', headers, body: JSON.stringify(body), ...(expect && { expect }) });
  }
}

function revisionsIn(rows: readonly Row[]): Revisions {
  const alive = rows.filter(({ value, error }) => !error && typeof value?.rev === 'string' && !value.deleted);
  return new Map(alive.map(({ id, value }) => [String(id), String(value?.rev)]));
}

function changeOf(change: unknown): [string, string | null][] {
  const { id, changes, deleted } = change as { id?: unknown; changes?: { rev?: unknown }[]; deleted?: unknown };
  const rev = changes?.[0]?.rev;
  return typeof id === 'string' && typeof rev === 'string' ? [[id, deleted ? null : rev]] : [];
}

function sorted(results: readonly Record<string, unknown>[]): { revisions: Revisions; conflicts: string[] } {
  const other = results.find(({ error }) => error !== undefined && error !== 'conflict');
  if (other) throw other['error'] === 'forbidden' || other['error'] === 'unauthorized' ? problemOf(403, new Headers()) : unexpected();
  const written = results.filter(({ error }) => error === undefined);
  return {
    revisions: new Map(written.map(({ id, rev }) => [String(id), String(rev)])),
    conflicts: results.filter(({ error }) => error === 'conflict').map(({ id }) => String(id)),
  };
}

function unexpected(): SyncProblem {
  return new SyncProblem('badAnswer', 'The server does not answer as CouchDB does.');
}
