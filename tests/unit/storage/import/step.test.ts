import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OfferedTalk, Way } from '../../../../core/adopt';
import type { Talk } from '../../../../core/talk';
import { Library } from '../../../../storage/database';
import { Known } from '../../../../storage/import/known';
import { type Done, importStep, takeBack } from '../../../../storage/import/step';
import { countOfTalks, recentTalks, withoutPlace } from '../../../../storage/lookups';
import { deleteTalks, editTalk, saveDrafts } from '../../../../storage/talks';
import { trashedTalks } from '../../../../storage/trash';
import { draftOf } from '../../drafts';

let db: Library;

beforeEach(() => {
  db = new Library(`test-${crypto.randomUUID()}`);
});

afterEach(() => db.delete());

function offered(title: string, changes: Partial<OfferedTalk> = {}): OfferedTalk {
  const url = `https://borealis.example/${encodeURIComponent(title)}`;
  return { ...draftOf({ title, source: { ...draftOf().source, url } }), ...changes };
}

async function staged(...talks: OfferedTalk[]) {
  const known = await Known.of(db);
  return { known, talks: await known.meet(talks.map((talk) => ({ talk, file: 'list.csv' }))) };
}

async function imported(way: Way, ...talks: OfferedTalk[]): Promise<Done> {
  const met = await staged(...talks);
  return importStep(met.talks, way, met.known.sequence, db);
}

async function all(): Promise<Talk[]> {
  return (await recentTalks(100, 0, db)).map(withoutPlace).sort((one, other) => (one.title < other.title ? -1 : 1));
}

describe('talks of a file', () => {
  it('are told from those that are there, and from each other', async () => {
    await saveDrafts([offered('Saved'), offered('Same')], [], db);
    const { talks } = await staged(offered('Saved', { tags: ['x'] }), offered('Same'), offered('New'), offered('New'));
    expect(talks.map(({ saved, twice, differs }) => [saved, twice, differs])).toEqual([
      [true, undefined, ['tags']],
      [true, undefined, []],
      [undefined, undefined, []],
      [undefined, true, []],
    ]);
    expect(talks[3]?.talk.id).toBe(talks[2]?.talk.id);
  });

  it('count as new where they stand in a file that is left out too', async () => {
    const known = await Known.of(db);
    await known.meet([{ talk: offered('New'), file: 'broken.csv' }]);
    known.broken.add('broken.csv');
    const [met] = await known.meet([{ talk: offered('New'), file: 'sound.csv' }]);
    expect(met?.twice).toBeUndefined();
  });

  it('are found among very many by one pass over the library', async () => {
    const saved = Array.from({ length: 30 }, (_, number) => offered(`Saved ${number}`));
    await saveDrafts(saved, [], db);
    const { talks } = await staged(...saved, offered('New'));
    expect(talks.filter(({ saved: there }) => there)).toHaveLength(30);
  });
});

describe('an import', () => {
  it.each<[Way, number, string[]]>([
    ['mine', 0, ['ui']],
    ['theirs', 1, ['x']],
    ['merge', 1, ['ui', 'x']],
  ])('adds what is new, and treats what differs as chosen: %s', async (way, changed, tags) => {
    await saveDrafts([offered('Saved')], ['ui'], db);
    const { added, before } = await imported(way, offered('Saved', { tags: ['x'] }), offered('New', { tags: ['y'], note: 'kept' }));
    expect([added.length, before.length]).toEqual([1, changed]);
    expect(await all()).toMatchObject([
      { title: 'New', tags: ['y'], note: 'kept', corrected: [] },
      { title: 'Saved', tags, corrected: [] },
    ]);
  });

  it('is taken back as a whole', async () => {
    await saveDrafts([offered('Saved')], ['ui'], db);
    const [before] = await all();
    const changes = await imported('theirs', offered('Saved', { title: 'Saved otherwise', tags: ['x'], location: 'Hall' }), offered('New'));
    await takeBack(changes, db);
    const [after, ...others] = await all();
    expect(others).toEqual([]);
    expect({ ...after, stamp: '', stamps: {} }).toEqual({ ...before, stamp: '', stamps: {} });
  });

  it('is taken back to the first state where a file has a talk twice', async () => {
    await saveDrafts([offered('Saved')], [], db);
    await takeBack(await imported('theirs', offered('Saved', { note: 'one' }), offered('Saved', { note: 'two' })), db);
    expect((await all())[0]?.note).toBe('');
  });

  it('joins what a file says twice of a new talk', async () => {
    await imported('mine', offered('New', { tags: ['a'] }), offered('New', { tags: ['b'] }));
    expect(await all()).toMatchObject([{ title: 'New', tags: ['a', 'b'] }]);
  });

  it('brings a whole talk in as it was, stamps and all', async () => {
    const [id = ''] = (await saveDrafts([offered('Saved')], ['ui'], db)).added;
    const talk = withoutPlace((await editTalk(id, { note: 'x' }, db))!);
    await db.delete();
    db = new Library(`test-${crypto.randomUUID()}`);
    await imported('merge', talk);
    expect(await all()).toEqual([talk]);
  });

  it('does not believe a stamp from the future', async () => {
    const stamp = '2199-01-01T00:00:00.000Z-0000-00000000';
    await imported('merge', { ...offered('New'), id: 'a', stamp, stamps: { title: stamp } });
    const [talk] = await all();
    expect(talk?.stamp).not.toBe(stamp);
    expect(talk?.stamps).toEqual({});
  });

  it('takes a talk out of the trash', async () => {
    const [id = ''] = (await saveDrafts([offered('Saved')], [], db)).added;
    const [talk] = await all();
    await deleteTalks([id], db);
    await imported('merge', talk!);
    expect(await countOfTalks(db)).toBe(1);
    expect((await trashedTalks(1, db)).total).toBe(0);
  });

  it('meets anew what was saved since it was looked at', async () => {
    const { talks, known } = await staged(offered('New', { tags: ['x'] }));
    await saveDrafts([offered('New')], ['meanwhile'], db);
    const { added, before } = await importStep(talks, 'merge', known.sequence, db);
    expect([added.length, before.length]).toEqual([0, 1]);
    expect(await all()).toMatchObject([{ title: 'New', tags: ['meanwhile', 'x'] }]);
  });
});
