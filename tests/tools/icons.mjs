// Renders the toolbar icon's sizes from its source with Chromium: npm run icons
import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { chromiumPath, QUIET } from './browser.mjs';

const SIZES = [16, 32, 48, 128];
const FOLDER = 'public/icon';

const drawing = await readFile(`${FOLDER}/talkshelf.svg`, 'utf8');
const browser = await chromium.launch({ executablePath: chromiumPath(), args: QUIET });
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
  );
  await page.screenshot({ path: `${FOLDER}/${size}.png`, omitBackground: true });
}
await browser.close();
