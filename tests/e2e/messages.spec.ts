/**
 * Messages made at random, more than a thousand from each place that is not ours: a page, another extension, and the world of our content script in a
 * renderer that was taken over. None has an effect, and none is answered with anything but what the gate is owed. MESSAGE_SEED tries others.
 */
import type { Page } from '@playwright/test';
import fc from 'fast-check';
import type { MessageName } from '../../core/messages';
import { SAMPLE } from '../tools/sample-talks.mjs';
import { OTHER_UUID } from '../tools/firefox-profile.mjs';
import { GECKO_ID } from '../tools/firefox-wire.mjs';
import { ask, expect, launch, onlyIn, open, openLibrary, serve, type Session, TALK, test } from './browser';

const SEED = Number(process.env.MESSAGE_SEED ?? 20261120);
const COUNT = 1200;
const OF_SEED = `MESSAGE_SEED=${SEED}`;
/** The id that follows from the key in the fixture's manifest. */
const CURIOUS = { folder: 'tests/fixtures/extensions/curious', id: 'llffbcmeiafafeaelkmokhdjadkheimm' };

/** Every message there is, as somebody would send it who knows our code. */
const KNOWN: Record<MessageName, unknown> = {
  worthALook: null,
  pageLeft: null,
  readTab: { tabId: 1 },
  save: { drafts: [{ ...SAMPLE[0]!.draft, title: 'Slipped in' }], tags: ['slipped'] },
  search: { query: 'tag:compilers', limit: 1000 },
  sync: { why: 'asked' },
  changed: null,
  noticing: null,
};
const NAMES = [...Object.keys(KNOWN), '__proto__', 'constructor', 'toString', 'then', ''];

const name = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...NAMES) }, fc.string());
const request = fc.oneof(fc.constantFrom(...Object.values(KNOWN)), fc.jsonValue(), fc.record({ tabId: fc.integer() }));
const message = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...Object.entries(KNOWN).map(([known, wanted]) => ({ name: known, request: wanted }))) },
  { weight: 5, arbitrary: fc.record({ name, request }) },
  fc.record(
    { name, request, reply: fc.jsonValue(), error: fc.jsonValue(), sender: fc.jsonValue(), id: fc.string() },
    { requiredKeys: ['name'] },
  ),
  fc.record({ name: fc.jsonValue(), request }),
  fc.array(fc.record({ name, request }), { maxLength: 3 }),
  fc.jsonValue(),
);

/** As text: a `__proto__` in a literal of the language would not be a member. */
const MESSAGES = JSON.stringify(fc.sample(message, { numRuns: COUNT, seed: SEED }));
const parsed = `JSON.parse(${JSON.stringify(MESSAGES)})`;

/** Sends a message in both ways that the browser has, to an extension where it is named; what came back, as text. */
const deliver = `async (message, id) => {
  const to = id === undefined ? [] : [id];
  let answer;
  try {
    const port = chrome.runtime.connect(...to);
    port.onMessage.addListener((told) => { answer = told; });
    port.postMessage(message);
    port.disconnect();
    answer = await chrome.runtime.sendMessage(...to, message) ?? answer;
  } catch {}
  return JSON.stringify(answer ?? null);
}`;

test('from a page: nobody listens', async ({ session }) => {
  const { library, page, before } = await started(session);
  const heard = await page.evaluate(`(async () => {
    const messages = ${parsed}, answers = [];
    let sent = 0, all;
    const back = new Promise((done) => { all = done; });
    addEventListener('message', () => { if (++sent === messages.length) all(); });
    const channel = new BroadcastChannel('talkshelf');
    channel.onmessage = ({ data }) => answers.push(data);
    for (const message of messages) {
      postMessage(message, '*');
      channel.postMessage(message);
      for (const target of [globalThis, document]) target.dispatchEvent(new CustomEvent(String(message?.name), { detail: message }));
      globalThis.chrome?.runtime?.sendMessage?.('${session.id}', message, (answer) => answers.push(answer));
    }
    await back;
    return { answers, sent };
  })()`);
  // Its own are all that it hears.
  expect(heard, OF_SEED).toEqual({ answers: [], sent: COUNT });
  expect(await everything(library), OF_SEED).toEqual(before);
});

