import { stateOf, talkOf } from '../../../core/sync/state';
import type { TalkRow } from '../../../storage/database';
import type { Browser } from './browser';
import type { Fleet } from './fleet';
import { fieldsOf } from './oracle';

/** What is wrong in the end; nothing where all is well. */
export async function wrongs(fleet: Fleet): Promise<string[]> {
  const libraries = await Promise.all(fleet.browsers.map(libraryOf));
  const [first = new Map<string, string>()] = libraries.map(({ all }) => all);
  const differences = libraries.flatMap(({ all }, i) => differing(first, all).map((text) => `browser ${i}: ${text}`));
  return [...differences.slice(0, 5), ...(await againstOracle(fleet, fleet.browsers[0]!)), ...(await doubles(fleet.browsers[0]!))];
}

/** Every record of a browser, deleted ones too, in one form. */
async function libraryOf({ db }: Browser): Promise<{ all: Map<string, string> }> {
  const [talks, tombstones] = await Promise.all([db.talks.toArray(), db.tombstones.toArray()]);
  const all = new Map<string, string>();
  for (const row of talks) all.set(row.id, `alive ${canonical(row)}`);
  for (const { id, to, talk } of tombstones) if (!to) all.set(id, `deleted ${canonical(talk as TalkRow)}`);
  return { all };
}

function canonical(row: TalkRow): string {
  return JSON.stringify(sorted(talkOf(stateOf(row))));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}

function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  const ids = new Set([...one.keys(), ...other.keys()]);
  return [...ids]
    .filter((id) => one.get(id) !== other.get(id))
    .map((id) => `${id}\n  ${one.get(id) ?? 'absent'}\n  ${other.get(id) ?? 'absent'}`);
}

async function againstOracle({ oracle }: Fleet, { db }: Browser): Promise<string[]> {
  const aliases = new Map((await db.tombstones.toArray()).flatMap(({ id, to }) => (to ? [[id, to] as const] : [])));
  const idOf = (id: string): string => (aliases.has(id) ? idOf(aliases.get(id)!) : id);
  const found: string[] = [];
  for (const [id, known] of oracle.known) {
    if (oracle.known.get(idOf(id))?.page !== known.page) found.push(`${id} became part of another page's record`);
  }
  for (const [id, { alive, fields, tags }] of oracle.expected(idOf)) {
    const [row, tombstone] = await Promise.all([db.talks.get(id), db.tombstones.get(id)]);
    const talk = (row ?? tombstone?.talk) as TalkRow | undefined;
    if (!talk) found.push(`${id} is lost`);
    else if (alive !== Boolean(row)) found.push(`${id} is ${row ? 'resurrected' : 'deleted'} against the will of its owner`);
    else found.push(...fieldWrongs(id, talk, fields), ...tagWrongs(id, talk, tags));
  }
  for (const id of await db.talks.toCollection().primaryKeys()) if (!oracle.known.has(id)) found.push(`${id} comes from nowhere`);
  return found;
}

function fieldWrongs(id: string, talk: TalkRow, fields: Record<string, unknown>): string[] {
  const is = Object.fromEntries(fieldsOf(talk));
  const names = new Set([...Object.keys(is), ...Object.keys(fields)]);
  const wrong = [...names].filter((name) => JSON.stringify(is[name]) !== JSON.stringify(fields[name]));
  return wrong.map((name) => `${id}: ${name} is ${JSON.stringify(is[name])}, and should be ${JSON.stringify(fields[name])}`);
}

function tagWrongs(id: string, talk: TalkRow, tags: readonly string[]): string[] {
  const is = talk.tags.toSorted().join(', ');
  return is === tags.join(', ') ? [] : [`${id}: tags are ${is}, and should be ${tags.join(', ')}`];
}

/** Pages that stand in a library twice. */
async function doubles({ db }: Browser): Promise<string[]> {
  const seen = new Set<string>();
  const found: string[] = [];
  for (const { id, source } of await db.talks.toArray()) {
    if (seen.has(source.url)) found.push(`${id}: ${source.url} is there twice`);
    seen.add(source.url);
  }
  return found;
}
