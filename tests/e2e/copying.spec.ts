/** Copying talks as text: by key, from the popup and its command, for a selection; and templates of one's own. The clipboard is read back. */
import type { Page } from '@playwright/test';
import { draftOf } from '../unit/drafts';
import { ask, expect, expectAccessible, open, openLibrary, openPopup, rowOf, serve, type Session, TALK, test } from './browser';

async function filled(session: Session, ...titles: string[]): Promise<Page> {
  await session.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const library = await openLibrary(session);
  for (const title of titles) {
    const source = { ...draftOf().source, url: `https://borealis.example/${title}` };
    await ask(library, 'save', { drafts: [draftOf({ title, source })], tags: [] });
  }
  await expect(library.locator('[data-id]')).toHaveCount(titles.length);
  return library;
}

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

test('a talk is copied by keys alone, and the last choice stands first', async ({ session }) => {
  const library = await filled(session, 'Alpha', 'Beta');
  await rowOf(library, 'Alpha').focus();
  await library.keyboard.press('c');
  const dialog = library.getByRole('dialog', { name: 'Copy as' });
  await expect(dialog.getByRole('button', { name: /^Markdown link/ })).toBeFocused();
  await expectAccessible(library);
  await library.keyboard.press('ArrowDown');
  await library.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(library.getByText('1 talk copied as Slack link')).toBeVisible();
  expect(await clipboard(library)).toBe('<https://borealis.example/Alpha|Alpha> — Mara Lindqvist, Borealis 26');
  await rowOf(library, 'Beta').focus();
  await library.keyboard.press('c');
  await expect(dialog.getByRole('button', { name: /^Slack link/ })).toBeFocused();
  await library.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(rowOf(library, 'Beta')).toBeFocused();
});

test('a selection is copied and exported, and so is everything', async ({ session }) => {
  const library = await filled(session, 'Alpha', 'Beta', 'Gamma');
  await rowOf(library, 'Gamma').focus();
  await library.keyboard.press('x');
  await library.keyboard.press('Shift+ArrowDown');
  await expect(library.getByText('2 selected')).toBeVisible();
  await library.keyboard.press('c');
  await library.getByRole('button', { name: /^Jira link/ }).click();
  await expect(library.getByText('2 talks copied as Jira link')).toBeVisible();
  expect(await clipboard(library)).toBe(
    '[Gamma|https://borealis.example/Gamma] — Mara Lindqvist\n[Beta|https://borealis.example/Beta] — Mara Lindqvist',
  );
  await library.getByRole('button', { name: 'Export' }).click();
  await library.getByRole('button', { name: 'Copy Org link', exact: true }).click();
  await expect(library.getByText('2 talks copied as Org link')).toBeVisible();
  await library.getByRole('button', { name: 'Export' }).click();
  await library.getByRole('combobox', { name: 'Which talks' }).selectOption('All talks');
  await expectAccessible(library);
  await library.getByRole('button', { name: 'Copy Org link', exact: true }).click();
  await expect(library.getByText('3 talks copied as Org link')).toBeVisible();
  expect((await clipboard(library)).trim().split('\n')).toHaveLength(3);
});

test('a link is copied as HTML for editors of rich text too', async ({ session }) => {
  const library = await filled(session, 'Alpha');
  await rowOf(library, 'Alpha').focus();
  await library.keyboard.press('c');
  await library.getByRole('button', { name: /^HTML link/ }).click();
  await expect(library.getByText('1 talk copied')).toBeVisible();
  const html = await library.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item?.getType('text/html'))?.text();
  });
  expect(html).toContain('<a href="https://borealis.example/Alpha">Alpha</a>');
});

test('the talk of a page is copied from the popup, saved or not', async ({ session }) => {
  serve(session, TALK);
  await session.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await open(session, TALK.url);
  const popup = await openPopup(session, page);
  await popup.getByRole('checkbox', { name: 'The Quiet Compiler' }).focus();
  await popup.keyboard.press('c');
  await expect(popup.getByRole('dialog', { name: 'Copy as' })).toBeVisible();
  await expectAccessible(popup);
  await popup.keyboard.press('Enter');
  await expect(popup.getByText('1 talk copied as Markdown link')).toBeVisible();
});

test('the command opens the popup with the question how to copy', async ({ session }) => {
  serve(session, TALK);
  const page = await open(session, TALK.url);
  const popup = await session.popupAfter(() => session.command(page, 'copy-talk'));
  await expect(popup.getByRole('dialog', { name: 'Copy as' })).toBeVisible();
});

test('a template of one’s own: tried at every key, its faults shown, kept, used, changed and undone', async ({ session }) => {
  const library = await filled(session, 'Alpha');
  await library.getByRole('link', { name: 'Templates' }).click();
  await expectAccessible(library);
  await library.getByRole('button', { name: 'Use Markdown link as model' }).click();
  await library.getByRole('textbox', { name: 'Name' }).fill('Weekly');
  const text = library.getByRole('textbox', { name: 'Template' });
  const preview = library.locator('output');
  await text.fill('* {{title}}\n{{titel}}');
  await expect(library.getByText('Line 2: There is no field “titel”.')).toBeVisible();
  await expect(library.getByRole('button', { name: 'Save template' })).toBeDisabled();
  await expectAccessible(library);
  await library.getByRole('button', { name: 'Go to line 2' }).click();
  await library.keyboard.type('({{names}})');
  await expect(preview).toHaveText('* Alpha\n(Mara Lindqvist)');
  await library.getByRole('button', { name: '{{event.name}}' }).click();
  await expect(preview).toHaveText('* Alpha\n(Mara Lindqvist)Borealis 26');
  await library.getByRole('button', { name: 'Save template' }).click();
  await expect(library.getByText('Template “Weekly” saved')).toBeVisible();
  await library.reload();
  await library.getByRole('button', { name: 'Edit Weekly' }).click();
  await text.fill('{{title}}!');
  await library.getByRole('button', { name: 'Save template' }).click();
  await library.getByRole('link', { name: 'All talks' }).click();
  await rowOf(library, 'Alpha').focus();
  await library.keyboard.press('c');
  await library.getByRole('button', { name: /^Weekly/ }).click();
  await expect(library.getByText('1 talk copied as Weekly')).toBeVisible();
  expect(await clipboard(library)).toBe('Alpha!');
  await library.getByRole('link', { name: 'Templates' }).click();
  await library.getByRole('button', { name: 'Edit Weekly' }).click();
  await library.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(library.getByRole('button', { name: 'Edit Weekly' })).toHaveCount(0);
  await library.getByRole('button', { name: 'Undo' }).last().click();
  await expect(library.getByRole('button', { name: 'Edit Weekly' })).toBeVisible();
});
