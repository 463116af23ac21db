import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { indexing } from '../../../entrypoints/library/indexing';
import { Library } from '../../../storage/database';
import { search } from '../../../storage/search';
import { dropIndex } from '../../../storage/search/index-store';
import { indexProgress, indexStep } from '../../../storage/search/index-work';
import { write } from '../../../storage/write';
import { scaleTalks } from '../../tools/scale.mjs';

const COUNT = 1200;
let db: Library;

beforeEach(async () => {
  db = new Library(`test-${crypto.randomUUID()}`);
  await write(db, (writing) => {
    for (const talk of scaleTalks(COUNT)) writing.put(talk);
    return Promise.resolve();
  });
});

afterEach(() => db.delete());

async function indexAll(): Promise<void> {
  while ((await indexStep(db)) === 'more');
}

describe('how far the index is', () => {
  it('is shown while very much is left, and search finds the same all the time', async () => {
    const shown = indexing(() => indexProgress(db));
    await vi.waitFor(() => expect(shown.value).toEqual({ indexed: 0, total: COUNT }));
    const before = await search('tag:web', { limit: 5 }, db);
    await indexAll();
    await vi.waitFor(() => expect(shown.value).toBeUndefined(), { timeout: 5000 });
    const after = await search('tag:web', { limit: 5 }, db);
    expect(after.total).toBe(before.total);
    expect(after.talks.map(({ id }) => id)).toEqual(before.talks.map(({ id }) => id));
  });

  it('begins at nothing again where the index is built anew', async () => {
    await indexAll();
    expect(await indexProgress(db)).toEqual({ indexed: COUNT, total: COUNT });
    await dropIndex(db);
    expect(await indexProgress(db)).toEqual({ indexed: 0, total: COUNT });
  });
});
