import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Library } from '../../../storage/database';
import { countOfTalks } from '../../../storage/lookups';
import { eraseEverything } from '../../../storage/reset';
import { readSetting, writeSetting } from '../../../storage/settings';
import { deleteTalks, saveDrafts } from '../../../storage/talks';
import { trashedTalks } from '../../../storage/trash';
import { checkWatermark } from '../../../storage/watermark';
import { draftOf } from '../drafts';

let db: Library;

beforeEach(() => {
  fakeBrowser.reset();
  db = new Library(crypto.randomUUID());
});

it('leaves nothing, raises no alarm, and the next talk is saved as on the first day', async () => {
  const { added } = await saveDrafts(
    [draftOf(), draftOf({ title: 'Another', source: { ...draftOf().source, url: 'https://b.example/' } })],
    [],
    db,
  );
  await deleteTalks(added.slice(1), db);
  await writeSetting('newTalks', { tags: ['inbox'], status: 'watched' });
  await eraseEverything(db);
  expect(await countOfTalks(db)).toBe(0);
  expect((await trashedTalks(10, db)).total).toBe(0);
  expect(await readSetting('newTalks')).toBeUndefined();
  expect(await checkWatermark(db)).toBeUndefined();
  expect((await saveDrafts([draftOf()], [], db)).added).toHaveLength(1);
});
