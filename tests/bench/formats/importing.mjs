import { A_FILE, inPage } from '../pages.mjs';
import { pressing } from './pressing.mjs';

/** @typedef {{took: number, task: number, key: number, keys: number}} Felt */

/**
 * Imports a file on the library's own page as a person does, into an empty library.
 * @param {string} file @param {Awaited<ReturnType<typeof import('../../tools/chromium.mjs').launch>>} session @param {number} size how many talks it has
 * @returns {Promise<{raw: number, reading: Felt, writing: Felt}>} milliseconds, those of writing the same rows by hand too
 */
export async function importedFrom(file, session, size) {
  const raw = Number(await inPage(session, 'page.html', `bench.rawWrites(${Math.ceil(size / A_FILE)})`));
  const page = await session.context.newPage();
  page.setDefaultTimeout(0);
  await page.goto(session.url('library.html#/import'));
  await page.evaluate(watchFeelings);
  const choosing = page.getByRole('button', { name: 'Choose files' });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), choosing.click()]);
  await chooser.setFiles(file);
  const reading = await pressing(page, `feeling('[data-stage=preview]')`);
  await page.locator('[data-stage=preview] button.primary').click({ noWaitAfter: true });
  const writing = await pressing(page, `feeling('[data-stage=done]')`);
  await page.close();
  return { raw, reading, writing };
}

/** Runs in the page: `feeling(selector)` waits until something is there, and tells what people felt meanwhile. */
function watchFeelings() {
  const felt = { task: 0, key: 0, keys: 0 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) felt.task = Math.max(felt.task, duration);
  }).observe({ type: 'longtask' });
  document.addEventListener('keydown', ({ timeStamp }) => {
    felt.keys += 1;
    felt.key = Math.max(felt.key, performance.now() - timeStamp);
  });
  /** @param {string} selector */
  const feeling = async (selector) => {
    Object.assign(felt, { task: 0, key: 0, keys: 0 });
    const started = performance.now();
    await new Promise((resolve) => {
      const look = () => {
        if (!document.querySelector(selector)) return;
        observer.disconnect();
        resolve(undefined);
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { childList: true, subtree: true, attributes: true });
      look();
    });
    return { ...felt, took: performance.now() - started };
  };
  Object.assign(globalThis, { feeling });
}

/** What people felt, in words. @param {{task: number, key: number, keys: number}} felt */
export function felt({ task, key, keys }) {
  return `a key waited ${key.toFixed(0)} ms at most (of ${keys}), longest task ${task < 50 ? '< 50' : task.toFixed(0)} ms`;
}
