/** When the badge speaks up, and when it keeps quiet. */
import type { Page } from '@playwright/test';
import { browserHere, draftsIn, expect, open, openPopup, type Sample, serve, TALK, test } from './browser';

const PLAIN: Sample = {
  url: 'https://media.ccc.de/about',
  body: '<!doctype html><title>About</title><h1>About us</h1><p>Nothing here.</p>',
};
const ELSEWHERE: Sample = { url: 'https://lisbon-compilers.example/meetings/2026-06-18/', path: 'tests/fixtures/samples/meetup.html' };
const GRANTED: Sample = { url: 'https://meet.granted.example/meetings/2026-06-18/', path: 'tests/fixtures/samples/meetup.html' };

test('a page of a named host that has no talk gets no badge', async ({ session }) => {
  serve(session, PLAIN, TALK);
  const page = await open(session, PLAIN.url);
  const other = await open(session, TALK.url);
  await expect.poll(() => session.badge(other)).toBe('1');
  expect(await session.badge(page)).toBe('');
});

test('an unknown host is left alone until it is clicked', async ({ session }) => {
  serve(session, ELSEWHERE, TALK);
  const page = await open(session, ELSEWHERE.url);
  const other = await open(session, TALK.url);
  await expect.poll(() => session.badge(other)).toBe('1');
  expect(await session.badge(page)).toBe('');

  const popup = await openPopup(session, page);
  await expect(draftsIn(popup)).toHaveCount(2);
  await expect.poll(() => session.badge(page)).toBe('2');
});

test('the badge goes with the page: leaving, back through the cache, and forward', async ({ session }) => {
  serve(session, TALK, PLAIN);
  const page = await open(session, TALK.url);
  await expect.poll(() => session.badge(page)).toBe('1');
  await page.evaluate(() => Object.assign(globalThis, { still: 'the same document' }));
  await page.goto(PLAIN.url);
  await expect.poll(() => session.badge(page)).toBe('');
  await page.goBack({ waitUntil: 'commit' });
  expect(await page.evaluate(() => (globalThis as { still?: string }).still)).toBe('the same document');
  await expect.poll(() => session.badge(page)).toBe('1');
  await page.goForward({ waitUntil: 'commit' });
  await expect.poll(() => session.badge(page)).toBe('');
});

test('a page that changes without a load is read again', async ({ session }) => {
  const app: Sample = {
    url: 'https://media.ccc.de/app',
    body: `<!doctype html><title>Home</title><main><h1>Home</h1></main><script>
      function go(path, title, kind) {
        history.pushState(null, '', path);
        document.title = title + ' - media.ccc.de';
        document.body.className = kind;
        document.querySelector('main').replaceChildren(Object.assign(document.createElement('h1'), { textContent: title }));
      }</script>`,
  };
  serve(session, app);
  const page = await open(session, app.url);
  expect(await session.badge(page)).toBe('');
  const go = (path: string, title: string, kind: string) =>
    page.evaluate(([to, name, body]) => (globalThis as unknown as { go: (...parts: string[]) => void }).go(to, name, body), [
      path,
      title,
      kind,
    ] as const);
  await go('/v/borealis26-undo', 'Undo is a feature (talk)', 'page-show');
  await expect.poll(() => session.badge(page), { timeout: 8000 }).toBe('1');
  const popup = await openPopup(session, page);
  await expect(draftsIn(popup)).toContainText('Undo is a feature');
  await popup.close();
  await go('/about', 'About', '');
  await expect.poll(() => session.badge(page), { timeout: 8000 }).toBe('');
});

test('the browser’s own pages are refused with a reason', async ({ session }) => {
  const popup = await openPopup(session, await open(session, browserHere() === 'firefox' ? 'about:license' : 'chrome://version/'));
  await expect(popup.getByText('The browser does not let extensions read this page.')).toBeVisible();
});

test.describe('with a granted host', () => {
  test.use({ build: 'mv3-e2e' });

  test('its pages are noticed without a click', async ({ session }) => {
    serve(session, GRANTED);
    const page = await open(session, GRANTED.url);
    await expect.poll(() => session.badge(page)).toBe('2');
  });
});

test('sites are switched off and on one by one, from the popup and in the settings', async ({ session }) => {
  serve(session, TALK);
  const page = await open(session, TALK.url);
  await expect.poll(() => session.badge(page)).toBe('1');
  const popup = await openPopup(session, page);
  await popup.getByRole('button', { name: 'Noticing talks on this site' }).click();
  const here = popup.getByRole('checkbox', { name: 'Notice talks on this site without a click' });
  await expect(here).toBeChecked();
  await here.click();
  await expect(here).not.toBeChecked();
  await expect.poll(() => session.badge(page)).toBe('');
  await popup.close();
  await page.reload();

  const settings = await open(session, session.url('library.html#/settings/noticing'));
  await settings.getByText('Sites one by one').click();
  const site = settings.getByRole('checkbox', { name: 'media.ccc.de' });
  await expect(site).not.toBeChecked();
  expect(await session.badge(page)).toBe('');
  await page.bringToFront();
  await site.evaluate((box: HTMLElement) => box.click());
  // The page that is being looked at is noticed at once, without a load.
  await expect.poll(() => session.badge(page)).toBe('1');
});

test('“only when I click” leaves every page alone, and is taken back', async ({ session }) => {
  serve(session, TALK);
  const settings = await open(session, session.url('library.html#/settings/noticing'));
  await settings.getByRole('radio', { name: 'Only when I click' }).check();
  await expect.poll(() => registeredGates(settings)).toBe(0);
  const page = await open(session, TALK.url);
  const popup = await openPopup(session, page);
  await expect(draftsIn(popup)).toHaveCount(1);
  await popup.getByRole('button', { name: 'Noticing talks on this site' }).click();
  await expect(popup.getByText('You chose that Talkshelf looks at pages only when you click.')).toBeVisible();
  await popup.close();

  await settings.getByRole('radio', { name: 'On sites that host talks' }).check();
  await expect.poll(() => registeredGates(settings)).toBe(1);
  const again = await open(session, TALK.url);
  await expect.poll(() => session.badge(again)).toBe('1');
});

async function registeredGates(own: Page): Promise<number> {
  return own.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: { scripting: { getRegisteredContentScripts(): Promise<unknown[]> } } };
    return (await chrome.scripting.getRegisteredContentScripts()).length;
  });
}
