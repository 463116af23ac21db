/** Tidying up the library: many talks at once, saved searches, duplicates, tags and the trash, each with its way back; axe on every part. */
import type { Page } from '@playwright/test';
import { draftOf } from '../unit/drafts';
import { ask, expect, expectAccessible, openLibrary, rowOf, type Session, test } from './browser';

const TITLES = ['Alpha of parsing', 'Beta of parsing', 'Gamma of sorting', 'Delta of sorting'];

async function filled(session: Session): Promise<Page> {
  const library = await openLibrary(session);
  for (const title of TITLES) {
    const source = { ...draftOf().source, url: `https://borealis.example/${encodeURIComponent(title)}` };
    await ask(library, 'save', { drafts: [draftOf({ title, source })], tags: [title.split(' ')[2] ?? ''] });
  }
  await expect(library.locator('[data-id]')).toHaveCount(TITLES.length);
  return library;
}

async function part(library: Page, name: string): Promise<void> {
  await library.getByRole('navigation').getByRole('link', { name }).click();
  await expect(library.getByRole('heading', { name })).toBeVisible();
  await expectAccessible(library);
}

test('marks, tags and deletes all selected talks by keyboard, and takes it back', async ({ session }) => {
  const library = await filled(session);
  await library.getByRole('searchbox').fill('parsing');
  await expect(library.locator('[data-id]')).toHaveCount(2);
  await library.keyboard.press('ArrowDown');
  await expect(library.locator('[data-id]').first()).toBeFocused();
  await library.keyboard.press('Space');
  await library.getByRole('button', { name: 'Select all shown talks' }).click();
  await expect(library.getByText('2 selected')).toBeVisible();
  await library.getByRole('combobox', { name: 'Set status' }).selectOption('watched');
  await expect(rowOf(library, 'Alpha').getByRole('combobox')).toHaveValue('watched');
  await library.getByRole('combobox', { name: 'Add tags' }).fill('autumn');
  await library.keyboard.press('Enter');
  await library.keyboard.press('Enter');
  await expect(rowOf(library, 'Beta')).toContainText('autumn');
  await rowOf(library, 'Beta').focus();
  await library.keyboard.press('d');
  await expect(library.getByText('No talk matches')).toBeVisible();
  await library.keyboard.press('z');
  await expect(rowOf(library, 'Beta')).toContainText('autumn');
  await library.keyboard.press('z');
  await expect(rowOf(library, 'Beta')).not.toContainText('autumn');
  await library.keyboard.press('z');
  await expect(rowOf(library, 'Alpha').getByRole('combobox')).toHaveValue('to watch');
});

test('keeps a search under a name', async ({ session }) => {
  const library = await filled(session);
  await library.getByRole('checkbox', { name: /^sorting/ }).check();
  await expect(library.locator('[data-id]')).toHaveCount(2);
  await library.getByRole('button', { name: 'Save search' }).click();
  await library.getByRole('textbox', { name: 'Name of the search' }).fill('To sort out');
  await library.keyboard.press('Enter');
  await library.reload();
  await expect(library.locator('[data-id]')).toHaveCount(4);
  await library.getByRole('button', { name: 'To sort out', exact: true }).click();
  await expect(library.locator('[data-id]')).toHaveCount(2);
  await library.getByRole('button', { name: 'Remove saved search To sort out' }).click();
  await expect(library.getByRole('button', { name: 'To sort out', exact: true })).toHaveCount(0);
});

test('merges duplicates into the chosen record, and takes it back', async ({ session }) => {
  const library = await filled(session);
  const source = { ...draftOf().source, url: 'https://videos.example/alpha' };
  await ask(library, 'save', { drafts: [draftOf({ title: 'Alpha of parsing', location: 'Hall 3', source })], tags: ['video'] });
  await part(library, 'Duplicates');
  const group = library.getByRole('group', { name: 'Alpha of parsing' });
  await group.getByRole('radio', { name: /borealis/ }).check();
  await group.getByRole('button', { name: 'Merge' }).click();
  await expect(library.getByText('No duplicates')).toBeVisible();
  await library.getByRole('button', { name: 'Undo' }).click();
  await expect(group).toBeVisible();
  await group.getByRole('button', { name: 'Merge' }).click();
  await library.getByRole('navigation').getByRole('link', { name: 'All talks' }).click();
  await expect(rowOf(library, 'Alpha of parsing')).toHaveCount(1);
  await expect(rowOf(library, 'Alpha of parsing')).toContainText('video');
});

test('renames, merges and removes tags', async ({ session }) => {
  const library = await filled(session);
  await part(library, 'Tags');
  await library.getByRole('button', { name: 'Rename tag parsing' }).click();
  const name = library.getByRole('textbox', { name: 'New name of tag parsing' });
  await expect(name).toBeFocused();
  await name.fill('Sorting');
  await expect(library.getByRole('button', { name: 'Merge into sorting' })).toBeVisible();
  await library.keyboard.press('Enter');
  await expect(library.getByRole('listitem').filter({ hasText: 'sorting' })).toContainText('4 talks');
  await library.getByRole('button', { name: 'Take tag sorting from all talks' }).click();
  await expect(library.getByText('No tags yet')).toBeVisible();
});

test('brings deleted talks back from the trash', async ({ session }) => {
  const library = await filled(session);
  await rowOf(library, 'Gamma').focus();
  await library.keyboard.press('d');
  await expect(rowOf(library, 'Gamma')).toHaveCount(0);
  await expect(rowOf(library, 'Beta')).toBeFocused();
  await part(library, 'Trash');
  await library.getByRole('button', { name: 'Restore Gamma of sorting' }).click();
  await expect(library.getByText('The trash is empty')).toBeVisible();
  await library.goBack();
  await expect(rowOf(library, 'Gamma')).toBeVisible();
});
