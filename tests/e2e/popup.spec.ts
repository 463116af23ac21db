/** The popup beyond the save: a talk corrected before it is saved, a saved one of which the page says more, and kept searches. */
import { draftOf } from '../unit/drafts';
import { ask, draftsIn, expect, expectAccessible, open, openLibrary, openPopup, rowOf, serve, TALK, test } from './browser';

test('a talk is corrected before it is saved, by keyboard, and stays so', async ({ session }) => {
  serve(session, TALK);
  const popup = await openPopup(session, await open(session, TALK.url));
  await expect(popup.getByRole('checkbox', { name: 'The Quiet Compiler' })).toBeFocused();
  await popup.keyboard.press('e');
  const title = popup.getByRole('textbox', { name: 'Title' });
  await expect(title).toBeFocused();
  await expectAccessible(popup);
  await title.fill('The Quieter Compiler');
  await popup.getByRole('textbox', { name: 'Note' }).fill('for the reading group');
  await popup.keyboard.press('Control+Enter');
  await expect(draftsIn(popup)).toContainText('The Quieter Compiler');
  await popup.getByRole('button', { name: 'Save 1 talk' }).click();
  await expect(draftsIn(popup)).toContainText('Saved');
  const row = rowOf(popup, 'The Quieter Compiler');
  await expect(row).toBeVisible();

  // The page still says the old title; what was corrected is not taken back by another save.
  const again = await openPopup(session, await open(session, TALK.url));
  await expect(rowOf(again, 'The Quieter Compiler')).toBeVisible();
  await expect(rowOf(again, 'The Quiet Compiler')).toHaveCount(0);
});

test('a saved talk of which the page says more is marked, and saved again on demand', async ({ session }) => {
  const library = await openLibrary(session);
  const source = { ...draftOf().source, url: TALK.url };
  await ask(library, 'save', {
    drafts: [draftOf({ title: 'The Quiet Compiler', abstract: undefined, starts: undefined, source })],
    tags: [],
  });
  serve(session, TALK);
  const popup = await openPopup(session, await open(session, TALK.url));
  await expect(draftsIn(popup)).toContainText('Saved; this page says more now');
  await popup.getByRole('checkbox', { name: 'The Quiet Compiler' }).check();
  await popup.getByRole('button', { name: 'Save 1 talk' }).click();
  await expect(draftsIn(popup)).not.toContainText('says more');
});

test('kept searches are one press away', async ({ session }) => {
  const library = await openLibrary(session);
  for (const title of ['Alpha of parsing', 'Beta of sorting']) {
    const source = { ...draftOf().source, url: `https://borealis.example/${encodeURIComponent(title)}` };
    await ask(library, 'save', { drafts: [draftOf({ title, source })], tags: [] });
  }
  await library.getByRole('searchbox').fill('parsing');
  await library.getByRole('button', { name: 'Save search' }).click();
  await library.getByRole('textbox', { name: 'Name of the search' }).fill('Parsers');
  await library.keyboard.press('Enter');

  serve(session, TALK);
  const popup = await openPopup(session, await open(session, TALK.url));
  const chip = popup.getByRole('button', { name: 'Parsers' });
  await chip.click();
  await expect(popup.locator('[data-id]')).toHaveCount(1);
  await expectAccessible(popup);
  await chip.click();
  await expect(popup.locator('[data-id]')).toHaveCount(2);
});
