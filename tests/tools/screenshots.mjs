// Renders popup and library in both themes and several widths, with invented talks:
//   npm run screenshots [-- FOLDER [LANGUAGE]]
// Without a folder they go to .output/screenshots, and those of the README are renewed.
// The built extension must be there (npm run build).
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from './chromium.mjs';
import { shootMoving } from './moving-shots.mjs';
import { SAMPLE } from './sample-talks.mjs';

const folder = process.argv[2] ?? '.output/screenshots';
await mkdir(folder, { recursive: true });
const { context, url, close } = await launch({ language: process.argv[3] });

const ON_PAGE = SAMPLE.slice(0, 2)
  .concat(SAMPLE.slice(6, 8), SAMPLE.slice(9, 10))
  .map(({ draft }) => draft);

const page = await context.newPage();
await shootPopups('empty', []);
await fill(SAMPLE.slice(1));
await shootPopups('talks', ON_PAGE);
await shootPopups('nothing', []);
await shootLibrary();
await close();
if (!process.argv[2]) {
  await cp(join(folder, 'popup-talks-light-420.png'), 'docs/popup.png');
  await cp(join(folder, 'library-detail-light-1440.png'), 'docs/library.png');
}

/** @param {string} name @param {unknown[]} drafts */
async function shootPopups(name, drafts) {
  for (const theme of /** @type {const} */ (['light', 'dark'])) {
    for (const width of [420, 320]) {
      const popup = await context.newPage();
      await answerReadTab(popup, drafts);
      await popup.emulateMedia({ colorScheme: theme });
      await popup.setViewportSize({ width, height: 600 });
      await popup.goto(url('popup.html?tab=1'));
      await popup.locator('[data-state=found], [data-state=nothing]').waitFor();
      await popup.locator('.talk, .empty').first().waitFor();
      await popup.screenshot({ path: join(folder, `popup-${name}-${theme}-${width}.png`) });
      await popup.close();
    }
  }
}

async function shootLibrary() {
  for (const theme of /** @type {const} */ (['light', 'dark'])) {
    for (const width of [1440, 320]) {
      const library = await context.newPage();
      await library.emulateMedia({ colorScheme: theme });
      await library.setViewportSize({ width, height: 900 });
      await library.goto(url('library.html'));
      await library.locator('.talk').nth(3).waitFor();
      await library.screenshot({ path: join(folder, `library-${theme}-${width}.png`) });
      await library
        .locator('.talk')
        .nth(3)
        .click({ position: { x: 200, y: 50 } });
      await library.screenshot({ path: join(folder, `library-detail-${theme}-${width}.png`) });
      await library.keyboard.press('e');
      await library.locator('.editor').waitFor();
      await library.screenshot({ path: join(folder, `editor-${theme}-${width}.png`) });
      await library.keyboard.press('Escape');
      for (const part of ['duplicates', 'tags', 'trash']) {
        await library.goto(url(`library.html#/${part}`));
        await library.locator('.card, .empty').first().waitFor();
        await library.screenshot({ path: join(folder, `${part}-${theme}-${width}.png`) });
      }
      await shootMoving(library, url, folder, `${theme}-${width}`);
      await library.close();
    }
  }
}

/** Saves the talks as the popup does, by message to the worker. @param {typeof SAMPLE} talks */
async function fill(talks) {
  await page.goto(url('library.html'));
  for (const { draft, tags } of talks.toReversed()) {
    await page.evaluate((request) => /** @type {any} */ (globalThis).chrome.runtime.sendMessage({ name: 'save', request }), {
      drafts: [draft],
      tags,
    });
  }
  await page
    .locator('.talk')
    .nth(talks.length - 1)
    .waitFor();
  await twiceAndDeleted();
  for (const [place, presses] of Object.entries({ 1: 2, 3: 1, 5: 2, 6: 3 })) {
    await page.locator(`.talk[aria-rowindex="${place}"]`).focus();
    for (let press = 0; press < presses; press++) await page.keyboard.press('s');
  }
}

/** One talk under another address, for the duplicates; two in the trash. */
async function twiceAndDeleted() {
  const [first, second, third] = SAMPLE;
  const again = { ...second?.draft, links: [], source: { ...second?.draft.source, url: 'https://videos.example/small-databases' } };
  const more = [
    again,
    ...[1, 2].map((part) => ({
      ...third?.draft,
      title: `Part ${part}`,
      source: { ...first?.draft.source, url: `https://parts.example/${part}` },
    })),
  ];
  await page.evaluate(
    (drafts) => /** @type {any} */ (globalThis).chrome.runtime.sendMessage({ name: 'save', request: { drafts, tags: [] } }),
    more,
  );
  for (const title of ['Part 1', 'Part 2']) {
    await page.locator('.talk').filter({ hasText: title }).focus();
    await page.keyboard.press('d');
    await page.locator('.talk').filter({ hasText: title }).waitFor({ state: 'detached' });
  }
}

/** Stands in for the worker's answer to what is on the tab. @param {import('@playwright/test').Page} popup @param {unknown[]} talks */
async function answerReadTab(popup, talks) {
  await popup.addInitScript((drafts) => {
    const source = {
      url: 'https://borealis.example/schedule',
      title: 'Schedule | Borealis 26',
      extractor: 'schedule-page',
      capturedAt: '2026-11-01T08:00:00.000Z',
    };
    const reading = { kind: 'schedule', title: 'Borealis 26', links: [], talks: drafts, source };
    const state = { reply: { url: source.url, page: drafts.length > 0 ? reading : null } };
    const { chrome, browser } = /** @type {any} */ (globalThis);
    for (const api of [chrome, browser]) {
      const send = api?.runtime?.sendMessage?.bind(api.runtime);
      if (!send) continue;
      api.runtime.sendMessage = (/** @type {any} */ message, /** @type {any[]} */ ...rest) => {
        if (message?.name !== 'readTab') return send(message, ...rest);
        if (typeof rest[0] === 'function') return rest[0](state);
        return Promise.resolve(state);
      };
    }
  }, talks);
}
