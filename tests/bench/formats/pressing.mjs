/** A person who types fast, in milliseconds. */
const EVERY = 100;

/** @typedef {import('@playwright/test').Page} Page */

/**
 * Presses a key again and again while a page works.
 * @param {Page} page @param {string} expression @returns {Promise<any>} what it gives, with `peak`: the highest the heap was above what it was before, in MB
 */
export async function pressing(page, expression) {
  const debugging = await page.context().newCDPSession(page);
  await debugging.send('HeapProfiler.collectGarbage');
  const idle = await heap(debugging);
  let peak = 0;
  const state = { isOver: false };
  const done = page.evaluate(expression).finally(() => (state.isOver = true));
  for (let next = Date.now(); !state.isOver; next += EVERY) {
    await page.keyboard.press('Shift');
    peak = Math.max(peak, (await heap(debugging)) - idle);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, next + EVERY - Date.now())));
  }
  await debugging.detach();
  return { .../** @type {any} */ (await done), peak };
}

/** What the page holds, garbage and buffers included, in MB. @param {import('@playwright/test').CDPSession} debugging */
async function heap(debugging) {
  const usage = /** @type {Record<string, number>} */ (await debugging.send('Runtime.getHeapUsage'));
  return ((usage.usedSize ?? 0) + (usage.backingStorageSize ?? 0)) / 1e6;
}
