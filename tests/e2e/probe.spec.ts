/** A page that does all it can to learn whether Talkshelf is installed: on a site where it is noticed, where it is not, and after a clip. */
import type { Page } from '@playwright/test';
import { draftsIn, expect, open, openPopup, type Sample, saveAll, serve, type Session, test } from './browser';

const PATH = 'tests/fixtures/hostile/probe.html';
const NOTICED: Sample = { url: 'https://media.ccc.de/v/borealis26-quiet-compiler', path: PATH };
const UNNOTICED: Sample = { url: 'https://talks.example/v/borealis26-quiet-compiler', path: PATH };
/** Extensions that nobody has. */
const NOBODY = { chromium: 'abcdefghijklmnopabcdefghijklmnop', firefox: '01234567-89ab-4cde-8f01-23456789abcd' };
const FILES = ['manifest.json', 'popup.html', 'library.html', 'detect.js', 'extract.js', 'icon/16.png', 'no-such-file'];

/** What the page has found out, without what every page is told of its load, its device and which tab is in front. */
async function probed(session: Session, page: Page) {
  const { told, more, ...rest } = (await session.bare(page, 'probe()')) as {
    told: string[];
    first: { markup: string };
    now: { markup: string };
    more: string[];
    mutations: string[];
    calls: string[];
  };
  return {
    ...rest,
    // The driver's own, in Firefox.
    more: more.filter((name) => !name.startsWith('__pw_')),
    told: told.filter(
      (type) =>
        !/^(visibilitychange|focus|blur|pageshow|load|readystatechange|resize|pagereveal|device\w+|pointer\w+|mouse\w+)$/.test(type),
    ),
  };
}

test('nothing is touched, called, added or told, before and after a clip', async ({ session }) => {
  serve(session, NOTICED, UNNOTICED);
  const noticed = await open(session, NOTICED.url);
  const unnoticed = await open(session, UNNOTICED.url);
  await expect.poll(() => session.badge(noticed)).toBe('1');
  const alone = await probed(session, unnoticed);
  expect(alone).toMatchObject({ calls: [], told: [], mutations: [], more: ['probe'] });
  expect(await probed(session, noticed)).toEqual(alone);

  const popup = await openPopup(session, noticed);
  await expect(draftsIn(popup)).toContainText('The Quiet Compiler');
  await saveAll(popup);
  expect(await probed(session, noticed)).toEqual(alone);
});

test('its files answer as those of an extension that is not there, and as fast', async ({ session }) => {
  const url = 'https://media.ccc.de/about';
  serve(session, { url, body: '<!doctype html><title>About</title><h1>About us</h1>' });
  const page = await open(session, url);
  const outcomes = (id: string) =>
    page.evaluate(
      outcomesOf,
      FILES.map((file) => session.url(file).replace(session.id, id)),
    );
  const theirs = await outcomes(NOBODY[session.browser]);
  expect(await outcomes(session.id)).toEqual(theirs);
  expect(new Set(theirs.flatMap(({ fetched, asImage, asScript, asStyle }) => [fetched, asImage, asScript, asStyle]))).toEqual(
    new Set([false]),
  );
  await expectAsFast(page, session);
});

/** Runs in the page: what comes of every way to load a file. */
async function outcomesOf(addresses: string[]) {
  const loads = (name: 'img' | 'script' | 'link' | 'iframe', values: object) =>
    new Promise<boolean>((done) => {
      const element = Object.assign(document.createElement(name), values);
      element.onload = () => done(true);
      element.onerror = () => done(false);
      document.body.append(element);
    }).finally(() => document.body.lastElementChild?.remove());
  const all = [];
  for (const address of addresses) {
    const fetched = await fetch(address).then(
      () => true,
      () => false,
    );
    const opaque = await fetch(address, { mode: 'no-cors' }).then(({ type }) => type, String);
    const asImage = await loads('img', { src: address });
    const asScript = await loads('script', { src: address });
    const asStyle = await loads('link', { rel: 'stylesheet', href: address });
    const asFrame = await loads('iframe', { src: address });
    const asModule = await import(/* @vite-ignore */ address).then(
      () => 'there',
      (error: unknown) => (error as Error).name,
    );
    all.push({ fetched, opaque, asImage, asScript, asStyle, asFrame, asModule });
  }
  return all;
}

/** The two are asked for in turn; what tells them apart by the clock would tell that we are there. */
async function expectAsFast(page: Page, session: Session): Promise<void> {
  const addresses = [session.id, NOBODY[session.browser]].map((id) => session.url('manifest.json').replace(session.id, id));
  const times = await page.evaluate(async ([ours = '', nobodys = '']) => {
    const taken = { ours: [] as number[], nobodys: [] as number[] };
    for (let turn = 0; turn < 400; turn += 1) {
      const [name, address] = turn % 2 ? (['ours', ours] as const) : (['nobodys', nobodys] as const);
      const from = performance.now();
      await fetch(address).catch(() => undefined);
      taken[name].push(performance.now() - from);
    }
    return taken;
  }, addresses);
  const middle = (all: number[]) => [...all].sort((a, b) => a - b)[all.length / 2] ?? 0;
  const [ours, nobodys] = [middle(times.ours), middle(times.nobodys)];
  console.log(`a refused file: ours ${ours.toFixed(2)} ms, nobody's ${nobodys.toFixed(2)} ms`);
  // The page's clock ticks in steps of 0.1 ms.
  expect(Math.abs(ours - nobodys)).toBeLessThan(0.3 + 0.3 * nobodys);
}
