/** Bringing files in: by chooser, drop and keyboard; the preview and its choices; cancel, undo, and files that are broken. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { draftOf } from '../unit/drafts';
import { ask, expect, expectAccessible, openLibrary, rowOf, type Session, TALK, test } from './browser';

const FORMATS = 'tests/fixtures/formats';
const PRETALX = `${FORMATS}/schedule-json/pretalx.json`;

interface Dropped {
  name: string;
  text: string;
}

async function openImport(session: Session): Promise<Page> {
  const library = await openLibrary(session);
  await library.getByRole('link', { name: 'Import and backup' }).click();
  await expect(library.getByRole('button', { name: 'Choose files' })).toBeVisible();
  return library;
}

async function choose(session: Session, library: Page, ...files: string[]): Promise<void> {
  await session.giveFiles(library, () => library.getByRole('button', { name: 'Choose files' }).click(), files);
}

/** Drops files on an element as a file manager does. */
async function drop(library: Page, target: Locator, files: Dropped[]): Promise<void> {
  const data = await library.evaluateHandle((dropped) => {
    const transfer = new DataTransfer();
    for (const { name, text } of dropped) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  for (const type of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(type, { dataTransfer: data });
}

function csv(...rows: [title: string, tags: string][]): Dropped {
  const lines = rows.map(([title, tags]) => `${title},https://borealis.example/${encodeURIComponent(title)},${tags}`);
  return { name: 'list.csv', text: ['title,url,tags', ...lines].join('\n') };
}

test('shows what files hold before anything is written, then imports, and takes it back', async ({ session }) => {
  const library = await openImport(session);
  await expectAccessible(library);
  await choose(session, library, `${FORMATS}/bookmarks/chrome.html`, PRETALX);
  await expect(library.getByText('5 new')).toBeVisible();
  await library.getByText('3 not taken').click();
  await expect(library.getByRole('listitem').filter({ hasText: 'chrome.html, line 18' })).toContainText(
    'The address is not one of the web.',
  );
  await expectAccessible(library);
  const other = await openLibrary(session);
  await expect(other.getByText('Your shelf is empty')).toBeVisible();
  await library.bringToFront();
  await library.getByRole('button', { name: 'Import 5 talks' }).click();
  await expect(library.locator('[data-stage=done]')).toContainText('5 talks imported');
  await expectAccessible(library);
  await library.getByRole('link', { name: 'Show all talks' }).click();
  await expect(rowOf(library, 'Queues that never forget')).toBeVisible();
  await expect(library.locator('[data-id]')).toHaveCount(5);
  await library.keyboard.press('z');
  await expect(library.getByText('Your shelf is empty')).toBeVisible();
});

test('files dropped anywhere are read: a list, a calendar, a page', async ({ session }) => {
  const library = await openLibrary(session);
  const files = [
    { name: 'evening.ics', text: await readFile('tests/fixtures/samples/talk.ics', 'utf8') },
    { name: 'page.html', text: `<!-- saved from url=(0047)${TALK.url} -->\n${await readFile(TALK.path ?? '', 'utf8')}` },
    csv(['From a list', 'parsing']),
  ];
  await drop(library, library.locator('main'), files);
  await expect(library.getByRole('heading', { name: 'Import and backup' })).toBeVisible();
  await library.getByText('3 new').click();
  for (const title of ['Gardening a monorepo', 'The Quiet Compiler', 'From a list']) {
    await expect(library.getByRole('listitem').filter({ hasText: title })).toBeVisible();
  }
  await library.getByRole('button', { name: 'Import 3 talks' }).click();
  await library.getByRole('link', { name: 'Show all talks' }).click();
  await expect(rowOf(library, 'From a list')).toContainText('parsing');
  await expect(rowOf(library, 'The Quiet Compiler')).toContainText('Mara Lindqvist');
});

for (const [way, tags, changed] of [
  ['Merge', ['ui', 'files'], 2],
  ['Take theirs', ['files'], 2],
  ['Keep mine', ['ui'], 1],
] as const) {
  test(`talks that differ: ${way}`, async ({ session }) => {
    const library = await openImport(session);
    const source = { ...draftOf().source, url: 'https://borealis.example/Saved' };
    await ask(library, 'save', { drafts: [draftOf({ title: 'Saved', source })], tags: ['ui'] });
    await drop(library, library.locator('.drop'), [csv(['Saved', 'files'], ['New', 'files'])]);
    await library.getByText('1 differs from yours').click();
    await expect(library.getByText('differs in: Tags')).toBeVisible();
    await library.getByRole('radio', { name: way }).check();
    await library.getByRole('button', { name: `Import ${changed} talk` }).click();
    await library.getByRole('link', { name: 'Show all talks' }).click();
    const saved = rowOf(library, 'Saved');
    await expect(saved.locator('.tag')).toHaveText(tags);
    await library.keyboard.press('z');
    await expect(rowOf(library, 'New')).toHaveCount(0);
    await expect(saved.locator('.tag')).toHaveText(['ui']);
  });
}

test('a file that breaks off is left out, with file, line and what to do', async ({ session }) => {
  const library = await openImport(session);
  const whole = await readFile(`${FORMATS}/json/written.json`, 'utf8');
  await drop(library, library.locator('.drop'), [{ name: 'cut.json', text: whole.slice(0, whole.lastIndexOf('"title"')) }]);
  await expect(library.getByRole('alert')).toContainText('Not read to the end: cut.json');
  await expect(library.getByRole('button', { name: 'Nothing to import' })).toBeDisabled();
  await library.getByText('1 not taken').click();
  await expect(library.getByRole('listitem').filter({ hasText: /cut\.json, line \d+/ })).toContainText('The file ends in the middle.');
  await expectAccessible(library);
  await library.getByRole('checkbox', { name: /that could be read/ }).check();
  await expect(library.getByRole('button', { name: /^Import \d+ talks?$/ })).toBeEnabled();
  await library.getByRole('button', { name: 'Cancel' }).click();
  await expect(library.getByRole('button', { name: 'Choose files' })).toBeVisible();
});

test('a stopped import says what was written, and one undo takes it back', async ({ session }) => {
  const library = await openImport(session);
  const { text } = csv(...Array.from({ length: 6000 }, (_, number): [string, string] => [`Talk ${number}`, 'many']));
  await library.locator('input[type=file]').setInputFiles({ name: 'many.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await library.getByRole('button', { name: 'Import 6,000 talks' }).click();
  const bar = library.getByRole('progressbar', { name: 'Importing…' });
  await expect.poll(() => bar.getAttribute('value').then(Number)).toBeGreaterThan(0);
  await library.getByRole('button', { name: 'Cancel' }).click();
  const told = library.locator('[data-stage=done]');
  await expect(told).toContainText('Import stopped.');
  const written = Number((/([\d,]+) talks? imported/.exec(await told.innerText())?.[1] ?? '').replace(',', ''));
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(6000);
  await library.getByRole('link', { name: 'Show all talks' }).click();
  await expect(library.getByRole('grid')).toHaveAttribute('aria-rowcount', String(written));
  await library.keyboard.press('z');
  await expect(library.getByText('Your shelf is empty')).toBeVisible();
});

test('by keyboard alone: choose, look, import, undo', async ({ session }) => {
  const library = await openImport(session);
  const button = library.getByRole('button', { name: 'Choose files' });
  await button.focus();
  await expect(button).toBeFocused();
  await session.giveFiles(library, () => library.keyboard.press('Enter'), [PRETALX]);
  await expect(library.locator('[data-stage=preview]')).toBeFocused();
  await tabTo(library, /^Import \d talks?$/);
  await library.keyboard.press('Enter');
  await expect(library.locator('[data-stage=done]')).toBeFocused();
  await tabTo(library, 'Undo');
  await library.keyboard.press('Enter');
  await expect(button).toBeVisible();
  await library.goto(session.url('library.html#/talks'));
  await expect(library.getByText('Your shelf is empty')).toBeVisible();
});

test('a large import: what counts all talks comes back by itself once the search has followed', async ({ session }) => {
  const library = await openLibrary(session);
  const rows = Array.from({ length: 4000 }, (_, i): [string, string] => [`Talk number ${i}`, i % 4 === 0 ? 'parsing' : 'queues']);
  await drop(library, library.locator('main'), [csv(...rows)]);
  await library.getByRole('button', { name: 'Import 4,000 talks' }).click();
  await expect(library.locator('[data-stage=done]')).toContainText('4,000 talks imported');
  await library.getByRole('link', { name: 'Show all talks' }).click();
  await expect(library.getByRole('group', { name: 'Tag' }).getByText('3,000')).toBeVisible({ timeout: 30_000 });
  await expect(library.getByText('Preparing the search')).toBeHidden();
});

/** Presses Tab until the button has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name }).first();
  for (let presses = 0; presses < 30; presses++) {
    if (await button.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(name)}`);
}
