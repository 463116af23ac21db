// What the extension holds in Firefox, as about:memory counts it.
import { wireOf } from '../../tools/firefox-wire.mjs';

/** @typedef {import('../../tools/session.mjs').Session} Session */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{workerMB: number, libraryMB: number, listeners: number, targets: number}} Counted */

/** Of nodes Firefox tells the size only, which is part of the library's; so those are counted that are on the page. @param {Session} session @param {Page} library */
export async function heldInFirefox(session, library) {
  const wire = wireOf(session.context);
  const pages = ['_generated_background_page.html', 'library.html'].map((page) => session.url(page));
  const count = () => wire.inside(countMemory, pages);
  let [last, counted] = [await count(), await count()];
  // Processes let go of their waste in their own time, and tell nobody.
  for (let more = 0; more < 10 && counted.workerMB + counted.libraryMB < 0.98 * (last.workerMB + last.libraryMB); more += 1)
    [last, counted] = [counted, await count()];
  return { ...counted, nodes: await library.evaluate(() => document.evaluate('count(//node())', document).numberValue) };
}

/** Runs in Firefox itself. @param {import('../../tools/firefox-inside.mjs').Reach} at @param {string[]} pages the background's and the library's @returns {Promise<Counted>} */
async function countMemory({ Services, extension, pause }, pages) {
  const { Cc, Ci } = /** @type {any} */ (globalThis);
  const memory = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
  for (const wanted of ['child-gc-request', 'child-cc-request', 'child-mmu-request']) Services.obs.notifyObservers(null, wanted);
  for (let passed = 0; passed < 25; passed += 1) await pause();
  // In its paths addresses are written with backslashes.
  const [ofWorker = '', ofLibrary = ''] = pages.map((page) => `window-objects/top(${page.replaceAll('/', '\\')}`);
  const counted = { workerMB: 0, libraryMB: 0, listeners: 0, targets: extension.views.size };
  await new Promise((done) =>
    memory.getReports(
      (/** @type {[string, string, number, number, number]} */ ...[, path, , units, amount]) => {
        const isSize = path.startsWith('explicit/') && units === Ci.nsIMemoryReporter.UNITS_BYTES;
        if (isSize && path.includes(ofWorker)) counted.workerMB += amount / 1e6;
        if (isSize && path.includes(ofLibrary)) counted.libraryMB += amount / 1e6;
        if (path.startsWith('event-counts/') && path.includes(ofLibrary) && path.endsWith('event-listeners')) counted.listeners += amount;
      },
      null,
      done,
      null,
      false,
    ),
  );
  if (counted.workerMB === 0 || counted.libraryMB === 0) throw new Error('the background or the library does not live');
  return counted;
}
