/** The library's list as people arrange it: columns and their order, links to one talk, links that are dropped, tags in colour. */
import type { Page } from '@playwright/test';
import { draftOf } from '../unit/drafts';
import { ask, expect, expectAccessible, expectNoSideScroll, open, openLibrary, rowOf, type Session, test } from './browser';

const TALKS = [
  { title: 'Beta of parsing', starts: '2026-03-01' },
  { title: 'Alpha of sorting', starts: '2026-05-01' },
  { title: 'Gamma of linking', starts: '2026-04-01' },
];

async function filled(session: Session): Promise<Page> {
  const library = await openLibrary(session);
  await library.setViewportSize({ width: 1440, height: 900 });
  for (const { title, starts } of TALKS) {
    const source = { ...draftOf().source, url: `https://borealis.example/${encodeURIComponent(title)}` };
    await ask(library, 'save', { drafts: [draftOf({ title, starts, source })], tags: ['craft'] });
  }
  await expect(library.locator('[data-id]')).toHaveCount(TALKS.length);
  return library;
}

function titles(library: Page): Promise<string[]> {
  return library
    .locator('[data-id]')
    .evaluateAll((rows) =>
      rows
        .toSorted(
          (a, b) => Number(a.ariaRowIndex ?? a.getAttribute('aria-rowindex')) - Number(b.ariaRowIndex ?? b.getAttribute('aria-rowindex')),
        )
        .map((row) => row.querySelector('.talk-title')?.textContent.split(' ')[0] ?? ''),
    );
}

test('shows columns, sorts by their headings, and keeps both the choice and the keys', async ({ session }) => {
  const library = await filled(session);
  const pick = library.getByText('Columns', { exact: true }).first();
  await pick.focus();
  await library.keyboard.press('Enter');
  for (const name of ['Date', 'Tags']) await library.getByRole('checkbox', { name, exact: true }).check();
  await library.keyboard.press('Escape');
  await expect(library.getByRole('checkbox', { name: 'Date', exact: true })).toBeHidden();
  await expect(library.getByRole('columnheader')).toHaveText(['Select or clear', 'Status', 'Title', 'Date', 'Tags']);
  await expect(rowOf(library, 'Alpha').getByRole('gridcell', { name: 'May 1, 2026' })).toBeVisible();
  await expectAccessible(library);

  const heading = (name: RegExp) => library.getByRole('columnheader', { name });
  await heading(/^Title/)
    .getByRole('button')
    .click();
  await expect(heading(/^Title/)).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(() => titles(library)).toEqual(['Alpha', 'Beta', 'Gamma']);
  await heading(/^Date/).getByRole('button').focus();
  await library.keyboard.press('Enter');
  await expect(heading(/^Date/)).toHaveAttribute('aria-sort', 'descending');
  await expect(heading(/^Title/)).not.toHaveAttribute('aria-sort');
  await expect.poll(() => titles(library)).toEqual(['Alpha', 'Gamma', 'Beta']);
  await library.keyboard.press('Enter');
  await expect(heading(/^Date/)).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(() => titles(library)).toEqual(['Beta', 'Gamma', 'Alpha']);
  await library.keyboard.press('Enter');
  await expect(heading(/^Date/)).not.toHaveAttribute('aria-sort');
  await expect.poll(() => titles(library)).toEqual(['Gamma', 'Alpha', 'Beta']);

  await library.reload();
  await expect(library.getByRole('columnheader')).toHaveCount(5);
  await rowOf(library, 'Gamma').focus();
  await library.keyboard.press('ArrowDown');
  await expect(rowOf(library, 'Alpha')).toBeFocused();
  await library.setViewportSize({ width: 900, height: 900 });
  await expect(library.getByRole('columnheader')).toHaveCount(0);
});

test('sorts by every column both ways by keys alone, and from the menu where there are no headings', async ({ session }) => {
  const library = await filled(session);
  await library.getByText('Columns', { exact: true }).first().click();
  for (const box of await library.locator('.column-pick').getByRole('checkbox').all()) await box.check();
  await library.keyboard.press('Escape');
  await rowOf(library, 'Alpha').getByRole('combobox').selectOption('Watched');
  const usual = { Status: 'ascending', Title: 'ascending', Speakers: 'ascending', Event: 'ascending', Tags: 'ascending' } as const;
  const columns = Object.entries({ ...usual, Date: 'descending', Saved: 'descending' } as const);
  for (const [name, first] of columns) {
    const heading = library.getByRole('columnheader', { name, exact: false }).filter({ hasText: new RegExp(`^${name}`) });
    await heading.getByRole('button').focus();
    await library.keyboard.press('Enter');
    await expect(heading).toHaveAttribute('aria-sort', first);
    await library.keyboard.press('Space');
    await expect(heading).toHaveAttribute('aria-sort', first === 'ascending' ? 'descending' : 'ascending');
    await expect(library.locator('[aria-sort]')).toHaveCount(1);
  }
  await library.setViewportSize({ width: 320, height: 900 });
  const reverse = library.getByRole('button', { name: 'Reverse the order' });
  await library.getByRole('combobox', { name: 'Sort', exact: true }).selectOption('Status');
  await expect(reverse).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(() => titles(library)).toEqual(['Gamma', 'Beta', 'Alpha']);
  await reverse.click();
  await expect(reverse).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => titles(library)).toEqual(['Alpha', 'Gamma', 'Beta']);
  await expectNoSideScroll(library);
  await expectAccessible(library);
});

