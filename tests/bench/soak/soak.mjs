// A day's use in minutes: pages are visited, talks noticed, saved, met again and searched, the worker is stopped again and again. What the extension holds
// is looked at all the while; in the end it may not be more than in the beginning.

import { heldInChromium } from './chromium.mjs';
import { heldInFirefox } from './firefox.mjs';

/** @typedef {import('../../tools/session.mjs').Session} Session */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{workerMB: number, libraryMB: number, nodes: number, listeners: number, targets: number, alarms: number, onTabs: number, kBPerTalk: number}} Sample */
/** @typedef {{visits: number, moves: number, saves: number, searches: number, stops: number}} Done */

/** Talks that are there from the start, so that what grows is not the library itself. */
const TALKS = 1000;
const TABS = 3;
const SAMPLES = 12;
const WORDS = ['compiler', 'tag:kept', 'speaker:lima quiet', 'has:video', '"talk number"', 'before:2027', 'borealis -quiet', 'title:talk'];

/** More than so many times as much, and so much more, is not flat. @type {Record<keyof Sample, {times: number, more: number}>} */
const BOUNDS = {
  workerMB: { times: 1.2, more: 2 },
  libraryMB: { times: 1.2, more: 2 },
  nodes: { times: 1.1, more: 200 },
  listeners: { times: 1.1, more: 40 },
  targets: { times: 1, more: 1 },
  alarms: { times: 1, more: 1 },
  onTabs: { times: 1, more: TABS },
  kBPerTalk: { times: 1.5, more: 2.5 },
};

/** @param {Session} session @param {number} minutes @returns {Promise<{done: Done, samples: Sample[]}>} */
export async function soak(session, minutes) {
  const library = await session.context.newPage();
  await library.goto(session.url('library.html'));
  await library.getByRole('searchbox').waitFor();
  for (let from = 0; from < TALKS; from += 100) await save(library, from, 100, 0);
  const tabs = await Promise.all(Array.from({ length: TABS }, () => session.context.newPage()));
  const done = { visits: 0, moves: 0, saves: 0, searches: 0, stops: 0 };
  /** @type {Sample[]} */
  const samples = [];
  const [start, length] = [Date.now(), minutes * 60_000];
  for (let round = 1; Date.now() < start + length; round += 1) {
    await day(session, library, tabs, round, done);
    if (Date.now() - start > (length * (samples.length + 1)) / (SAMPLES + 1)) samples.push(await sample(session, library));
  }
  samples.push(await sample(session, library));
  return { done, samples };
}

/** @param {Session} session @param {Page} library @param {Page[]} tabs @param {number} round @param {Done} done */
async function day(session, library, tabs, round, done) {
  await Promise.all(
    tabs.map(async (tab, place) => {
      const number = (round * TABS + place) % 400;
      const url = `https://media.ccc.de/v/soak-${number}`;
      session.pages.set(url, { body: talkPage(number) });
      await tab.goto(url, { waitUntil: 'domcontentloaded' });
      await tab.evaluate((times) => {
        for (let move = 0; move < times; move += 1) history.pushState(null, '', `#part-${move}`);
      }, 4);
    }),
  );
  done.visits += tabs.length;
  done.moves += 4 * tabs.length;
  // Met again, with another abstract; one in ten is new.
  await save(library, round % 10 === 0 ? TALKS + round : (round * 7) % TALKS, 5, round);
  done.saves += 5;
  for (const words of WORDS) {
    await send(library, { name: 'search', request: { query: words, limit: 50 } });
    done.searches += 1;
  }
  if (round % 5 === 0) await library.getByRole('searchbox').fill(WORDS[round % WORDS.length] ?? '');
  if (round % 3 === 0) {
    await session.stopWorker(library);
    done.stops += 1;
  }
}

/** @param {number} number */
function talkPage(number) {
  return `<!doctype html><title>Soaked talk ${number} - media.ccc.de</title><meta property="og:type" content="video.other"><meta property="author"
    content="Ana Lima"><body class="page-show"><main><h1>Soaked talk ${number}</h1><p class="persons"><a href="/search?p=Ana">Ana Lima</a></p></main>`;
}

/** @param {Page} library @param {number} from @param {number} count @param {number} round */
async function save(library, from, count, round) {
  const drafts = Array.from({ length: count }, (_, at) => ({
    title: `Talk number ${from + at}`,
    kind: 'talk',
    speakers: [{ name: `Speaker ${(from + at) % 90}` }],
    event: { name: `Borealis ${(from + at) % 30}` },
    abstract: `What was said about compilers in round ${round}. `.repeat(8),
    links: [{ kind: 'video', url: `https://videos.example/${from + at}` }],
    source: { url: `https://borealis.example/${from + at}`, title: 'x', extractor: 'talk-page', capturedAt: new Date().toISOString() },
  }));
  await send(library, { name: 'save', request: { drafts, tags: ['kept'] } });
}

/** @param {Page} library @param {object} message */
async function send(library, message) {
  const answer = await library.evaluate((sent) => /** @type {any} */ (globalThis).chrome.runtime.sendMessage(sent), message);
  if (!answer || 'error' in answer) throw new Error(`no answer to ${JSON.stringify(message).slice(0, 100)}: ${JSON.stringify(answer)}`);
}

/** @param {Session} session @param {Page} library @returns {Promise<Sample>} */
async function sample(session, library) {
  // The same view every time.
  await library.bringToFront();
  await library.getByRole('searchbox').fill('');
  await library.locator('[data-id]').nth(5).waitFor();
  // Somebody asks, so that the worker lives.
  await send(library, { name: 'changed', request: null });
  const held = session.browser === 'firefox' ? await heldInFirefox(session, library) : await heldInChromium(session, library);
  return { ...held, ...(await library.evaluate(kept)) };
}

/** Runs in the library. */
async function kept() {
  const { chrome } = /** @type {any} */ (globalThis);
  const [{ usage = 0 }, alarms, onTabs] = await Promise.all([
    navigator.storage.estimate(),
    chrome.alarms.getAll(),
    chrome.storage.session.get(null),
  ]);
  const talks = await new Promise((done) => {
    const opening = indexedDB.open('talkshelf');
    opening.onsuccess = () => {
      const counting = opening.result.transaction('talks').objectStore('talks').count();
      counting.onsuccess = () => {
        opening.result.close();
        done(counting.result);
      };
    };
  });
  return { alarms: alarms.length, onTabs: Object.keys(onTabs).length, kBPerTalk: usage / 1000 / talks };
}

/** What was held at first and at last, and what is not flat. @param {Sample[]} samples */
export function compared(samples) {
  // The first look is of a browser that has not warmed up.
  const warm = samples.slice(1);
  const quarter = Math.max(1, Math.floor(warm.length / 4));
  const of = (/** @type {Sample[]} */ some, /** @type {keyof Sample} */ what) => median(some.map((each) => each[what]));
  const pairs = /** @type {(keyof Sample)[]} */ (Object.keys(BOUNDS)).map((what) => {
    const [first, last] = [of(warm.slice(0, quarter), what), of(warm.slice(-quarter), what)];
    return { what, first, last, isFlat: last <= Math.max(first * BOUNDS[what].times, first + BOUNDS[what].more) };
  });
  return { pairs, grown: pairs.filter(({ isFlat }) => !isFlat).map(({ what }) => what) };
}

/** @param {number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
