/** axe on popup and library, in both themes, narrow and wide, with every part of them that can be opened; and what screen readers are told. */
import type { Page } from '@playwright/test';
import { SAMPLE } from '../tools/sample-talks.mjs';
import {
  ask,
  expect,
  expectAccessible,
  expectNoSideScroll,
  onlyIn,
  open,
  openLibrary,
  openPopup,
  rowOf,
  serve,
  type Session,
  TALK,
  test,
} from './browser';

/** A talk with a note beside the samples; resolves when all are in the list. */
async function filled(session: Session): Promise<Page> {
  const library = await openLibrary(session);
  for (const { draft, tags } of SAMPLE) await ask(library, 'save', { drafts: [draft], tags });
  await expect(library.getByText(`${SAMPLE.length} talks`).first()).toBeVisible();
  return library;
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(() => {
    onlyIn('chromium', 'axe');
    test(`the library has no violations in ${colorScheme}`, async ({ session }) => {
      const library = await filled(session);
      await library.emulateMedia({ colorScheme });
      await expectAccessible(library);
      await rowOf(library, 'Clocks That Disagree').focus();
      await library.keyboard.press('x');
      await expect(library.getByText('1 selected')).toBeVisible();
      await expectAccessible(library);
      await library.keyboard.press('Shift+ArrowDown');
      await library.keyboard.press('d');
      await expect(library.getByText('2 talks deleted')).toBeVisible();
      await expectAccessible(library);
      await rowOf(library, 'Fonts Are Programs').focus();
      await library.keyboard.press('e');
      await expect(library.getByRole('dialog')).toBeVisible();
      await expectAccessible(library);
      await library.keyboard.press('Escape');
      await library.getByRole('searchbox').fill('status:nonsense');
      await expect(library.getByText('This value is not known.', { exact: false })).toBeVisible();
      await expectAccessible(library);
      await library.getByRole('searchbox').fill('nothing like this');
      await expect(library.getByText('No talk matches')).toBeVisible();
      await expectAccessible(library);
    });
  });

  test.describe(() => {
    onlyIn('chromium', 'axe');
    test(`the popup has no violations in ${colorScheme}`, async ({ session }) => {
      serve(session, TALK);
      await (await filled(session)).close();
      const page = await open(session, TALK.url);
      const popup = await openPopup(session, page);
      await popup.emulateMedia({ colorScheme });
      await expectAccessible(popup);
      await popup.getByRole('combobox', { name: 'Tags for these talks' }).focus();
      await popup.keyboard.press('ArrowDown');
      await expect(popup.getByRole('option').first()).toBeVisible();
      await expectAccessible(popup);
      const tags = popup.getByRole('button', { name: 'Tags', exact: true });
      await tags.click();
      await expectAccessible(popup);
      await tags.click();
      await popup.getByRole('button', { name: 'Export' }).click();
      await expect(popup.getByRole('button', { name: 'Copy Markdown', exact: true })).toBeVisible();
      await expectAccessible(popup);
      await popup.keyboard.press('Escape');
      await popup.getByRole('button', { name: 'Show the keys' }).click();
      await expect(popup.getByRole('dialog')).toBeVisible();
      await expectAccessible(popup);
    });
  });
}

test.describe(() => {
  onlyIn('chromium', 'axe');
  test('nothing is cut off sideways at 320 px, the width of 400 % zoom', async ({ session }) => {
    const library = await filled(session);
    const popup = await open(session, session.url('popup.html?tab=-1'));
    for (const page of [library, popup]) {
      await page.setViewportSize({ width: 320, height: 256 });
      await expect(page.locator('.talk').first()).toBeAttached();
      await expectNoSideScroll(page);
      await expectAccessible(page);
    }
  });
});

test('what assistive technology reads of a row, the tag box and the messages', async ({ session }) => {
  const library = await filled(session);
  const row = rowOf(library, 'Clocks That Disagree');
  await expect(library.getByRole('grid', { name: 'Saved talks' })).toHaveAttribute('aria-rowcount', String(SAMPLE.length));
  await row.focus();
  await library.keyboard.press('x');
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await expect(row).toMatchAriaSnapshot(`
  - row /Clocks That Disagree/ [selected]:
    - gridcell "Select Clocks That Disagree":
      - checkbox "Select Clocks That Disagree" [checked]
    - gridcell "To watch":
      - combobox "Status of Clocks That Disagree"
    - gridcell /Mateus Farias/:
      - paragraph:
        - link "Clocks That Disagree"
      - paragraph: /Mateus Farias·Distributed Lisbon/
    - gridcell "Edit Clocks That Disagree Delete Clocks That Disagree":
      - button "Edit Clocks That Disagree"
      - button "Delete Clocks That Disagree"
`);
  await library.keyboard.press('t');
  const tags = library.getByRole('combobox', { name: 'Add tags' });
  await expect(tags).toBeFocused();
  await tags.fill('dist');
  await library.keyboard.press('ArrowDown');
  const option = library.getByRole('option', { name: 'distributed', selected: true });
  await expect(option).toBeVisible();
  await expect(tags).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? '');
  await expect(library.locator('.bulk .tagbox')).toMatchAriaSnapshot(`
  - combobox "Add tags" [expanded]: dist
  - listbox:
    - option "distributed" [selected]
`);
  await library.keyboard.press('Escape');
  await row.focus();
  await library.keyboard.press('d');
  await expect(library.getByRole('region', { name: 'Messages' })).toMatchAriaSnapshot(`
  - region "Messages":
    - status:
      - text: 1 talk deleted
      - button "Undo"
      - button "Dismiss"
`);
  await expect(library.locator('.toasts [role=status]')).toHaveAttribute('aria-live', 'polite');
});
