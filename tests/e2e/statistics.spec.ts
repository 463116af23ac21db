/** The library in numbers: every chart has its table, and follows what is saved. */
import { SAMPLE } from '../tools/sample-talks.mjs';
import { ask, expect, expectAccessible, expectNoSideScroll, openLibrary, test } from './browser';

test('shows charts with their tables, live, accessible in both themes at any width', async ({ session }) => {
  const library = await openLibrary(session);
  await library.getByRole('link', { name: 'Statistics' }).click();
  await expect(library.getByText('Your shelf is empty')).toBeVisible();
  for (const { draft, tags } of SAMPLE) await ask(library, 'save', { drafts: [draft], tags });
  await expect(library.getByRole('img', { name: 'Most talks: Borealis 26, 3' })).toBeVisible();
  await library.getByText('Table: Events').click();
  await expect(library.getByRole('row', { name: 'Borealis 26 3' })).toBeVisible();
  await library.getByText('Table: Tags over time').click();
  await expect(library.getByRole('columnheader', { name: 'databases' })).toBeVisible();
  await expect(library.getByRole('img', { name: `${SAMPLE.length} talks saved, 0 of them watched`, exact: false })).toBeVisible();

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1440, 320]) {
      await library.emulateMedia({ colorScheme });
      await library.setViewportSize({ width, height: 900 });
      await expectNoSideScroll(library);
      await expectAccessible(library);
    }
  }
});
