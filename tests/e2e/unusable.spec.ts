/** A library that cannot be used: what people are told, that nothing is written, and the way out. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { SAMPLE } from '../tools/sample-talks.mjs';
import { ask, expect, expectAccessible, onlyIn, open, openInert, openLibrary, rowOf, type Session, test } from './browser';

async function filled(session: Session): Promise<Page> {
  const library = await openLibrary(session);
  for (const { draft, tags } of SAMPLE) await ask(library, 'save', { drafts: [draft], tags });
  return library;
}

/** Gives the database the version and a table of a later release. */
async function ageTo(library: Page, version: number): Promise<void> {
  await library.evaluate(
    (to) =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('talkshelf', to);
        opening.onupgradeneeded = () => opening.result.createObjectStore('later', { keyPath: 'id' });
        opening.onsuccess = () => {
          opening.result.close();
          done();
        };
      }),
    version,
  );
}

test('a library of a newer version is told of, left alone and can be taken out', async ({ session }) => {
  const inert = await openInert(session);
  await (await filled(session)).close();
  await ageTo(inert, 30);
  const library = await open(session, session.url('library.html'));
  const notice = library.getByRole('alert').filter({ hasText: 'made by a newer version of Talkshelf' });
  await expect(notice).toContainText('this older version writes nothing');
  await expectAccessible(library);
  const refused = await library.evaluate(
    (message) =>
      (globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }).chrome.runtime.sendMessage(message),
    { name: 'save', request: { drafts: [{ ...SAMPLE[0]!.draft, title: 'Never' }], tags: [] } },
  );
  expect(refused).toEqual({ error: 'talkshelf: library newer' });
  const file = test.info().outputPath('all.json');
  await session.download(() => notice.getByRole('button', { name: 'Save everything as a file' }).click(), file);
  const { talks } = JSON.parse(await readFile(file, 'utf8')) as { talks: { title: string }[] };
  expect(talks.map(({ title }) => title).sort()).toEqual(SAMPLE.map(({ draft }) => draft.title).sort());
  expect(await inert.evaluate(async () => (await indexedDB.databases()).find(({ name }) => name === 'talkshelf')?.version)).toBe(30);
});

test.describe(() => {
  onlyIn('chromium', 'scripts-before-the-page');
  test('a library that cannot be opened gives way to its backup in two clicks', async ({ session }) => {
    const library = await filled(session);
    await library.goto(session.url('library.html#/settings/backups'));
    await library.reload();
    await library.getByRole('button', { name: 'Back up now' }).click();
    await expect(library.getByRole('list', { name: 'Automatic backups' })).toContainText(`${SAMPLE.length} talks`);
    await library.close();
    const broken = await session.context.newPage();
    // What the browser answers where it cannot open the files; Chromium mends most of what can be done to them by itself (backups.spec.ts).
    await broken.addInitScript(() => {
      // eslint-disable-next-line @typescript-eslint/unbound-method -- called on what it is asked of, below
      const open = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function (...asked) {
        if (sessionStorage.getItem('mended') === null) throw new DOMException('Internal error opening backing store', 'UnknownError');
        return open.apply(this, asked);
      };
    });
    await broken.goto(session.url('library.html'));
    await expect(broken.getByRole('alert').filter({ hasText: 'cannot be opened' })).toContainText('start anew from a backup');
    await expectAccessible(broken);
    await broken.evaluate(() => sessionStorage.setItem('mended', ''));
    await broken.getByRole('button', { name: 'Start anew…' }).click();
    await expect(broken.getByRole('dialog')).toContainText(`with ${SAMPLE.length} talks takes its place`);
    await broken.getByRole('button', { name: 'Remove it and put the backup back' }).click();
    await broken.getByRole('button', { name: `Import ${SAMPLE.length} talks` }).click();
    await expect(broken.locator('[data-stage=done]')).toContainText('imported');
    await broken.getByRole('link', { name: 'All talks', exact: true }).click();
    for (const { draft } of SAMPLE) await expect(rowOf(broken, draft.title)).toHaveCount(1);
    await expect(broken.getByRole('alert')).toHaveCount(0);
  });
});
