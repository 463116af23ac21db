import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Library } from '../../../storage/database';
import { indexStep } from '../../../storage/search/index-work';
import { statistics } from '../../../storage/statistics';
import { deleteTalks, editTalk, saveDrafts } from '../../../storage/talks';
import { draftOf } from '../drafts';

let db: Library;

beforeEach(() => {
  fakeBrowser.reset();
  db = new Library(crypto.randomUUID());
});

async function save(title: string, starts: string | undefined, event: string, tags: string[]): Promise<string> {
  const source = { ...draftOf().source, url: `https://borealis.example/${encodeURIComponent(title)}` };
  const { added } = await saveDrafts([draftOf({ title, starts, event: { name: event }, source })], tags, db);
  return added[0] ?? '';
}

describe.each([
  ['indexed', true],
  ['not yet indexed', false],
] as const)('statistics of talks that are %s', (_name, indexed) => {
  it('count what is there, period by period', async () => {
    const first = await save('One', '2026-01-10T10:00', 'Borealis', ['ui']);
    await save('Two', '2026-03-02', 'Borealis', ['ui', 'tools']);
    await save('Three', undefined, 'Meetup', []);
    const gone = await save('Four', '2026-03-02', 'Meetup', ['ui']);
    if (indexed) while ((await indexStep(db)) === 'more');
    await deleteTalks([gone], db);
    await editTalk(first, { status: 'watched' }, db);

    const found = await statistics(db);
    const now = new Date();
    const period = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`;
    expect(found).toEqual({
      total: 3,
      held: [
        { period: '2026-01', count: 1 },
        { period: '2026-02', count: 0 },
        { period: '2026-03', count: 1 },
      ],
      saved: [{ period, count: 3, watched: 1 }],
      events: [
        { name: 'Borealis', count: 2 },
        { name: 'Meetup', count: 1 },
      ],
      tags: [
        { name: 'ui', count: 2, counts: [2] },
        { name: 'tools', count: 1, counts: [1] },
      ],
    });
  });
});

it('goes by years where months would be too many, and says nothing of an empty library', async () => {
  expect(await statistics(db)).toEqual({ total: 0, held: [], saved: [], events: [], tags: [] });
  await save('Old', '2019-05', 'Borealis', []);
  await save('New', '2026', 'Borealis', []);
  const { held } = await statistics(db);
  expect(held).toHaveLength(8);
  expect(held.filter(({ count }) => count > 0)).toEqual([
    { period: '2019', count: 1 },
    { period: '2026', count: 1 },
  ]);
});
