// Renders every screen in both themes, wide and narrow, in three languages, with invented talks:
//   npm run screenshots [-- --only NAME,NAME] [--languages en,de] [--to FOLDER]
// They go to .output/screenshots; those of the README are renewed. `npm run screenshots -- --review` renews the reference pictures that the visual check
// of `npm test` compares with instead (tests/e2e/pictures); look at what `git diff` shows of them before you commit.
// `npm run screenshots -- --store` makes the pictures of the stores' listings (store/README.md), 1280 by 800, in every language, in .output/store.
// The built extension must be there (npm run build).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './chromium.mjs';
import { fill, SCREENS, shown, SIZES, viewOf } from './screens.mjs';

const { values } = parseArgs({
  options: {
    review: { type: 'boolean' },
    store: { type: 'boolean' },
    only: { type: 'string' },
    languages: { type: 'string' },
    to: { type: 'string' },
  },
});
/** What the stores show, in their order and size. */
const STORE = { screens: ['library-detail', 'popup-found', 'library-columns', 'sidepanel-items', 'statistics'], width: 1280, height: 800 };

const folder = values.to ?? (values.store ? '.output/store' : '.output/screenshots');
const everyLanguage = (await readdir('locales')).map((file) => file.replace('.json', '')).join(',');
const languages = (values.languages ?? (values.store ? everyLanguage : 'en,de,ja')).split(',');
const only = values.only?.split(',') ?? (values.store ? STORE.screens : undefined);
const wanted = SCREENS.filter(({ name }) => !only || only.includes(name));

/** The pictures of the README, by the screen they show. */
const IN_README = {
  popup: 'popup-found-en-light-420',
  library: 'library-detail-en-light-1440',
  columns: 'library-columns-en-light-1440',
  statistics: 'statistics-en-dark-1440',
};

if (values.review) {
  const { status } = spawnSync('npx', ['--no-install', 'playwright', 'test', '-c', 'tests/e2e', 'visual', '--update-snapshots=all'], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} else {
  await mkdir(folder, { recursive: true });
  for (const language of languages) await shootAll(language);
  for (const [name, picture] of Object.entries(IN_README))
    if (!values.to && !values.store && existsSync(join(folder, `${picture}.png`)))
      await cp(join(folder, `${picture}.png`), `docs/${name}.png`);
}

/** @param {string} language */
async function shootAll(language) {
  const session = await launch({ language });
  await shoot(
    session,
    language,
    wanted.filter(({ empty }) => empty),
  );
  await fill(session);
  await shoot(
    session,
    language,
    wanted.filter(({ empty }) => !empty),
  );
  await session.close();
}

/** @param {import('./chromium.mjs').Session} session @param {string} language @param {import('./screens.mjs').Screen[]} screens */
async function shoot(session, language, screens) {
  if (values.store) return shootForStore(session, language, screens);
  for (const screen of screens) {
    for (const width of SIZES[viewOf(screen)].widths) {
      for (const theme of ['light', 'dark']) {
        const page = await shown(session, screen, { width, dark: theme === 'dark' });
        await page.screenshot({ path: join(folder, `${screen.name}-${language}-${theme}-${width}.png`) });
        await page.close();
      }
    }
  }
}

/** @param {import('./chromium.mjs').Session} session @param {string} language @param {import('./screens.mjs').Screen[]} screens */
async function shootForStore(session, language, screens) {
  const { width, height } = STORE;
  for (const screen of screens) {
    const page = await shown(session, screen, { width, height });
    await page.screenshot({ path: join(folder, `${language}-${STORE.screens.indexOf(screen.name) + 1}-${screen.name}.png`) });
    await page.close();
  }
}