test('from another extension: nobody answers', async () => {
  const session = await launch({ beside: [CURIOUS.folder] });
  try {
    const { library, before } = await started(session);
    const inFirefox = session.browser === 'firefox';
    const curious = await open(
      session,
      inFirefox ? `moz-extension://${OTHER_UUID}/page.html` : `chrome-extension://${CURIOUS.id}/page.html`,
    );
    const id = inFirefox ? GECKO_ID : session.id;
    const answers = await curious.evaluate(`Promise.all(${parsed}.map((message) => (${deliver})(message, '${id}')))`);
    expect(new Set(answers as string[]), OF_SEED).toEqual(new Set(['null']));
    await curious.close();
    expect(await everything(library), OF_SEED).toEqual(before);
  } finally {
    await session.close();
  }
});

test.describe(() => {
  onlyIn('chromium', 'content-script-world');
  test('from a renderer that was taken over: only the gate is answered, with a count', async ({ session }) => {
    const { library, page, before } = await started(session);
    const answers = (await inContentScript(session, page, `Promise.all(${parsed}.map((message) => (${deliver})(message)))`)) as string[];
    expect(answers).toHaveLength(COUNT);
    // "Worth a look" and "left" are all that a content script may say, and only without more.
    // A refusal repeats what the sender itself wrote.
    const OWED = /^(null|\{"reply":(1|null)\}|\{"error":"talkshelf: (worthALook|pageLeft) refused: .{1,400}"\})$/;
    const owed = answers.filter((answer) => OWED.test(answer));
    expect(
      answers.filter((answer) => !owed.includes(answer)),
      OF_SEED,
    ).toEqual([]);
    expect(await everything(library), OF_SEED).toEqual(before);
  });
});

test('from our own pages: what is malformed is refused', async ({ session }) => {
  const { library, before } = await started(session);
  const saves = fc.sample(fc.record({ name: fc.constant('save'), request: fc.jsonValue() }), { numRuns: COUNT, seed: SEED });
  const answers = await library.evaluate(
    `Promise.all(JSON.parse(${JSON.stringify(JSON.stringify(saves))}).map((message) => (${deliver})(message)))`,
  );
  expect(
    (answers as string[]).filter((answer) => !answer.startsWith('{"error":"talkshelf: save refused')),
    OF_SEED,
  ).toEqual([]);
  expect(await everything(library), OF_SEED).toEqual(before);
});

/** A library with talks in it and a page that was noticed; what the extension holds now. */
async function started(session: Session): Promise<{ library: Page; page: Page; before: unknown }> {
  serve(session, TALK);
  const library = await openLibrary(session);
  for (const { draft, tags } of SAMPLE) await ask(library, 'save', { drafts: [draft], tags });
  await expect(library.locator('[data-id]')).toHaveCount(SAMPLE.length);
  const page = await open(session, TALK.url);
  await expect.poll(() => session.badge(page)).toBe('1');
  // The index follows in its own time.
  await expect.poll(async () => JSON.stringify(await everything(library)) === JSON.stringify(await everything(library))).toBe(true);
  return { library, page, before: await everything(library) };
}

/** All that the extension holds and could be made to do: every row, every setting, alarms, tabs, scripts, what is on the tabs. */
async function everything(library: Page): Promise<unknown> {
  return library.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Record<string, Record<string, (...given: unknown[]) => Promise<object[]>>> };
    const storage = chrome['storage'] as unknown as Record<'local' | 'session', { get(key: null): Promise<object> }>;
    const rows: Record<string, unknown> = {};
    const database = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open('talkshelf');
      opening.onsuccess = () => done(opening.result);
    });
    for (const table of ['talks', 'meta', 'changes'].filter((each) => database.objectStoreNames.contains(each)))
      rows[table] = await new Promise((done) => {
        const reading = database.transaction(table).objectStore(table).getAll();
        reading.onsuccess = () => done(reading.result);
      });
    database.close();
    return {
      rows,
      settings: await storage.local.get(null),
      onTabs: Object.keys(await storage.session.get(null)).length,
      alarms: (await chrome['alarms']!['getAll']!()).map((alarm) => (alarm as { name: string }).name).sort(),
      scripts: await chrome['scripting']!['getRegisteredContentScripts']!(),
      tabs: (await chrome['tabs']!['query']!({})).length,
    };
  });
}

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
