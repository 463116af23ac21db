/**
 * Every screen there is, in every language and from right to left, at the width of a zoom of 400 %: nothing is cut off, and axe finds nothing in either theme.
 * The markup is the same in both, so that once it has passed, only what colours change is asked again; forced colours are looked at in one language.
 */
import { readdirSync } from 'node:fs';
import { fill, SCREENS, type Screen, shown } from '../tools/screens.mjs';
import { expectAccessible, expectNoSideScroll, expectNothingCutOff, launch, onlyIn, type Session, test } from './browser';
import { pseudoLocale, rightToLeftTexts } from './pseudo-locale';

onlyIn('chromium', 'languages');

test.describe.configure({ mode: 'parallel' });

for (const language of [...readdirSync('locales').map((file) => file.replace('.json', '').replace('_', '-')), 'pt-PT', 'rtl']) {
  test(`every screen is accessible and fits in ${language}`, async () => {
    test.setTimeout(600_000);
    const session = await launch({ language: language === 'rtl' ? 'en' : language });
    try {
      if (language === 'rtl') await session.context.addInitScript(pseudoLocale, rightToLeftTexts());
      for (const screen of SCREENS.filter(({ empty }) => empty)) await look(session, screen, language);
      await fill(session);
      for (const screen of SCREENS.filter(({ empty }) => !empty)) await look(session, screen, language);
    } finally {
      await session.close();
    }
  });
}

async function look(session: Session, screen: Screen, language: string): Promise<void> {
  const page = await shown(session, screen, { width: 320 });
  await test.step(screen.name, async () => {
    await expectNoSideScroll(page);
    await expectNothingCutOff(page);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page, 'colours');
    if (language !== 'en') return;
    await page.emulateMedia({ forcedColors: 'active' });
    await expectAccessible(page, 'colours');
  });
  await page.close();
}
