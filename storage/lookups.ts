import type { Talk } from '../core/talk';
import { type Library, library, type TalkRow } from './database';
import { guarded } from './problem';

/** Talks by id, in the order asked for; those that are gone are left out. @throws LibraryProblem */
export async function talksById(ids: readonly string[], db: Library = library): Promise<Talk[]> {
  return guarded(async () => (await db.talks.bulkGet([...ids])).flatMap((talk) => talk ?? []));
}

/** Any number of talks by id, in batches, in the order asked for. @throws LibraryProblem */
export async function* talksIn(ids: readonly string[], db: Library = library, batch = 500): AsyncGenerator<Talk> {
  for (let from = 0; from < ids.length; from += batch) yield* await talksById(ids.slice(from, from + batch), db);
}

/** The most recently saved talks, newest first. @throws LibraryProblem */
export async function recentTalks(limit: number, offset = 0, db: Library = library): Promise<Talk[]> {
  return guarded(() => db.talks.orderBy('savedAt').reverse().offset(offset).limit(limit).toArray());
}

/** The talk of a row, without its place in this database, which means nothing in any other. */
export function withoutPlace(row: Talk): Talk {
  const { seq: _seq, mine: _mine, marks: _marks, ...talk } = row as Talk & Partial<TalkRow>;
  return talk;
}

/** How many talks there are, without counting them. @throws LibraryProblem */
export async function countOfTalks(db: Library = library): Promise<number> {
  return guarded(async () => (await db.meta.get('state'))?.count ?? 0);
}

/** Every talk by id, in batches, so that the whole library is never held at once. @throws LibraryProblem */
export async function* everyTalk(db: Library = library, batch = 500): AsyncGenerator<Talk> {
  let last = '';
  for (;;) {
    const talks = await batchAfter(db, last, batch);
    yield* talks;
    last = talks.at(-1)?.id ?? '';
    if (talks.length < batch) return;
  }
}

function batchAfter(db: Library, last: string, batch: number): Promise<Talk[]> {
  return guarded(() => db.talks.where('id').above(last).limit(batch).toArray());
}
