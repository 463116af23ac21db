/** The entries of the context menu: a link and a selection are clipped without a request, told in the popup, and taken back. */
import type { Page } from '@playwright/test';
import { hasDisplay, INSTALL, openDisplay } from '../tools/display.mjs';
import { expect, launch, onlyIn, open, openLibrary, rowOf, type Sample, serve, type Session, TALK, test } from './browser';

test.use({ build: 'mv3-e2e' });

const SCHEDULE: Sample = { url: 'https://plan.granted.example/2026/', path: 'tests/fixtures/samples/schedule.html' };
const MEETING: Sample = { url: 'https://lisbon-compilers.example/meetings/2026-06-18/', path: 'tests/fixtures/samples/meetup.html' };
const LINKS: Sample = {
  url: 'https://reading.granted.example/list/',
  body: `<!doctype html><title>Reading</title>
    <a href="https://talks.example/queues"><img alt="Queues"></a> <a href="https://talks.example/queues">Queues That Never  Forget</a>`,
};

interface Click {
  menuItemId: 'link' | 'note';
  linkUrl?: string;
  selectionText?: string;
}

/** Chooses an entry of the menu over the page in front; the menu itself is the browser's own, so its event is sent instead. */
async function choose(session: Session, page: Page, click: Click): Promise<Page> {
  return session.popupAfter(() => session.choose(page, { ...click }));
}

test('a link is saved with its words, without asking for its page, and taken back', async ({ session }) => {
  serve(session, LINKS);
  const page = await open(session, LINKS.url);
  const url = 'https://talks.example/queues';
  const popup = await choose(session, page, { menuItemId: 'link', linkUrl: url });
  await expect(popup.getByRole('status').filter({ hasText: '1 talk saved' })).toBeVisible();
  await expect(rowOf(popup, 'Queues That Never Forget')).toBeVisible();
  expect(session.cutOff).not.toContain(url);
  await popup.keyboard.press('z');
  await expect(rowOf(popup, 'Queues That Never Forget')).toHaveCount(0);
});

test('a link of a schedule is saved as the talk the schedule tells of, and once', async ({ session }) => {
  serve(session, SCHEDULE);
  const page = await open(session, SCHEDULE.url);
  const linkUrl = 'https://plan.granted.example/2026/talks/undo/';
  const popup = await choose(session, page, { menuItemId: 'link', linkUrl });
  await expect(rowOf(popup, 'Undo is a feature')).toContainText('Mirjam Aaltonen');
  await popup.close();
  const again = await choose(session, page, { menuItemId: 'link', linkUrl });
  await expect(again.getByText('1 talk was on your shelf already')).toBeVisible();
  await expect(rowOf(again, 'Undo is a feature')).toHaveCount(1);
  expect(session.cutOff).not.toContain(linkUrl);
});

test('a selection goes into the note of the page’s talk, below what stands there, and is taken back', async ({ session }) => {
  serve(session, TALK, SCHEDULE);
  const page = await open(session, TALK.url);
  const first = await choose(session, page, { menuItemId: 'note', selectionText: 'a user interface' });
  await expect(first.getByText('Added to the talk’s note')).toBeVisible();
  await first.close();
  const second = await choose(session, page, { menuItemId: 'note', selectionText: 'mean more' });
  const library = openLibrary(session);
  await (await library).bringToFront();
  await rowOf(await library, 'The Quiet Compiler').focus();
  const detail = (await library).getByRole('region', { name: 'Details of the talk' });
  await expect(detail).toContainText('a user interface\n\nmean more');
  await second.close();

  const third = await choose(session, page, { menuItemId: 'note', selectionText: 'forty minutes' });
  await expect(detail).toContainText('forty minutes');
  await third.getByRole('button', { name: 'Undo' }).first().click();
  await expect(detail).not.toContainText('forty minutes');
  await expect(detail).toContainText('mean more');
  await third.close();

  const many = await choose(session, await open(session, SCHEDULE.url), { menuItemId: 'note', selectionText: 'Keynote' });
  await expect(many.getByText('This page shows no single talk')).toBeVisible();
});

test.describe(() => {
  onlyIn('chromium', 'menu-keys');
  test('the real menu over a page that no permission covers', async ({ build }, info) => {
    const missing = `the browser's menus need a screen: ${INSTALL}`;
    if (!hasDisplay() && process.env.CI) throw new Error(missing);
    info.skip(!hasDisplay(), missing);
    const display = await openDisplay();
    const session = await launch({ build, headless: false, display: display.name });
    try {
      serve(session, MEETING);
      const page = await open(session, MEETING.url);
      await page.bringToFront();
      await page.getByRole('link', { name: 'Slides' }).click({ button: 'right' });
      const popup = await session.popupAfter(() => {
        // From the last entry, which is the browser's own, to ours above it.
        display.press('Up', 'Up', 'Return');
        return Promise.resolve();
      });
      await expect(rowOf(popup, 'A parser that forgives')).toBeVisible();
    } finally {
      await session.close();
      await display.close();
    }
  });
});
