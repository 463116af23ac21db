/** A library of each version of the schema so far, opened by this one: nothing is lost, the index is built anew, and sync will tell all of it. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Library } from '../../../storage/database';
import { everyTalk, withoutPlace } from '../../../storage/lookups';
import { search } from '../../../storage/search';
import { indexProgress, indexStep } from '../../../storage/search/index-work';
import { countOwn } from '../../../storage/sync/changes';
import { deleteTalks, editTalk, restoreTalks, saveDrafts } from '../../../storage/talks';
import { checkWatermark } from '../../../storage/watermark';
import { oldRows, schemaOf, writeOld } from '../../tools/old-library.mjs';
import { scaleTalks } from '../../tools/scale.mjs';
import { draftOf } from '../drafts';

const TALKS = scaleTalks(300);
/** The last of them is this one: whoever adds a version adds its schema to tests/tools/old-library.mjs. */
const VERSIONS = [1, 2];

let db: Library;

beforeEach(() => fakeBrowser.reset());
afterEach(() => db.delete());

async function migrated(version: number): Promise<ReturnType<typeof oldRows>> {
  const name = `test-${crypto.randomUUID()}`;
  const old = oldRows(version, TALKS);
  await writeOld({ name, ...old, schema: schemaOf(version) });
  db = new Library(name);
  return old;
}

it('knows every version there is', async () => {
  db = new Library(`test-${crypto.randomUUID()}`);
  await db.open();
  expect(db.verno).toBe(VERSIONS.at(-1));
});

describe.each(VERSIONS)('a library of version %i', (version) => {
  it('loses no talk, no deleted talk and no field', async () => {
    const { stores } = await migrated(version);
    const found = [];
    for await (const talk of everyTalk(db)) found.push(withoutPlace(talk));
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(found).toEqual(stores.talks.map(withoutPlace).sort(byId));
    expect(await db.tombstones.orderBy('id').toArray()).toMatchObject(stores.tombstones.sort(byId));
    expect(await db.meta.toArray()).toEqual(stores.meta);
    expect(await checkWatermark(db)).toBeUndefined();
  });

  it('is told to other browsers as a whole, each change at its place', async () => {
    const { stores } = await migrated(version);
    expect(await countOwn(db, 0)).toBe(TALKS.length);
    const rows = await db.talks.orderBy('seq').toArray();
    expect(rows.map(({ seq, mine }) => [seq, mine])).toEqual(stores.talks.map(({ seq }) => [seq, seq]));
    const gone = await db.tombstones.orderBy('seq').toArray();
    expect(gone.every(({ seq, mine }) => seq === mine)).toBe(true);
  });

  it('is searched by an index built anew', async () => {
    const { stores } = await migrated(version);
    const python = stores.talks.filter(({ tags }) => tags.includes('python')).length;
    // First without any index, then with a new one.
    expect((await search('tag:python', { limit: 5 }, db)).total).toBe(python);
    while ((await indexStep(db, 1)) === 'more');
    expect(await indexProgress(db)).toEqual({ indexed: stores.talks.length, total: stores.talks.length });
    expect((await search('tag:python', { limit: 5 }, db)).total).toBe(python);
    expect(await db.searchParts.get('left over')).toBeUndefined();
  });

  it('can be worked on', async () => {
    const { stores } = await migrated(version);
    const { id } = stores.talks[0]!;
    await editTalk(id, { note: 'after the update' }, db);
    expect(await restoreTalks([stores.tombstones[0]!.id], db)).toBe(1);
    await deleteTalks([stores.talks[1]!.id], db);
    await saveDrafts([draftOf()], [], db);
    expect(await db.talks.get(id)).toMatchObject({ note: 'after the update', mine: TALKS.length + 1 });
    expect((await db.meta.get('state'))?.count).toBe(await db.talks.count());
  });
});
