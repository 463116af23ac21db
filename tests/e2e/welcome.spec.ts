/** The page that opens with the installation. */
import { expect, expectAccessible, expectNoSideScroll, launch, test } from './browser';

test('opens once, is accessible in both themes at any width, and its choice holds', async () => {
  const session = await launch({ welcomed: true });
  const welcome = session.context.pages().find((page) => page.url() === session.url('welcome.html'));
  if (!welcome) throw new Error('nobody was welcomed');
  await expect(welcome.getByRole('heading', { level: 2 })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1440, 320]) {
      await welcome.emulateMedia({ colorScheme });
      await welcome.setViewportSize({ width, height: 800 });
      await expectNoSideScroll(welcome);
      await expectAccessible(welcome);
    }
  }
  await expect(welcome.getByRole('radio', { name: 'On sites that host talks' })).toBeChecked();
  await welcome.getByRole('radio', { name: 'On sites that host talks' }).focus();
  await welcome.keyboard.press('ArrowUp');
  await expect(welcome.getByRole('radio', { name: 'Only when I click' })).toBeChecked();

  const opened = session.context.pages().length;
  await welcome.getByRole('link', { name: 'Settings' }).click();
  await expect(welcome.getByRole('radio', { name: 'Only when I click' })).toBeChecked();
  expect(session.context.pages()).toHaveLength(opened);
  await session.close();
});
