/** When the badge speaks up, and when it keeps quiet. */
import { draftsIn, expect, open, openPopup, type Sample, serve, TALK, test } from './browser';

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
  const popup = await openPopup(session, await open(session, 'chrome://version/'));
  await expect(popup.getByText('The browser does not let extensions read this page.')).toBeVisible();
});

test.describe('with a granted host', () => {
  test.use({ build: 'chrome-mv3-e2e' });

  test('its pages are noticed without a click', async ({ session }) => {
    serve(session, GRANTED);
    // A page that was opened before the extension had settled in would only be seen at its next load.
    const own = await open(session, session.url('manifest.json'));
    await expect.poll(() => own.evaluate(registeredScripts)).toBe(1);
    const page = await open(session, GRANTED.url);
    await expect.poll(() => session.badge(page)).toBe('2');
  });
});

async function registeredScripts(): Promise<number> {
  const { chrome } = globalThis as unknown as { chrome: { scripting: { getRegisteredContentScripts(): Promise<unknown[]> } } };
  return (await chrome.scripting.getRegisteredContentScripts()).length;
}
