/** The panel beside a page: it follows the tab, saves item by item, and leads the page's recording to the moments of a note. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, open, openLibrary, rowOf, type Sample, serve, type Session, TALK, test } from './browser';

const NOTES: Sample = { url: 'https://notes.granted.example/episodes/42-latency/', path: 'tests/fixtures/samples/show-notes.html' };

/** The panel as a page of its own, which follows the window that the tests' pages are in. */
async function openPanel(session: Session, beside: Page): Promise<Page> {
  const windowId = await session.windowOf(beside);
  const panel = await open(session, session.url(`sidepanel.html?window=${windowId}`));
  await beside.bringToFront();
  return panel;
}

// The build in which a host counts as granted.
test.use({ build: 'mv3-e2e' });

test('follows the page, and saves each item by one click', async ({ session }) => {
  serve(session, TALK, NOTES);
  const page = await open(session, NOTES.url);
  const panel = await openPanel(session, page);
  const items = panel.getByRole('list', { name: 'Talks on this page' }).getByRole('listitem');
  await expect(items).toHaveCount(5);
  await panel.getByRole('button', { name: 'Save Queues all the way down' }).click();
  await expect(items.filter({ hasText: 'Queues all the way down' })).toContainText('Saved');
  await expect(items.filter({ hasText: 'Saved' })).toHaveCount(1);
  await page.goto(TALK.url);
  await expect(items).toHaveCount(1);
  await expect(items).toContainText('The Quiet Compiler');
  await session.openBeside(page, 'about:blank');
  await expect(panel.getByText('Talkshelf may not look at this page yet.')).toBeVisible();
  await page.bringToFront();
  await expect(items).toContainText('The Quiet Compiler');
});

test('keeps a note, and plays the page’s recording from its moments', async ({ session }) => {
  serve(session, TALK);
  const page = await open(session, TALK.url);
  await page.evaluate(() => document.body.append(document.createElement('video')));
  const panel = await openPanel(session, page);
  await panel.getByRole('button', { name: 'Save The Quiet Compiler' }).click();
  const note = panel.getByRole('textbox', { name: 'Note' });
  await note.fill('1:05 the first pass\nno time here');
  await panel.getByRole('button', { name: 'Play from 1:05: the first pass' }).click();
  const stands = () => page.evaluate(() => document.querySelector('video')?.currentTime);
  await expect.poll(stands).toBe(65);
  await panel.getByRole('button', { name: 'Note the time' }).click();
  await expect(note).toHaveValue('1:05 the first pass\nno time here\n1:05 ');
  await note.pressSequentially('again');
  await note.blur();

  const library = await openLibrary(session);
  await rowOf(library, 'The Quiet Compiler').click({ position: { x: 200, y: 40 } });
  await expect(library.getByRole('region', { name: 'Details of the talk' })).toContainText('1:05 again');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`has no violations in ${colorScheme}`, async ({ session }) => {
    serve(session, TALK);
    const panel = await openPanel(session, await open(session, TALK.url));
    await panel.emulateMedia({ colorScheme });
    await panel.getByRole('button', { name: 'Save The Quiet Compiler' }).click();
    await panel.getByRole('textbox', { name: 'Note' }).fill('0:10 start');
    await expectAccessible(panel);
  });
}
