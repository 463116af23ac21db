/** Every screen there is, in both themes, in English and in Japanese, at the width of a zoom of 400 %: axe finds nothing, and nothing is cut off sideways. */
import { fill, SCREENS, type Screen, shown } from '../tools/screens.mjs';
import { test, onlyIn, expectAccessible, expectNoSideScroll, launch, type Session } from './browser';

onlyIn('chromium', 'languages');

test.describe.configure({ mode: 'parallel' });

for (const language of ['en', 'ja']) {
  test(`every screen is accessible and fits in ${language}`, async () => {
    test.setTimeout(600_000);
    const session = await launch({ language });
    try {
      for (const screen of SCREENS.filter(({ empty }) => empty)) await look(session, screen);
      await fill(session);
      for (const screen of SCREENS.filter(({ empty }) => !empty)) await look(session, screen);
    } finally {
      await session.close();
    }
  });
}

async function look(session: Session, screen: Screen): Promise<void> {
  const page = await shown(session, screen, { width: 320 });
  await test.step(screen.name, async () => {
    await expectNoSideScroll(page);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await expectAccessible(page);
  });
  await page.close();
}
