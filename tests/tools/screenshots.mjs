// Renders every screen in both themes, wide and narrow, in three languages, with invented talks:
//   npm run screenshots [-- --only NAME,NAME] [--languages en,de] [--to FOLDER]
// They go to .output/screenshots; those of the README are renewed. `npm run screenshots -- --review` renews the reference pictures that the visual check
// of `npm test` compares with instead (tests/e2e/pictures); look at what `git diff` shows of them before you commit.
// The built extension must be there (npm run build).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './chromium.mjs';
import { fill, SCREENS, shown, SIZES, viewOf } from './screens.mjs';

const { values } = parseArgs({
  options: { review: { type: 'boolean' }, only: { type: 'string' }, languages: { type: 'string' }, to: { type: 'string' } },
});
const folder = values.to ?? '.output/screenshots';
const languages = (values.languages ?? 'en,de,ja').split(',');
const wanted = SCREENS.filter(({ name }) => !values.only || values.only.split(',').includes(name));

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
    if (!values.to && existsSync(join(folder, `${picture}.png`))) await cp(join(folder, `${picture}.png`), `docs/${name}.png`);
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
