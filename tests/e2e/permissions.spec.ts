/** What the browser is asked for, answered at its own prompts: granted, refused, and taken away while a page is open; everywhere and for one site. */
import type { Page } from '@playwright/test';
import { hasDisplay, INSTALL, openDisplay } from '../tools/display.mjs';
import { onlyIn, expect, expectAccessible, launch, open, openPopup, type Sample, serve, type Session, test as base } from './browser';

onlyIn('chromium', 'prompts');

const MEETING: Sample = { url: 'https://lisbon-compilers.example/meetings/2026-06-18/', path: 'tests/fixtures/samples/meetup.html' };

/** A browser on a screen, with a hand that presses keys there. */
interface Shown {
  session: Session;
  press: (...keys: string[]) => void;
}

const test = base.extend<{ shown: Shown }>({
  shown: async ({ build }, use, info) => {
    const missing = `the browser's prompts need a screen: ${INSTALL}`;
    if (!hasDisplay() && process.env.CI) throw new Error(missing);
    info.skip(!hasDisplay(), missing);
    const display = await openDisplay();
    const session = await launch({ build, headless: false, display: display.name });
    await use({ session, press: display.press });
    await session.close();
    await display.close();
  },
});

/**
 * Answers the prompt: its buttons are Deny and Allow, and Escape denies. Nothing tells a test that the prompt is there (it is no page, and X gives it no
 * name), so the keys are pressed until what was asked is answered.
 */
async function answer({ press }: Shown, yes: boolean, answered: () => Promise<unknown>): Promise<void> {
  await expect(async () => {
    press(...(yes ? ['Tab', 'Return'] : ['Escape']));
    await answered();
  }).toPass({ intervals: [1000, 2000], timeout: 30_000 });
}

async function openChoice({ session }: Shown): Promise<Page> {
  const settings = await open(session, session.url('library.html#/settings/noticing'));
  await settings.getByRole('radio', { name: 'On sites that host talks' }).waitFor();
  await settings.bringToFront();
  return settings;
}

/** Withholds the hosts as a person does on the browser's own page for the extension. */
async function withhold({ session }: Shown): Promise<void> {
  const own = await open(session, 'chrome://extensions/');
  await own.evaluate(
    (extensionId) =>
      (
        globalThis as unknown as { chrome: { developerPrivate: { updateExtensionConfiguration(update: object): Promise<void> } } }
      ).chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' }),
    session.id,
  );
  await own.close();
}

test('everywhere: refused, granted, and taken away while a page is open', async ({ shown }) => {
  const { session } = shown;
  serve(session, MEETING);
  const settings = await openChoice(shown);
  const everywhere = settings.getByRole('radio', { name: 'On every site' });
  const refusal = settings.getByText('The browser did not allow it');
  await everywhere.click();
  await answer(shown, false, () => expect(refusal).toBeVisible({ timeout: 1000 }));
  await expect(everywhere).not.toBeChecked();

  await everywhere.click();
  await answer(shown, true, () =>
    expect(refusal)
      .toBeHidden({ timeout: 1000 })
      .then(() => expect.poll(() => mayRead(session)).toBe(true)),
  );
  await expect(everywhere).toBeChecked();
  const page = await open(session, MEETING.url);
  await expect.poll(() => session.badge(page)).toBe('2');

  await withhold(shown);
  await expect.poll(() => session.badge(page)).toBe('!');
  const library = await open(session, session.url('library.html'));
  const alert = library.getByRole('alert');
  await expect(alert).toContainText('The browser no longer lets Talkshelf notice talks on every site.');
  await expectAccessible(library);
  await library.bringToFront();
  await alert.getByRole('button', { name: 'Allow again' }).click();
  await answer(shown, false, () => expect(alert).toContainText('The browser did not allow it', { timeout: 1000 }));
});

test('what was taken away can be done without', async ({ shown }) => {
  const { session } = shown;
  await withhold(shown);
  const library = await open(session, session.url('library.html'));
  const alert = library.getByRole('alert');
  await expect(alert).toContainText('no longer lets Talkshelf notice talks on these sites');
  await alert.getByRole('button', { name: 'Go on without' }).click();
  await expect(alert).toBeHidden();
  await library.reload();
  await expect(library.getByText('Your shelf is empty')).toBeVisible();
  await expect(alert).toBeHidden();
});

test('one site: granted from the popup, and given back', async ({ shown }) => {
  const { session } = shown;
  serve(session, MEETING);
  const page = await open(session, MEETING.url);
  const ask = async (): Promise<Page> => {
    const popup = await openPopup(session, page);
    await popup.getByRole('button', { name: 'Noticing talks on this site' }).click();
    return popup;
  };
  const here = (popup: Page) => popup.getByRole('checkbox', { name: 'Notice talks on this site without a click' });
  await here(await ask()).click();
  await answer(shown, true, () => expect.poll(() => mayRead(session), { timeout: 1500 }).toBe(true));
  await page.bringToFront();
  await page.reload();
  await expect.poll(() => session.badge(page)).toBe('2');

  const popup = await ask();
  await expect(here(popup)).toBeChecked();
  await here(popup).click();
  await expect.poll(() => mayRead(session)).toBe(false);
  await expect.poll(() => session.badge(page)).toBe('');
});

/** Whether the browser lets the extension read the meeting's page, asked from an inert page of ours that stays behind. */
async function mayRead(session: Session): Promise<boolean> {
  const inert = session.context.pages().find((page) => page.url() === session.url('manifest.json'));
  const own = inert ?? (await open(session, session.url('manifest.json')));
  return own.evaluate(() =>
    (globalThis as unknown as { chrome: { permissions: { contains(wanted: object): Promise<boolean> } } }).chrome.permissions.contains({
      origins: ['*://lisbon-compilers.example/*'],
    }),
  );
}
