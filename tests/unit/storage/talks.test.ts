import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Talk } from '../../../core/talk';
import { Library } from '../../../storage/database';
import { savedTalksFor } from '../../../storage/known';
import { countOfTalks, everyTalk } from '../../../storage/lookups';
import { search, tagsInUse } from '../../../storage/search';
import { deleteTalks, editTalk, restoreTalks, saveDrafts } from '../../../storage/talks';
import { draftOf, sharedSource } from '../drafts';

let db: Library;

beforeEach(() => {
  db = new Library(`test-${crypto.randomUUID()}`);
});

afterEach(() => db.delete());

async function all(): Promise<Talk[]> {
  const found: Talk[] = [];
  for await (const talk of everyTalk(db)) found.push(talk);
  return found;
}

describe('saving', () => {
  it('keeps what the page says and adds what is the owner’s', async () => {
    const { added } = await saveDrafts([draftOf()], ['Compilers', '#compilers', ' '], db);
    const [talk] = await all();
    expect(talk).toMatchObject({ ...draftOf(), id: added[0], tags: ['Compilers'], note: '', status: 'to watch' });
    expect(await countOfTalks(db)).toBe(1);
  });

  it('keeps one record for one page, whatever the address carries along', async () => {
    await saveDrafts([draftOf()], [], db);
    const again = draftOf({ source: { ...draftOf().source, url: 'https://www.borealis.example/talks/quiet/?utm_source=feed#top' } });
    expect(await saveDrafts([again], [], db)).toMatchObject({ added: [], unchanged: [expect.any(String)] });
    expect(await countOfTalks(db)).toBe(1);
  });

  it('keeps one record when two tabs save the same page at once', async () => {
    const replies = await Promise.all([1, 2, 3].map(() => saveDrafts([draftOf()], [], db)));
    expect(replies.flatMap(({ added }) => added)).toHaveLength(1);
    expect(await countOfTalks(db)).toBe(1);
  });

  it('keeps several talks of one page apart', async () => {
    const source = sharedSource('https://borealis.example/schedule');
    await saveDrafts([draftOf({ title: 'One', source }), draftOf({ title: 'Two', source })], [], db);
    expect(await saveDrafts([draftOf({ title: 'Two', source })], [], db)).toMatchObject({ added: [], unchanged: [expect.any(String)] });
    expect((await all()).map(({ title }) => title).sort()).toEqual(['One', 'Two']);
  });

  it('knows a talk of the schedule on its own page and on its video page', async () => {
    const page = { url: 'https://borealis.example/talks/quiet', kind: 'page' as const };
    const video = { url: 'https://youtu.be/abcdefghijk', kind: 'video' as const };
    await saveDrafts([draftOf({ source: sharedSource('https://borealis.example/schedule'), links: [page] })], [], db);
    await saveDrafts([draftOf({ links: [video] })], [], db);
    const watched = draftOf({
      title: 'Mara Lindqvist - The Quiet Compiler',
      source: { ...draftOf().source, url: 'https://www.youtube.com/watch?v=abcdefghijk&t=30s' },
    });
    await saveDrafts([watched], [], db);
    const talks = await all();
    expect(talks).toHaveLength(1);
    expect(talks[0]?.title).toBe('The Quiet Compiler');
    expect(talks[0]?.links.map(({ kind }) => kind)).toEqual(['page', 'video']);
  });

  it('does not take two talks of one recorded evening for one', async () => {
    const links = [{ url: 'https://youtu.be/abcdefghijk', kind: 'video' as const }];
    const at = (name: string) => ({ ...draftOf().source, url: `https://evening.example/${name}` });
    await saveDrafts([draftOf({ title: 'One', links, source: at('one') })], [], db);
    await saveDrafts([draftOf({ title: 'Two', links, source: at('two') })], [], db);
    expect(await countOfTalks(db)).toBe(2);
  });

  it('refreshes what the page says and leaves alone what is the owner’s', async () => {
    const { added } = await saveDrafts([draftOf()], ['a'], db);
    await editTalk(added[0]!, { note: 'mine', status: 'watched', starts: '2026-03-15' }, db);
    await saveDrafts([draftOf({ abstract: 'New words.', starts: '2026-03-14T11:00', location: 'Hall 2' })], ['b'], db);
    const [talk] = await all();
    expect(talk).toMatchObject({
      note: 'mine',
      status: 'watched',
      tags: ['a', 'b'],
      abstract: 'New words.',
      location: 'Hall 2',
      starts: '2026-03-15',
    });
  });

  it('stamps every change later than the one before', async () => {
    const { added } = await saveDrafts([draftOf()], [], db);
    const edited = await editTalk(added[0]!, { note: 'one' }, db);
    const again = await editTalk(added[0]!, { note: 'two' }, db);
    expect([edited!.stamp, edited!.stamps.note, again!.stamps.note]).toEqual(
      [edited!.stamp, edited!.stamps.note, again!.stamps.note].toSorted(),
    );
    expect(again!.stamps.note).not.toBe(edited!.stamps.note);
  });

  it('names who stamped anew in each record, new ones among them', async () => {
    const source = sharedSource('https://borealis.example/schedule');
    await saveDrafts([draftOf({ title: 'One', source }), draftOf({ title: 'Two', source })], [], db);
    const names = (await all()).map(({ stamp }) => stamp.slice(-8));
    expect(new Set(names).size).toBe(2);
    const [talk] = await all();
    await editTalk(talk!.id, { note: 'seen' }, db);
    expect((await db.talks.get(talk!.id))?.stamps.note?.slice(-8)).toBe(talk!.stamp.slice(-8));
  });
});

