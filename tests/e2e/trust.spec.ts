/** What nobody but its owner may do to the library, learn of it, or make it ask the network for. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { launch } from '../tools/chromium.mjs';
import { expect, exported, open, openLibrary, openPopup, rowOf, saveAll, type Sample, serve, type Session, TALK, test } from './browser';

const ELSEWHERE: Sample = { ...TALK, url: 'https://talks.example/v/borealis26-quiet-compiler' };
const DRAFT = {
  title: 'Slipped in',
  kind: 'talk',
  speakers: [],
  links: [],
  source: { url: 'https://evil.example/', title: '', extractor: 'x' },
};
const NAMES = ['worthALook', 'pageLeft', 'readTab', 'save', 'changed', '__proto__', 'constructor', 'toString', ''];

/** Messages that a hostile script would try, the same in every run. */
const HOSTILE = [
  ...NAMES.map((name) => ({ name, request: { drafts: [DRAFT], tags: [], tabId: 1 } })),
  ...NAMES.map((name) => ({ name })),
  ...fc.sample(fc.record({ name: fc.constantFrom(...NAMES), request: fc.jsonValue() }), { numRuns: 200, seed: 1 }),
  ...fc.sample(fc.jsonValue(), { numRuns: 100, seed: 2 }),
];

test('a compromised page process cannot write to the library or read from it', async ({ session }) => {
  serve(session, TALK);
  const page = await open(session, TALK.url);
  await expect.poll(() => session.badge(page)).toBe('1');
  const answers = await inContentScript(session, page, `Promise.all(${JSON.stringify(HOSTILE)}.map(${ask}))`);
  // "Worth a look" and "left" are all that a content script may say, and only without more; the number of drafts is all it learns.
  const learned = (answers as string[]).filter((each) => each !== 'nothing' && each !== 'refused');
  expect(['{"reply":1}', '{"reply":null}']).toEqual(expect.arrayContaining(learned));
  await expect(rowsIn(await openLibrary(session))).toHaveCount(0);
});

test('another extension is not answered', async ({}, info) => {
  const other = info.outputPath('other');
  await mkdir(other, { recursive: true });
  await writeFile(join(other, 'manifest.json'), JSON.stringify({ manifest_version: 3, name: 'Curious', version: '1', key: OTHER_KEY }));
  await writeFile(join(other, 'page.html'), '<!doctype html><title>Curious</title>');
  const session = await launch({ beside: [other] });
  try {
    const page = await open(session, `chrome-extension://${OTHER_ID}/page.html`);
    const answers = await page.evaluate(`Promise.all(${JSON.stringify(HOSTILE)}.map((message) => (${ask})(message, '${session.id}')))`);
    expect(new Set(answers as string[])).toEqual(new Set(['nothing']));
    await expect(rowsIn(await openLibrary(session))).toHaveCount(0);
  } finally {
    await session.close();
  }
});

test('our own pages too are refused what is not a talk', async ({ session }) => {
  const library = await openLibrary(session);
  const answers = await library.evaluate(`Promise.all(${JSON.stringify(HOSTILE.filter(isSave))}.map(${ask}))`);
  expect(new Set(answers as string[])).toEqual(new Set(['refused']));
  await expect(rowsIn(library)).toHaveCount(0);
});

test('a page cannot tell that the extension is there', async ({ session }) => {
  serve(session, TALK, ELSEWHERE);
  const seen = await open(session, TALK.url);
  const unseen = await open(session, ELSEWHERE.url);
  await expect.poll(() => session.badge(seen)).toBe('1');
  const files = ['manifest.json', 'popup.html', 'library.html', 'detect.js', 'extract.js', 'icon/16.png', 'talkshelf.schema.json'];
  const addresses = files.map((file) => session.url(file));
  expect(await seen.evaluate(traces, addresses)).toEqual(await unseen.evaluate(traces, addresses));
  expect((await seen.evaluate(traces, addresses)).loaded).toEqual([]);
});

