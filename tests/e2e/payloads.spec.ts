/**
 * 170 hostile texts, by every way in (pages, files of every format, messages, another browser's changes), looked at wherever texts come out: nothing of
 * them runs, leads anywhere, or asks for anything.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { marked } from 'marked';
import type { Page } from '@playwright/test';
import { PAYLOADS } from '../fixtures/hostile/payloads';
import { startServer } from '../sync/servers/process';
import { lighttpd } from '../sync/servers/webdav';
import { draftOf } from '../unit/drafts';
import {
  ask,
  browserHere,
  draftsIn,
  expect,
  exported,
  launch,
  onlyIn,
  open,
  openLibrary,
  openPopup,
  serve,
  type Session,
  test,
} from './browser';
import { expectHarmless, expectHarmlessThroughout, expectNothing, watch } from './harmless';
import { filesWith, pagesWith } from './hostile-input';
import { connect } from './connecting';

// Each test has a browser of its own.
test.describe.configure({ mode: 'parallel' });

/** A draft with a text in every field that any text may stand in, and a word to find it by. */
function draftWith(text: string, at: number) {
  const [short, long] = [text.slice(0, 120), text.slice(0, 300)];
  return draftOf({
    title: long.trim() || 'untitled',
    speakers: [{ name: short, affiliation: short }],
    event: { name: long, series: long },
    location: long,
    abstract: `payload${at} ${text}`.slice(0, 4000),
    links: [{ url: `https://videos.example/${at}`, kind: 'video', label: text.slice(0, 200) }],
    source: { ...draftOf().source, url: `https://borealis.example/talks/${at}`, title: long },
  });
}

/** Saves every text by messages, as the popup does, a few drafts each. */
async function saveAll(library: Page): Promise<void> {
  for (const [at, { text }] of PAYLOADS.entries())
    await ask(library, 'save', { drafts: [draftWith(text, at)], tags: [text.slice(0, 60), 'kept'] });
  await expect(library.getByRole('grid')).toHaveAttribute('aria-rowcount', String(PAYLOADS.length));
}

test('there are more than a hundred, each another', () => {
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(100);
  expect(new Set(PAYLOADS.map(({ text }) => text)).size).toBe(PAYLOADS.length);
});

for (const sample of pagesWith(PAYLOADS)) {
  test(`on a page, in the popup and beside it: ${sample.url.slice(0, 60)}`, async ({ session }) => {
    const watching = watch(session);
    serve(session, sample);
    const page = await open(session, sample.url);
    const popup = await openPopup(session, page);
    watching.follow(popup);
    await expect(draftsIn(popup).first()).toBeVisible();
    await expectHarmlessThroughout(popup, watching, session);
    await popup.getByRole('button', { name: /^Save \d+ talks?$/ }).click();
    await expect(draftsIn(popup).filter({ hasText: 'Saved' }).first()).toBeVisible();
    await expectHarmlessThroughout(popup, watching, session);
    await popup.close();
    const panel = await open(session, session.url(`sidepanel.html?window=${await session.windowOf(page)}`));
    await page.bringToFront();
    await expect(panel.getByRole('list', { name: 'Talks on this page' }).getByRole('listitem').first()).toBeVisible();
    await expectHarmless(panel, watching, session);
    expect(await page.evaluate(() => 'owned' in globalThis)).toBe(false);
    const library = await openLibrary(session);
    await expect(library.locator('[data-id]').first()).toBeVisible();
    await expectHarmlessThroughout(library, watching, session);
  });
}

