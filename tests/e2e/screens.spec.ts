/** Every screen there is, in both themes and several languages, and from right to left, at the width of a zoom of 400 %: axe finds nothing, nothing is cut off. */
import { fill, SCREENS, type Screen, shown } from '../tools/screens.mjs';
import { test, onlyIn, expectAccessible, expectNoSideScroll, launch, type Session } from './browser';
import { pseudoLocale, rightToLeftTexts } from './pseudo-locale';

onlyIn('chromium', 'languages');

test.describe.configure({ mode: 'parallel' });

for (const language of ['en', 'ja', 'de', 'rtl']) {
  test(`every screen is accessible and fits in ${language}`, async () => {
    test.setTimeout(600_000);
    const session = await launch({ language: language === 'rtl' ? 'en' : language });
    try {
      if (language === 'rtl') await session.context.addInitScript(pseudoLocale, rightToLeftTexts());
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
