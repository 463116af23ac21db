/** The main job, with the worker stopped between every two steps, because Chromium may do that at any time. */
import { draftOf } from '../unit/drafts';
import { ask, draftsIn, expect, exported, launch, open, openLibrary, openPopup, rowOf, saveAll, serve, TALK, test } from './browser';

test('page, badge, popup, save, tag, search, export: the file equals what was saved', async ({ session }) => {
  serve(session, TALK);
  const page = await open(session, TALK.url);
  await expect.poll(() => session.badge(page)).toBe('1');
  await session.stopWorker(page);

  const popup = await openPopup(session, page);
  const draft = draftsIn(popup);
  await expect(draft).toContainText('The Quiet Compiler');
  await expect(draft).toContainText('Mara Lindqvist');
  await session.stopWorker(page);
  await saveAll(popup, 'compilers');
  await session.stopWorker(page);
  await popup.close();

  const library = await openLibrary(session);
  await expect.poll(() => session.badge(page)).toBe('✓');
  const search = library.getByRole('searchbox', { name: 'Search your talks' });
  await search.fill('quiet lind');
  await expect(rowOf(library, 'The Quiet Compiler')).toBeVisible();
  await search.fill('nothing of the kind');
  await expect(library.getByText('No talk matches')).toBeVisible();
  await search.fill('compil');
  await expect(rowOf(library, 'The Quiet Compiler')).toBeVisible();
  await session.stopWorker(page);

  const file = JSON.parse(await exported(session, library, 'JSON')) as { talks: unknown[] };
  expect(file.talks).toHaveLength(1);
  expect(file.talks[0]).not.toHaveProperty('seq');
  expect(file.talks[0]).toMatchObject({
    title: 'The Quiet Compiler',
    speakers: [{ name: 'Mara Lindqvist' }],
    tags: ['compilers'],
    status: 'to watch',
    source: { url: TALK.url },
  });
});

test('a save that was acknowledged survives the browser being killed at once', async ({ session }) => {
  serve(session, TALK);
  const popup = await openPopup(session, await open(session, TALK.url));
  await saveAll(popup);
  await session.kill();

  const again = await launch({ profile: session.profile });
  const library = await openLibrary(again);
  await expect(rowOf(library, 'The Quiet Compiler')).toBeVisible();
  await again.close();
});

test('a save while the worker is being stopped is done all the same, and once', async ({ session }) => {
  serve(session, TALK);
  const page = await open(session, TALK.url);
  const popup = await openPopup(session, page);
  await Promise.all([session.stopWorker(page), saveAll(popup)]);
  const library = await openLibrary(session);
  await expect(rowOf(library, 'The Quiet Compiler')).toHaveCount(1);
});

test('the same page clipped from two places at once, and clipped again, is one talk', async ({ session }) => {
  serve(session, TALK);
  const places = [await openLibrary(session), await openLibrary(session)];
  const draft = draftOf({ source: { ...draftOf().source, url: TALK.url } });
  const replies = await Promise.all(places.map((place) => ask(place, 'save', { drafts: [draft], tags: [] })));
  expect(replies.flatMap(({ added }) => added)).toHaveLength(1);

  const popup = await openPopup(session, await open(session, TALK.url));
  await expect(draftsIn(popup)).toContainText('Saved');
  await expect(popup.getByRole('button', { name: /^Save/ })).toBeDisabled();
});
