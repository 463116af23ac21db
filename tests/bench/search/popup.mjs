// The extension's own popup, opened cold and typed into as a person would, but as quickly as it answers.

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {Awaited<ReturnType<typeof import('../../tools/chromium.mjs').launch>>} Session */
/** @typedef {{query: string, total: number, ids: string[]}} Answer what the popup has to show for a query */

/**
 * Opens the popup and types a word as soon as there is a field.
 * @param {Session} session @param {string} word @param {number} size of the library
 * @returns {Promise<{page: Page, took: number}>} milliseconds from the beginning of the navigation to the first hits on the page
 */
export async function typedInto(session, word, size) {
  const page = await session.context.newPage();
  await page.addInitScript(typeAtOnce, { word, size });
  const tab = await tabOf(session);
  await page.goto(session.url(`popup.html?tab=${tab}`));
  const took = await page.evaluate('firstHits');
  return { page, took: Number(took) };
}

/**
 * Types queries into a popup, one after the other.
 * @param {Page} page @param {Answer[]} answers
 * @returns {Promise<number[]>} milliseconds from each key to its answer on the page; a query whose answer is on the page already is passed over
 */
export function keysInto(page, answers) {
  return page.evaluate(typeAll, answers);
}

/** A tab with nothing on it, for the popup to belong to. @param {Session} session */
async function tabOf(session) {
  const worker = session.context.serviceWorkers()[0];
  return worker?.evaluate('chrome.tabs.query({}).then(([tab]) => tab.id)');
}

/** Runs in the page, before anything of it. @param {{word: string, size: number}} asked */
function typeAtOnce({ word, size }) {
  Object.assign(globalThis, {
    firstHits: new Promise((done) => {
      let typed = false;
      const look = () => {
        const field = /** @type {HTMLInputElement | null} */ (document.querySelector('#search'));
        if (field && !typed) {
          typed = true;
          field.value = word;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        }
        const list = document.querySelector('[role=grid]');
        if (!typed || !list?.querySelector('[data-id]') || list.getAttribute('aria-rowcount') === String(size)) return;
        done(performance.now());
        observer.disconnect();
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, attributes: true });
    }),
  });
}

/** Runs in the page. @param {Answer[]} answers @returns {Promise<number[]>} */
async function typeAll(answers) {
  const field = /** @type {HTMLInputElement} */ (document.querySelector('#search'));
  const shown = () => [...document.querySelectorAll('[data-id]')].slice(0, 5).map((row) => row.getAttribute('data-id'));
  /** @param {Answer} answer */
  const isThere = ({ total, ids }) => {
    const rows = document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') ?? '0';
    return rows === String(total) && shown().every((id, i) => id === ids[i]);
  };
  const times = [];
  for (const answer of answers) {
    const was = isThere(answer);
    const from = performance.now();
    field.value = answer.query;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((done, failed) => {
      const late = setTimeout(() => failed(new Error(`no answer to ${answer.query}`)), 10_000);
      const look = () => {
        if (!isThere(answer)) return;
        clearTimeout(late);
        observer.disconnect();
        done(undefined);
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      look();
    });
    if (!was) times.push(performance.now() - from);
  }
  return times;
}
