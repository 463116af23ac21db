/**
 * How a chosen few screens look, against the pictures in `pictures/`, which somebody has looked at: `npm run screenshots -- --review` renews them.
 * Every machine has the same font, clock and talks here, so that only a change of ours changes a picture; what is left is smoothed edges.
 */
import { readFileSync } from 'node:fs';
import { STEADY } from '../tools/browser.mjs';
import { fill, SCREENS, shown } from '../tools/screens.mjs';
import { expect, onlyIn, test as base } from './browser';
import { launch, type Session } from '../tools/chromium.mjs';

onlyIn('chromium', 'pictures');

const FONT = readFileSync('node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2').toString('base64');
const STYLE = `
  @font-face { font-family: Checked; font-weight: 100 900; src: url(data:font/woff2;base64,${FONT}) }
  :root { --font: Checked; --mono: Checked }
  * { caret-color: transparent !important; scrollbar-width: none !important }
`;

/** As small as shows what they are for. */
const CHOSEN = [
  { name: 'popup-found', width: 420, height: 500, dark: false },
  { name: 'popup-one', width: 320, height: 480, dark: true },
  { name: 'popup-export', width: 420, height: 480, dark: false },
  { name: 'sidepanel', width: 320, height: 400, dark: false },
  { name: 'welcome', width: 1000, height: 400, dark: true },
  { name: 'library-detail', width: 1000, height: 280, dark: false },
  { name: 'library-detail', width: 320, height: 640, dark: true },
  { name: 'library-selected', width: 320, height: 500, dark: false },
  { name: 'duplicates', width: 1000, height: 420, dark: true },
  { name: 'tags', width: 320, height: 500, dark: false },
  { name: 'statistics', width: 1000, height: 600, dark: false },
  { name: 'settings', width: 320, height: 600, dark: true },
  { name: 'import-preview', width: 1000, height: 560, dark: false },
];

const test = base.extend<object, { steady: Session }>({
  steady: [
    async ({}, use) => {
      const session = await launch({ language: 'en', more: STEADY });
      await fill(session);
      await use(session);
      await session.close();
    },
    { scope: 'worker' },
  ],
});

test.skip(
  process.platform !== 'linux',
  'the reference pictures are of Linux, where CI looks at them: check boxes and menus look otherwise elsewhere',
);

for (const { name, width, height, dark } of CHOSEN) {
  const picture = `${name}-${width}-${dark ? 'dark' : 'light'}`;
  test(`${picture} looks as reviewed`, async ({ steady }) => {
    const screen = SCREENS.find((each) => each.name === name);
    if (!screen) throw new Error(`there is no screen ${name}`);
    const page = await shown(steady, screen, { width, height, dark, style: STYLE });
    await expect(page, 'looks otherwise than reviewed: see the pictures, then npm run screenshots -- --review').toHaveScreenshot(
      `${picture}.png`,
      {
        maxDiffPixels: 120,
        threshold: 0.05,
      },
    );
    await page.close();
  });
}
