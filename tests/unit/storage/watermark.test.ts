import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Library } from '../../../storage/database';
import { readSetting } from '../../../storage/settings';
import { deleteTalks, saveDrafts } from '../../../storage/talks';
import { checkWatermark } from '../../../storage/watermark';
import { draftOf } from '../drafts';

let db: Library;

beforeEach(() => {
  fakeBrowser.reset();
  db = new Library(`test-${crypto.randomUUID()}`);
});

afterEach(() => db.delete());

describe('the watermark', () => {
  it('is content with a library that holds what it should', async () => {
    const { added } = await saveDrafts([draftOf()], [], db);
    await deleteTalks(added, db);
    expect(await checkWatermark(db)).toBeUndefined();
  });

  it('knows nothing of a library that never was', async () => {
    expect(await checkWatermark(db)).toBeUndefined();
  });

  it('notices that the browser put an empty database in place of a damaged one', async () => {
    await saveDrafts([draftOf()], [], db);
    await db.delete();
    db = new Library(db.name);
    expect(await checkWatermark(db)).toMatchObject({ had: 1, has: 0 });
    expect(await readSetting('damage')).toMatchObject({ had: 1, has: 0 });
  });

  it('notices that an older state came back, and tells it once', async () => {
    await saveDrafts([draftOf()], [], db);
    const before = await db.meta.get('state');
    await saveDrafts([draftOf({ source: { ...draftOf().source, url: 'https://other.example/' } })], [], db);
    await db.meta.put(before!);
    expect(await checkWatermark(db)).toMatchObject({ had: 2, has: 1 });
    expect(await checkWatermark(db)).toBeUndefined();
  });
});
