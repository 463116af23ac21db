/** The settings: each choice does what it says, in every open view, and stays. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { draftOf } from '../unit/drafts';
import {
  ask,
  draftsIn,
  expect,
  expectAccessible,
  expectNoSideScroll,
  open,
  openLibrary,
  openPopup,
  rowOf,
  type Session,
  serve,
  TALK,
  test,
} from './browser';

async function openSettings(session: Session, section = ''): Promise<Page> {
  const page = await open(session, session.url(`library.html#/settings${section && `/${section}`}`));
  await page.getByRole('heading', { name: 'Settings', level: 2 }).waitFor();
  await page.getByRole('navigation', { name: 'Sections of the settings' }).waitFor();
  return page;
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the settings have no violations in ${colorScheme}, wide and narrow`, async ({ session }) => {
    const settings = await openSettings(session);
    await settings.emulateMedia({ colorScheme });
    await expectAccessible(settings);
    await settings.setViewportSize({ width: 320, height: 800 });
    await expectNoSideScroll(settings);
    await expectAccessible(settings);
  });
}

test('a link leads to a section, by keyboard too', async ({ session }) => {
  const settings = await openSettings(session, 'keyboard');
  await expect(settings.getByRole('heading', { name: 'Keyboard' })).toBeFocused();
  await settings.getByRole('link', { name: 'Appearance' }).focus();
  await settings.keyboard.press('Enter');
  await expect(settings.getByRole('heading', { name: 'Appearance' })).toBeFocused();
});

test('a theme holds for every open page, and after a reload', async ({ session }) => {
  const library = await openLibrary(session);
  await library.emulateMedia({ colorScheme: 'light' });
  const settings = await openSettings(session, 'look');
  const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper(library);
  await settings.getByRole('radio', { name: 'As the system' }).focus();
  await settings.keyboard.press('ArrowDown');
  await expect(settings.getByRole('radio', { name: 'Light' })).toBeChecked();
  await settings.keyboard.press('ArrowDown');
  await expect(settings.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect.poll(() => paper(library)).not.toBe(light);
  await library.reload();
  await expect.poll(() => paper(library)).not.toBe(light);
  await settings.getByRole('radio', { name: 'High contrast' }).check();
  await expect.poll(() => paper(library)).toBe('rgb(255, 255, 255)');
  await expectAccessible(settings);
});

test('new talks start with the tags and the status that are set', async ({ session }) => {
  const settings = await openSettings(session, 'new-talks');
  const tags = settings.getByRole('combobox', { name: 'Tags offered for new talks' });
  await tags.fill('inbox');
  await tags.press('Enter');
  await settings.getByRole('combobox', { name: 'Status of new talks' }).selectOption('watching');

  serve(session, TALK);
  const popup = await openPopup(session, await open(session, TALK.url));
  await expect(popup.getByRole('group', { name: 'Tags for these talks' })).toContainText('inbox');
  await popup.getByRole('button', { name: 'Save 1 talk' }).click();
  await expect(draftsIn(popup)).toContainText('Saved');
  const row = rowOf(await openLibrary(session), 'The Quiet Compiler');
  await expect(row).toContainText('inbox');
  await expect(row.getByRole('combobox')).toHaveValue('watching');
});

test('the keys that the browser really gave are shown', async ({ session }) => {
  const settings = await openSettings(session, 'keyboard');
  for (const keys of ['Alt+Shift+K', 'Alt+Shift+L']) await expect(settings.getByText(keys)).toBeVisible();
  const opened = session.context.waitForEvent('page');
  await settings.getByRole('button', { name: 'Change them in the browser' }).click();
  const there = session.browser === 'firefox' ? 'about:addons' : 'chrome://extensions/shortcuts';
  await expect.poll(async () => (await opened).url()).toBe(there);
});

test('the space that talks take is shown, and grows with them', async ({ session }) => {
  const library = await openLibrary(session);
  const used = async () => {
    const settings = await openSettings(session, 'storage');
    const shown = settings.locator('dl').filter({ hasText: 'Space used' });
    await expect(shown).toContainText(/All talks\s*\d+Trash\s*0Space used\s*[\d.]+ (byte|kB|MB)/);
    const [, count, size, unit] =
      /All talks\D*(\d+)Trash.*Space used([\d.]+) (\w+)/.exec(await shown.innerText().then((text) => text.replace(/\n/g, ''))) ?? [];
    await settings.close();
    return { count: Number(count), bytes: Number(size) * (unit === 'MB' ? 1e6 : unit === 'kB' ? 1e3 : 1) };
  };
  const before = await used();
  const drafts = Array.from({ length: 400 }, (_, place) =>
    draftOf({
      title: `Large ${place}`,
      abstract: `${place} `.repeat(900),
      source: { ...draftOf().source, url: `https://large.example/${place}` },
    }),
  );
  await ask(library, 'save', { drafts, tags: [] });
  await expect.poll(async () => (await used()).count).toBe(400);
  await expect.poll(async () => (await used()).bytes).toBeGreaterThan(before.bytes + 100_000);
});

test('everything can be kept in a file and then erased, in that order only', async ({ session }) => {
  const library = await openLibrary(session);
  await ask(library, 'save', { drafts: [draftOf({ title: 'Kept in a file' })], tags: ['safe'] });
  await expect(rowOf(library, 'Kept in a file')).toBeVisible();
  const settings = await openSettings(session, 'reset');
  // What a person wrote has to be in the file, or erasing would lose it.
  await settings.evaluate(() =>
    (globalThis as unknown as { chrome: { storage: { local: { set: (items: object) => Promise<void> } } } }).chrome.storage.local.set({
      templates: [{ name: 'Mine', text: '{{title}}', escape: 'none' }],
    }),
  );
  await settings.getByRole('button', { name: 'Erase everything…' }).click();
  const dialog = settings.getByRole('dialog');
  const erase = dialog.getByRole('button', { name: 'Erase every talk and setting' });
  await expect(erase).toBeDisabled();
  await expectAccessible(settings);
  const file = test.info().outputPath('backup.json');
  await session.download(() => dialog.getByRole('button', { name: 'Back up everything' }).click(), file);
  const kept = JSON.parse(await readFile(file, 'utf8')) as {
    talks: { title: string; tags: string[] }[];
    backup: unknown;
  };
  expect(kept.backup).toMatchObject({ templates: [{ name: 'Mine', text: '{{title}}' }] });
  expect(kept.talks).toMatchObject([{ title: 'Kept in a file', tags: ['safe'] }]);
  await erase.click();
  await expect(dialog).toBeHidden();
  await expect(library.getByText('Your shelf is empty')).toBeVisible();
});