test('a whole session asks the network for nothing', async ({ session }) => {
  serve(session, TALK);
  const popup = await openPopup(session, await open(session, TALK.url));
  await saveAll(popup);
  const library = await openLibrary(session);
  await library.getByRole('searchbox', { name: 'Search your talks' }).fill('quiet');
  await expect(rowOf(library, 'Quiet')).toBeVisible();
  await rowOf(library, 'Quiet').click();
  await exported(session, library, 'HTML');
  expect(session.cutOff).toEqual([]);
});

test('the manifest asks for what is promised, and opens nothing to pages', async () => {
  const manifest = JSON.parse(await readFile('.output/chrome-mv3/manifest.json', 'utf8')) as Record<string, unknown>;
  expect(manifest['permissions']).toEqual(['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'contextMenus', 'alarms', 'sidePanel']);
  expect(manifest['optional_host_permissions']).toEqual(['*://*/*']);
  for (const door of ['web_accessible_resources', 'externally_connectable', 'content_security_policy', 'optional_permissions'])
    expect(manifest[door], door).toBeUndefined();
});

/** A page's script that sends a message, to another extension where an id is given, and says what came of it. */
const ask = `async (message, id) => {
  try {
    const answer = typeof id === 'string' ? await chrome.runtime.sendMessage(id, message) : await chrome.runtime.sendMessage(message);
    return answer === undefined || answer === null ? 'nothing' : 'error' in answer ? 'refused' : JSON.stringify(answer);
  } catch {
    return 'nothing';
  }
}`;

/** What the expression gives in the world of our content script on a page. */
async function inContentScript(session: Session, page: Page, expression: string): Promise<unknown> {
  const debug = await session.context.newCDPSession(page);
  const world = new Promise<number>((found) => {
    debug.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === `chrome-extension://${session.id}`) found(context.id);
    });
  });
  await debug.send('Runtime.enable');
  const { result } = await debug.send('Runtime.evaluate', { contextId: await world, expression, awaitPromise: true, returnByValue: true });
  await debug.detach();
  return result.value;
}

function isSave(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'name' in message && message.name === 'save' && 'request' in message;
}

function rowsIn(library: Page) {
  return library.locator('[data-id]');
}

/** Whatever a page's own script could notice: names of globals, the whole document, style sheets, resources, and whether our files load. */
async function traces(addresses: string[]) {
  const loads = async (address: string) => {
    const byFetch = fetch(address).then(
      () => true,
      () => false,
    );
    const byImage = new Promise<boolean>((done) => {
      const image = new Image();
      image.onload = () => done(true);
      image.onerror = () => done(false);
      image.src = address;
    });
    return (await byFetch) || (await byImage);
  };
  const loaded = await Promise.all(addresses.map(loads));
  const { chrome } = globalThis as { chrome?: object };
  return {
    globals: Object.getOwnPropertyNames(globalThis).sort(),
    chrome: Object.getOwnPropertyNames(chrome ?? {}).sort(),
    markup: new XMLSerializer().serializeToString(document),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    resources: performance.getEntriesByType('resource').filter(({ name }) => !addresses.includes(name)).length,
    loaded: addresses.filter((_address, place) => loaded[place]),
  };
}

/** Any valid key would do; the id follows from it. */
const OTHER_KEY =
  'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDYe0opiPce+i6YWn7n2EPjFp16SdpW8k5uFuV+tuvX/KBwh0WRuwZekRRE3KViSrCc+a7mk7zuP3PVlsOLUqx2vafsBoaxLnMsxpPs/zYb1jv5OUB7eQc1zKEmi1JE0x8FEkudJH9dClCMlRUNCVv9LvvlKgDZmsZNSCw/gcsoXwIDAQAB';
const OTHER_ID = 'llffbcmeiafafeaelkmokhdjadkheimm';
