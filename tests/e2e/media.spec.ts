/** The library on paper, with more contrast, with the system's own colours, and without motion. */
import type { Page } from '@playwright/test';
import { draftOf } from '../unit/drafts';
import { ask, expect, openLibrary, rowOf, type Session, test } from './browser';

const TITLES = Array.from({ length: 70 }, (_, place) => `Talk number ${place + 1}`);

async function filled(session: Session): Promise<Page> {
  const library = await openLibrary(session);
  const drafts = TITLES.map((title) =>
    draftOf({
      title,
      source: { ...draftOf().source, url: `https://borealis.example/${encodeURIComponent(title)}` },
      links: [{ url: `https://slides.example/${encodeURIComponent(title)}`, kind: 'slides' }],
    }),
  );
  await ask(library, 'save', { drafts, tags: ['craft'] });
  await expect(library.getByText('70 talks').first()).toBeVisible();
  return library;
}

test('on paper there are all talks that are read, nothing to press, and the open talk with its addresses', async ({ session }) => {
  const library = await filled(session);
  await library.emulateMedia({ colorScheme: 'dark' });
  await rowOf(library, 'Talk number 3').first().focus();
  const detail = library.getByRole('region', { name: 'Details of the talk' });
  await expect(detail.getByRole('heading', { level: 2 })).toHaveText('Talk number 3');
  // The rest of the list is read once nobody types.
  await expect.poll(() => library.locator('[data-id]').count()).toBeLessThan(30);
  await library.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(library.locator('[data-id]')).toHaveCount(70);
  await expect(library.getByRole('button')).toHaveCount(0);
  await expect(library.getByRole('searchbox')).toBeHidden();
  await expect(library.getByRole('navigation')).toBeHidden();
  const boxes = await library
    .locator('[data-id]')
    .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().toJSON() as DOMRect));
  for (const [place, { top }] of boxes.entries()) if (place > 0) expect(top).toBeGreaterThanOrEqual(boxes[place - 1]!.bottom - 1);
  const address = await detail
    .getByRole('link', { name: 'Slides' })
    .first()
    // Firefox tells which attribute it writes, Chromium what stands in it.
    .evaluate((link) => getComputedStyle(link, '::after').content.replace('attr(href)', link.getAttribute('href') ?? ''));
  expect(address).toContain('https://slides.example/Talk%20number%203');
  const colours = await library.evaluate(() => getComputedStyle(document.body).color);
  expect(colours, 'dark ink, whatever the theme').toBe('rgb(29, 33, 38)');
  expect((await library.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
  await library.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  await expect.poll(() => library.locator('[data-id]').count()).toBeLessThan(30);
});

test('on paper it is said how much of a long list is there', async ({ session }) => {
  const library = await filled(session);
  for (let more = 0; more < 3; more++) {
    const drafts = Array.from({ length: 70 }, (_, place) =>
      draftOf({ title: `More ${more} ${place}`, source: { ...draftOf().source, url: `https://more.example/${more}/${place}` } }),
    );
    await ask(library, 'save', { drafts, tags: [] });
  }
  await expect(library.getByText('280 talks').first()).toBeVisible();
  await library.emulateMedia({ media: 'print' });
  await expect(library.getByText(/^\d+ of 280 talks are printed/)).toBeVisible();
});

test('more contrast where the system wants it, at once', async ({ session }) => {
  const library = await filled(session);
  const ink = () => library.evaluate(() => getComputedStyle(document.body).color);
  await library.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
  await expect.poll(ink).toBe('rgb(29, 33, 38)');
  await library.emulateMedia({ colorScheme: 'light', contrast: 'more' });
  await expect.poll(ink).toBe('rgb(0, 0, 0)');
  await library.emulateMedia({ colorScheme: 'dark', contrast: 'more' });
  await expect.poll(ink).toBe('rgb(255, 255, 255)');
});

test('what is chosen shows in forced colours too', async ({ session }) => {
  const library = await filled(session);
  await library.emulateMedia({ forcedColors: 'active' });
  const outline = (page: Page, selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(await outline(library, '.places [aria-current]')).toBe('solid');
  expect(await outline(library, '.places a:not([aria-current])')).toBe('none');
  await rowOf(library, 'Talk number 3').first().click();
  expect(await outline(library, '.talk[data-current=true]')).toBe('solid');
  await library.getByRole('combobox', { name: 'Sort', exact: true }).selectOption('Title');
  await library.getByRole('button', { name: 'Reverse the order' }).click();
  expect(await outline(library, '.sort-pick [aria-pressed=true]')).toBe('solid');
});

test('nothing moves where the system wants no motion', async ({ session }) => {
  const library = await filled(session);
  const moving = () =>
    library.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return animationName !== 'none' || transitionDuration.split(', ').some((each) => Number.parseFloat(each) > 0);
        })
        .map(({ tagName, className }) => `${tagName} ${typeof className === 'string' ? className : ''}`),
    );
  await library.emulateMedia({ reducedMotion: 'no-preference' });
  expect((await moving()).length, 'there is motion to be taken away').toBeGreaterThan(0);
  await library.emulateMedia({ reducedMotion: 'reduce' });
  expect(await moving()).toEqual([]);
});