test('in files of every format: in the preview, and when they are in', async ({ session }) => {
  const watching = watch(session);
  const library = await openLibrary(session);
  const data = await library.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, text } of files) transfer.items.add(new File([text], name));
    return transfer;
  }, filesWith(PAYLOADS));
  for (const type of ['dragenter', 'dragover', 'drop']) await library.locator('main').dispatchEvent(type, { dataTransfer: data });
  await library.locator('[data-stage=preview]').waitFor();
  for (const told of await library.locator('[data-stage=preview] summary').all()) await told.click();
  await expectHarmlessThroughout(library, watching, session);
  const partial = library.getByRole('checkbox', { name: /that could be read/ });
  if (await partial.isVisible()) await partial.check();
  await library.getByRole('button', { name: /^Import [\d,]+ talks$/ }).click();
  await expect(library.locator('[data-stage=done]')).toContainText('talks imported', { timeout: 30_000 });
  await expectHarmlessThroughout(library, watching, session);
  for (const place of ['talks', 'tags', 'statistics', 'duplicates', 'templates', 'settings']) {
    await library.goto(session.url(`library.html#/${place}`));
    await library.getByRole('navigation').locator(`[aria-current=page][href="#/${place}"]`).waitFor();
    await expectHarmlessThroughout(library, watching, session);
  }
});

test('sent as messages: in the library’s views and every export', async ({ session }) => {
  test.slow();
  const watching = watch(session);
  const library = await openLibrary(session);
  await saveAll(library);
  await expectHarmlessThroughout(library, watching, session);

  await library.locator('[data-id]').first().focus();
  for (let left = PAYLOADS.length; left > 0; left -= 1) {
    await library.getByRole('region', { name: 'Details of the talk' }).waitFor();
    await expectHarmless(library, watching, session);
    await library.keyboard.press('ArrowDown');
  }
  await library.keyboard.press('e');
  await library.getByRole('textbox', { name: 'Title' }).waitFor();
  await expectHarmless(library, watching, session);
  await library.keyboard.press('Escape');

  const popup = await open(session, session.url('popup.html?tab=-1'));
  await popup.getByRole('searchbox').fill('tag:kept');
  await expect(popup.locator('[data-id]').first()).toBeVisible();
  await expectHarmlessThroughout(popup, watching, session);

  for (const format of ['Atom', 'RSS', 'OPML', 'HTML', 'Bookmarks', 'Markdown']) {
    const text = await exported(session, library, format);
    await expectExportHarmless(session, format, text);
    expectNothing(watching, session);
  }
});

test.describe(() => {
  onlyIn('chromium', 'address-bar');
  test('sent as messages: in the address bar', async ({ session }) => {
    const library = await openLibrary(session);
    await saveAll(library);
    await expectAddressBarHarmless(session, library);
  });
});

test('addresses that are none of the web are refused in every message', async ({ session }) => {
  const watching = watch(session);
  const library = await openLibrary(session);
  const { safeUrl } = await import('../../core/url');
  const unsafe = PAYLOADS.filter(({ text }) => safeUrl(text) === undefined);
  expect(unsafe.length).toBeGreaterThan(100);
  const { source, ...rest } = draftOf();
  const messages = unsafe.flatMap(({ text }) => [
    { ...rest, source: { ...source, url: text } },
    { ...rest, source, links: [{ url: text, kind: 'video' }] },
    { ...rest, source, speakers: [{ name: 'x', url: text }] },
    { ...rest, source, event: { name: 'x', url: text } },
  ]);
  const answers = await library.evaluate(
    (drafts) =>
      Promise.all(
        drafts.map((draft) =>
          (globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<object> } } }).chrome.runtime.sendMessage(
            { name: 'save', request: { drafts: [draft], tags: [] } },
          ),
        ),
      ),
    messages,
  );
  expect(answers.filter((answer) => !('error' in answer))).toEqual([]);
  await expect(library.locator('[data-id]')).toHaveCount(0);
  expectNothing(watching, session);
});

test.describe('from elsewhere', () => {
  test.use({ build: 'mv3-e2e', servers: true });

  test('out of the vault of another browser', async ({ session }) => {
    test.skip(!process.env.CI && !existsSync(lighttpd.program), `${lighttpd.program} is not installed`);
    test.slow();
    const server = await startServer(lighttpd);
    const other = await launch({ build: 'mv3-e2e', servers: true });
    try {
      const from = await openLibrary(session);
      await saveAll(from);
      await enterVault(from, session, server.url);
      await from.getByRole('button', { name: 'Create the vault' }).click();
      await from.getByRole('button', { name: 'I have kept it' }).click();
      await expect(from.getByText('changes were sent')).toBeVisible();
      const watching = watch(other);
      const library = await openLibrary(other);
      await enterVault(library, other, server.url);
      await library.getByRole('button', { name: 'Join the vault' }).click();
      await expect(library.getByText('talks came in')).toBeVisible();
      await library.goto(other.url('library.html#/talks'));
      await expect(library.getByRole('grid')).toHaveAttribute('aria-rowcount', String(PAYLOADS.length));
      await expectHarmlessThroughout(library, { ...watching, told: watching.told.filter((told) => !told.includes(server.url)) }, other);
    } finally {
      await other.close();
      await server.stop();
    }
  });
});