describe('deleting', () => {
  it('can be undone, with everything the talk had', async () => {
    const { added } = await saveDrafts([draftOf()], ['kept'], db);
    await editTalk(added[0]!, { note: 'kept too' }, db);
    await deleteTalks(added, db);
    expect(await countOfTalks(db)).toBe(0);
    expect(await restoreTalks(added, db)).toBe(1);
    expect(await all()).toMatchObject([{ id: added[0], tags: ['kept'], note: 'kept too' }]);
    expect(await db.tombstones.count()).toBe(0);
  });

  it('leaves a tombstone, and the page can be saved anew', async () => {
    const { added } = await saveDrafts([draftOf()], [], db);
    await deleteTalks(added, db);
    expect(await savedTalksFor([draftOf()], db)).toEqual([undefined]);
    const { added: again } = await saveDrafts([draftOf()], [], db);
    expect(again[0]).not.toBe(added[0]);
    expect(await db.tombstones.count()).toBe(1);
  });
});

describe('searching', () => {
  beforeEach(async () => {
    await saveDrafts([draftOf()], ['Compilers'], db);
    await saveDrafts(
      [draftOf({ title: 'Café del ordenador', speakers: [{ name: 'Iria Souto' }], source: sharedSource('https://other.example/') })],
      ['ui'],
      db,
    );
  });

  it.each([
    ['', 2],
    ['quiet', 1],
    ['quiet comp', 1],
    ['cafe', 1],
    ['souto', 1],
    ['borealis', 2],
    ['compilers', 1],
    ['interface', 2],
    ['quiet nothing', 0],
  ])('finds %j %i times', async (query, count) => {
    expect(await search(query, { limit: 10 }, db)).toMatchObject({ total: count });
  });

  it('filters by tag and counts tags', async () => {
    expect((await search('', { limit: 10, tags: ['UI'] }, db)).talks).toMatchObject([{ title: 'Café del ordenador' }]);
    expect(await tagsInUse(db)).toEqual([
      { tag: 'Compilers', count: 1 },
      { tag: 'ui', count: 1 },
    ]);
  });
});
