// From clicking Save in the real popup to the row in an open library page: npm run bench:save
// Beside it, in the same run, the floor: one strict IndexedDB transaction of the same row by hand.
import { launch } from '../tools/chromium.mjs';

const RUNS = 20;

/** @param {number[]} times */
const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

const session = await launch();
const library = await session.context.newPage();
await library.goto(session.url('library.html'));
await library.getByRole('searchbox').waitFor();
const times = [];
const floors = [];
for (let run = 0; run < RUNS; run += 1) {
  const title = `Measured talk number ${run}`;
  const url = `https://media.ccc.de/v/bench-${run}`;
  session.pages.set(url, {
    body: `<!doctype html><title>${title} - media.ccc.de</title><meta property="og:type" content="video.other"><meta property="author" content="Mara Lindqvist"><body class="page-show"><h1>${title}</h1>`,
  });
  const page = await session.context.newPage();
  await page.goto(url);
  const popup = await session.clickAction(page);
  const button = popup.getByRole('button', { name: 'Save 1 talk' });
  await button.waitFor();
  // Both pages share the machine's clock, so each notes its own moment and nothing of the driver is measured.
  const seen = library.evaluate(noteRow, title);
  const clicked = await popup.evaluate(clickSave);
  times.push((await seen) - clicked);
  floors.push(await library.evaluate(strictWrite, title));
  await popup.close();
  await page.close();
}
await session.close();

const [value, floor] = [median(times), median(floors)];
console.log(
  `click on Save -> row in the open library: median ${value.toFixed(1)} ms, longest ${Math.max(...times).toFixed(1)} ms over ${RUNS} runs (budget: 150 ms)`,
);
console.log(`one strict IndexedDB write by hand: median ${floor.toFixed(1)} ms`);
const figure = {
  value: Number(value.toFixed(1)),
  unit: 'ms',
  against: `strict IndexedDB write, ${floor.toFixed(1)} ms`,
  ratio: Number((value / floor).toFixed(1)),
};
console.log(JSON.stringify({ bench: 'save', figures: { 'save to row': figure } }));

/** Runs in the library. @param {string} title @returns {Promise<number>} when the row was there, in ms since 1970 */
function noteRow(title) {
  return new Promise((done) => {
    const look = () => {
      const there = [...document.querySelectorAll('[data-id]')].some((row) => row.textContent.includes(title));
      if (!there) return;
      observer.disconnect();
      done(performance.timeOrigin + performance.now());
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    look();
  });
}

/** Runs in the popup. @returns {number} when Save was clicked, in ms since 1970 */
function clickSave() {
  const button = [...document.querySelectorAll('button')].find((candidate) => /^Save 1 talk/.test(candidate.textContent));
  const at = performance.timeOrigin + performance.now();
  button?.click();
  return at;
}

/** Runs in the library. @param {string} title @returns {Promise<number>} milliseconds */
function strictWrite(title) {
  return new Promise((done, failed) => {
    const opening = indexedDB.open('bench-floor', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' });
    opening.onerror = failed;
    opening.onsuccess = () => {
      const from = performance.now();
      const writing = opening.result.transaction('rows', 'readwrite', { durability: 'strict' });
      writing.objectStore('rows').put({ id: title, title });
      writing.oncomplete = () => {
        opening.result.close();
        done(performance.now() - from);
      };
    };
  });
}
