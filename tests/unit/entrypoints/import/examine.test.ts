import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sumOf } from '../../../../components/import/examined';
import { examine } from '../../../../entrypoints/library/import/examine';
import type { Imported } from '../../../../formats/format';
import { zipped } from '../../../../formats/output/zip';
import { Library } from '../../../../storage/database';
import { Known, type Staged } from '../../../../storage/import/known';
import { countOfTalks } from '../../../../storage/lookups';
import { draftOf } from '../../drafts';

const FORMATS = 'tests/fixtures/formats';

function file(path: string) {
  return { name: path.split('/').at(-1) ?? '', bytes: once(readFileSync(`${FORMATS}/${path}`)) };
}

// eslint-disable-next-line @typescript-eslint/require-await -- whoever reads it takes only what comes bit by bit
async function* oneByOne<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items;
}

function once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  return oneByOne([bytes]);
}

async function looked(files: Parameters<typeof examine>[0], document?: (text: string) => Promise<Imported[]>) {
  const db = new Library(`test-${crypto.randomUUID()}`);
  const found = await examine(files, { known: await Known.of(db), document, now: new Date('2026-11-02T09:30:00Z') });
  const staged = (await Promise.all(found.steps.map((step) => step.text()))).flatMap((text) => JSON.parse(text) as Staged[]);
  expect(await countOfTalks(db)).toBe(0);
  await db.delete();
  return { ...found, staged };
}

describe('looking files through', () => {
  it('counts what is in them, and says file, line and reason of what is not', async () => {
    const found = await looked([file('bookmarks/chrome.html'), file('schedule-json/pretalx.json')]);
    expect(sumOf(found, false)).toEqual({ added: 5, saved: 0, changed: 0 });
    expect(found.refused).toMatchObject([
      { file: 'chrome.html', line: 18, refused: 'unsafe address' },
      { file: 'chrome.html', line: 19, refused: 'unsafe address' },
      { file: 'pretalx.json', line: 55, refused: 'no title' },
    ]);
    expect(found.lists.added.map(({ title }) => title)).toContain('Queues that never forget');
  });

  it('leaves a file out that breaks off, unless it is wanted all the same', async () => {
    const text = readFileSync(`${FORMATS}/json/written.json`, 'utf8');
    const cut = text.slice(0, text.lastIndexOf('"title"'));
    const found = await looked([{ name: 'cut.json', bytes: once(new TextEncoder().encode(cut)) }]);
    expect(found.files).toMatchObject([{ file: 'cut.json', broken: true }]);
    expect(found.refused).toMatchObject([{ file: 'cut.json', refused: 'truncated', fatal: true }]);
    expect(sumOf(found, false).added).toBe(0);
    expect(sumOf(found, true).added).toBe(found.staged.length);
    expect(found.staged.length).toBeGreaterThan(0);
  });

  it('opens an archive, and names the files in it', async () => {
    const entries = ['bookmarks/chrome.html', 'json/written.json'].map((path) => ({
      name: path,
      text: readFileSync(`${FORMATS}/${path}`, 'utf8'),
    }));
    const archive = zipped(oneByOne(entries));
    const found = await looked([{ name: 'all.zip', bytes: archive }]);
    expect(found.files.map((each) => each.file)).toEqual(['all.zip/bookmarks/chrome.html', 'all.zip/json/written.json']);
  });

  it('shows talks without a day of saving in the order of their file', async () => {
    const { staged } = await looked([file('schedule-json/pretalx.json')]);
    const saved = staged.map(({ talk }) => talk.savedAt ?? '');
    expect(saved).toEqual(saved.toSorted().toReversed());
    expect(new Set(saved).size).toBe(saved.length);
  });

  it('asks for documents, and refuses what is none', async () => {
    const asked: string[] = [];
    const document = (text: string): Promise<Imported[]> => {
      asked.push(text);
      return Promise.resolve(text.includes('talk') ? [{ talk: draftOf() }] : []);
    };
    const files = ['a talk', 'nothing'].map((text, place) => ({ name: `${place}.md`, bytes: once(new TextEncoder().encode(text)) }));
    const found = await looked(files, document);
    expect(asked).toEqual(['a talk', 'nothing']);
    expect(sumOf(found, false).added).toBe(1);
    expect(found.refused).toMatchObject([{ file: '1.md', refused: 'unknown' }]);
  });

  it('says of what cannot be read at all that it cannot', async () => {
    const bytes = new ReadableStream<Uint8Array>({ pull: (stream) => stream.error(new DOMException('gone', 'NotFoundError')) });
    expect((await looked([{ name: 'folder', bytes }])).refused).toMatchObject([{ file: 'folder', refused: 'unreadable' }]);
  });
});