async function enterVault(library: Page, session: Session, address: string): Promise<void> {
  await connect(library, session, address);
  await library.getByRole('textbox', { name: 'Passphrase' }).fill('seven quiet compilers drink tea at noon');
}

interface Suggestion {
  content: string;
  description: string;
}

/** What the address bar offers is XML of its own three elements for the browser, and leads to the web alone. */
async function expectAddressBarHarmless(session: Session, library: Page): Promise<void> {
  const [worker] = session.context.serviceWorkers();
  const queries = PAYLOADS.map((_payload, at) => `payload${at} `);
  const offered = await worker!.evaluate(async (texts) => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        omnibox: {
          onInputChanged: { dispatch(text: string, show: (found: Suggestion[]) => void): void };
          setDefaultSuggestion(suggestion: { description: string }): unknown;
        };
      };
    };
    const found: Suggestion[] = [];
    for (const text of texts) {
      const all = await new Promise<Suggestion[]>((done) => chrome.omnibox.onInputChanged.dispatch(text, done));
      // The browser's own parser throws for what it does not take.
      for (const { description } of all) chrome.omnibox.setDefaultSuggestion({ description });
      found.push(...all);
    }
    return found;
  }, queries);
  expect(offered.length).toBeGreaterThanOrEqual(PAYLOADS.length);
  expect(offered.filter(({ content }) => !/^https?:/.test(content))).toEqual([]);
  const elements = await library.evaluate(
    (descriptions) =>
      descriptions.map((text) => {
        const parsed = new DOMParser().parseFromString(`<line>${text}</line>`, 'application/xml');
        return [...parsed.querySelectorAll('*')].map(({ localName }) => localName).filter((name) => !/^(line|match|dim)$/.test(name));
      }),
    offered.map(({ description }) => description),
  );
  expect(elements.flat()).toEqual([]);
}

/** The file as programs show it: a page in a tab without any policy to hold it back, a feed as XML. */
async function expectExportHarmless(session: Session, format: string, text: string): Promise<void> {
  const isPage = format === 'HTML' || format === 'Bookmarks' || format === 'Markdown';
  const url = `https://reader.example/${format}`;
  const body = format === 'Markdown' ? await marked.parse(text) : text.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  if (!isPage) return expectWellFormed(session, text);
  serve(session, { url, body });
  const shown = await open(session, url);
  await shown.waitForLoadState('networkidle');
  expect(await shown.evaluate(() => 'owned' in globalThis)).toBe(false);
  const active =
    'script, img, svg, math, iframe, object, embed, video, audio, base, link, form, input:not([type=checkbox]), [onload], [onerror]';
  expect(await shown.locator(active).count()).toBe(0);
  expect(await shown.locator('a:not([href^="http"], [href^="mailto:"])').count()).toBe(0);
  await shown.close();
}

async function expectWellFormed(session: Session, text: string): Promise<void> {
  const blank = await open(session, session.url('library.html'));
  const broken = await blank.evaluate(
    (file) => new DOMParser().parseFromString(file, 'application/xml').querySelector('parsererror')?.textContent,
    text,
  );
  expect(broken).toBeUndefined();
  await blank.close();
}

test('the extension can show no notifications, so that none has to be looked at', async () => {
  const manifest = JSON.parse(
    await readFile(`.output/${browserHere() === 'firefox' ? 'firefox' : 'chrome'}-mv3/manifest.json`, 'utf8'),
  ) as { permissions: string[] };
  expect(manifest.permissions).not.toContain('notifications');
});
