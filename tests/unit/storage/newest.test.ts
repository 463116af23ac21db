import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Talk } from '../../../core/talk';
import { Library } from '../../../storage/database';
import { LibraryProblem } from '../../../storage/problem';
import { newestTalks } from '../../../storage/newest';
import { write } from '../../../storage/write';
import { SAMPLE } from '../formats/sample';

let db: Library;
beforeEach(() => (db = new Library(crypto.randomUUID())));
afterEach(() => db.delete());

const talk = (id: string, day: number): Talk => ({ ...SAMPLE[0]!, id, savedAt: `2026-05-${String(day).padStart(2, '0')}T10:00:00.000Z` });

async function put(...talks: Talk[]): Promise<void> {
  await write(db, (writing) => {
    for (const each of talks) writing.put(each);
    return Promise.resolve();
  });
}

async function ids(page?: number): Promise<string[]> {
  const found: string[] = [];
  for await (const { id } of newestTalks(db, page)) found.push(id);
  return found;
}

describe('the newest talks', () => {
  it.each([1, 2, 3, 4, 7, 100])('come all, newest first, in pages of %i, also where many were saved at one moment', async (page) => {
    await put(talk('a', 1), talk('b', 2), talk('c', 2), talk('d', 2), talk('e', 2), talk('f', 2), talk('g', 3));
    expect(await ids(page)).toEqual(['g', 'f', 'e', 'd', 'c', 'b', 'a']);
  });

  it('are none in an empty library', async () => {
    expect(await ids()).toEqual([]);
  });

  it('come once each, whatever is saved and deleted meanwhile', async () => {
    await put(...Array.from({ length: 20 }, (_none, place) => talk(`t${String(place).padStart(2, '0')}`, 10)));
    const found: string[] = [];
    for await (const { id } of newestTalks(db, 4)) {
      found.push(id);
      if (found.length === 2) {
        await put(talk('z', 20));
        await write(db, async (writing) => {
          for (const gone of await db.talks.bulkGet(['t18', 't16', 't03'])) if (gone) writing.bury(gone);
        });
      }
    }
    const left = Array.from({ length: 20 }, (_none, place) => `t${String(19 - place).padStart(2, '0')}`).filter((id) => id !== 't03');
    expect(found).toEqual(left);
  });

  it('tell of a library that cannot be read', async () => {
    const blocked = new Library(crypto.randomUUID());
    blocked.open = () => Promise.reject(new Error('no disk')) as never;
    await expect(newestTalks(blocked).next()).rejects.toBeInstanceOf(LibraryProblem);
  });
});
