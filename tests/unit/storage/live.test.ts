/** What a view that watches the library gets to see, and how often. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Library } from '../../../storage/database';
import { watch } from '../../../storage/live';
import { countOfTalks } from '../../../storage/lookups';
import type { LibraryProblem } from '../../../storage/problem';
import { saveDrafts } from '../../../storage/talks';
import { draftOf } from '../drafts';

let db: Library;
let stop: () => void;

beforeEach(() => {
  db = new Library(`test-${crypto.randomUUID()}`);
});

afterEach(async () => {
  stop();
  await db.delete();
});

function save(title: string): Promise<unknown> {
  const source = { ...draftOf().source, url: `https://borealis.example/${title}` };
  return saveDrafts([draftOf({ title, source })], [], db);
}

/** Watches the number of talks. */
function counted(): number[] {
  const shown: number[] = [];
  stop = watch(
    () => countOfTalks(db),
    (count) => shown.push(count),
    () => undefined,
    db,
  );
  return shown;
}

describe('a watched query', () => {
  it('shows a change that comes alone at once', async () => {
    const shown = counted();
    await vi.waitFor(() => expect(shown).toEqual([0]));
    // Tried again after a while, when the one before is long shown.
    await vi.waitFor(
      async () => {
        const before = shown.length;
        await save(`alone-${before}`);
        const saved = performance.now();
        await vi.waitFor(() => expect(shown.length).toBeGreaterThan(before), { interval: 1 });
        expect(performance.now() - saved).toBeLessThan(60);
      },
      { interval: 200, timeout: 20_000 },
    );
  });

  it('hears of a change that one who began to watch later has no use for', async () => {
    const shown = counted();
    const others = watch(
      () => db.history.count(),
      () => undefined,
      () => undefined,
      db,
      ['history'],
    );
    await vi.waitFor(() => expect(shown).toEqual([0]));
    // The first write to a database is told as one of all its tables.
    for (const [i, title] of ['first', 'second', 'third'].entries()) {
      await save(title);
      await vi.waitFor(() => expect(shown.at(-1)).toBe(i + 1));
    }
    others();
  });

  it('shows a burst of 1,000 changes in a few steps, and its end', async () => {
    const shown: number[] = [];
    stop = watch(
      async () => (await db.meta.get('state'))?.count ?? 0,
      (count) => shown.push(count),
      () => undefined,
      db,
    );
    await save('first');
    const state = (await db.meta.get('state'))!;
    for (let count = 1; count <= 1000; count++) await db.meta.put({ ...state, count });
    await vi.waitFor(() => expect(shown.at(-1)).toBe(1000), { timeout: 10_000 });
    // A machine that is busy otherwise makes gaps in the burst, and each gap is the end of one.
    expect(shown.length).toBeLessThanOrEqual(20);
  });

  it('is not asked again once it is not wanted', async () => {
    const shown = counted();
    await vi.waitFor(() => expect(shown).toEqual([0]));
    stop();
    await save('unwatched');
    const later: number[] = [];
    stop = watch(
      () => countOfTalks(db),
      (count) => later.push(count),
      () => undefined,
      db,
    );
    await vi.waitFor(() => expect(later).toEqual([1]));
    expect(shown).toEqual([0]);
  });

  it('tells a problem, and goes on with the next change', async () => {
    const problems: LibraryProblem[] = [];
    const shown: number[] = [];
    let broken = true;
    stop = watch(
      () => (broken ? Promise.reject(new DOMException('', 'QuotaExceededError')) : countOfTalks(db)),
      (count) => shown.push(count),
      (problem) => problems.push(problem),
      db,
    );
    await vi.waitFor(() => expect(problems).toMatchObject([{ kind: 'full' }]));
    broken = false;
    await save('good again');
    await vi.waitFor(() => expect(shown).toEqual([1]));
  });
});