test('a link leads to one talk, in a new tab too', async ({ session }) => {
  const library = await filled(session);
  await session.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await rowOf(library, 'Beta').focus();
  await library.getByRole('button', { name: 'Copy a link to this talk' }).click();
  await expect(library.getByText('Link copied.', { exact: false })).toBeVisible();
  const link = await library.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/^(chrome|moz)-extension:\/\/[\w-]+\/library\.html#\/talk\/[\w-]+$/);

  const other = await open(session, link);
  const detail = other.getByRole('region', { name: 'Details of the talk' });
  await expect(detail.getByRole('heading', { name: 'Beta of parsing' })).toBeVisible();
  // The talk is shown though the search leaves it out, and its buttons work.
  await expect(other.locator('[data-id]')).toHaveCount(3);
  await rowOf(other, 'Gamma').focus();
  await expect(detail.getByRole('heading', { name: 'Gamma of linking' })).toBeVisible();
  await rowOf(library, 'Beta').focus();
  await library.keyboard.press('d');
  const gone = await open(session, link);
  await expect(gone.getByText('This talk is not on your shelf any more.')).toBeVisible();
});

/** Drops data on the list as a drag from another window does. */
async function drop(library: Page, data: Record<string, string>): Promise<void> {
  const dragged = await library.evaluateHandle((kinds) => {
    const transfer = new DataTransfer();
    for (const [kind, value] of Object.entries(kinds)) transfer.setData(kind, value);
    return transfer;
  }, data);
  await library.dispatchEvent('.columns', 'dragover', { dataTransfer: dragged });
  await library.dispatchEvent('.columns', 'drop', { dataTransfer: dragged });
}

test('links dropped on the library are saved with their words, and taken back', async ({ session }) => {
  const library = await filled(session);
  await drop(library, {
    'text/uri-list': 'https://talks.example/quiet',
    'text/html': '<a href="https://talks.example/quiet">The <b>Quiet</b> Compiler<img src=x onerror="document.title = 1"></a>',
  });
  await expect(rowOf(library, 'The Quiet Compiler')).toBeVisible();
  await expect(library.getByText('1 talk saved')).toBeVisible();
  await expect(library).not.toHaveTitle('1');
  await library.keyboard.press('z');
  await expect(rowOf(library, 'The Quiet Compiler')).toHaveCount(0);
  await drop(library, { 'text/plain': 'javascript:alert(1)' });
  await expect(library.getByText('holds no link that can be saved')).toBeVisible();
  await expect(library.locator('[data-id]')).toHaveCount(3);
});

test('a tag has its colour wherever it is shown, in every open page, and after it is renamed', async ({ session }) => {
  const library = await filled(session);
  const colour = (page: Page) =>
    rowOf(page, 'Beta')
      .getByText('craft')
      .evaluate((tag) => getComputedStyle(tag).color);
  const usual = await colour(library);
  const manager = await open(session, session.url('library.html#/tags'));
  const pick = manager.getByRole('combobox', { name: 'Colour of tag craft' });
  await pick.selectOption('Violet');
  await expect.poll(() => colour(library)).not.toBe(usual);
  await expectAccessible(manager);
  await manager.getByRole('button', { name: 'Rename tag craft' }).click();
  await manager.getByRole('textbox', { name: 'New name of tag craft' }).fill('trade');
  await manager.keyboard.press('Enter');
  await expect(manager.getByRole('combobox', { name: 'Colour of tag trade' })).toHaveValue('violet');
  await manager.getByRole('combobox', { name: 'Colour of tag trade' }).selectOption('Usual');
  await library.reload();
  await expect
    .poll(() =>
      rowOf(library, 'Beta')
        .getByText('trade')
        .evaluate((tag) => getComputedStyle(tag).color),
    )
    .toBe(usual);
});
