/** The library page: tags, filters, editing, deleting, export to file and clipboard, and live updates. */
import { draftOf } from '../unit/drafts';
import { ask, expect, exported, openLibrary, rowOf, type Session, test } from './browser';

const TALKS = [
  { title: 'The Quiet Compiler', tags: ['compilers', 'ui'] },
  { title: 'Gardening a monorepo', tags: ['tools'] },
  { title: 'Café Erlang', tags: ['tools', 'erlang'] },
];

async function filled(session: Session) {
  const library = await openLibrary(session);
  for (const { title, tags } of TALKS) {
    const source = { ...draftOf().source, url: `https://borealis.example/talks/${encodeURIComponent(title)}` };
    await ask(library, 'save', { drafts: [draftOf({ title, source })], tags });
  }
  await expect(library.locator('[data-id]')).toHaveCount(TALKS.length);
  return library;
}

test('finds by words and by tag, and says when nothing matches', async ({ session }) => {
  const library = await filled(session);
  await library.getByRole('searchbox').fill('cafe');
  await expect(library.locator('[data-id]')).toHaveCount(1);
  await library.getByRole('searchbox').fill('');
  await library.getByRole('checkbox', { name: /^tools/ }).check();
  await expect(library.locator('[data-id]')).toHaveCount(2);
  await library.getByRole('searchbox').fill('quiet');
  await expect(library.getByText('No talk matches')).toBeVisible();
});

test('exports what is shown, to a file and to the clipboard', async ({ session }) => {
  const library = await filled(session);
  await library.getByRole('searchbox').fill('gardening');
  await expect(library.locator('[data-id]')).toHaveCount(1);
  const list = await exported(session, library, 'Markdown');
  expect(list).toContain('Gardening a monorepo');
  expect(list).not.toContain('Quiet Compiler');

  await session.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await library.getByRole('button', { name: 'Export' }).click();
  await library.getByRole('button', { name: 'Copy JSON', exact: true }).click();
  await expect(library.getByText(/1 talk copied/)).toBeVisible();
  const copied = JSON.parse(await library.evaluate(() => navigator.clipboard.readText())) as { talks: { title: string }[] };
  expect(copied.talks.map(({ title }) => title)).toEqual(['Gardening a monorepo']);
});

test('shows at once what another page changed', async ({ session }) => {
  const library = await filled(session);
  const other = await openLibrary(session);
  await ask(other, 'save', {
    drafts: [draftOf({ title: 'Just saved', source: { ...draftOf().source, url: 'https://new.example/' } })],
    tags: [],
  });
  await expect(rowOf(library, 'Just saved')).toBeVisible();
  await rowOf(other, 'Just saved')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await expect(rowOf(library, 'Just saved')).toHaveCount(0);
  await other.getByRole('button', { name: /^Undo/ }).click();
  await expect(rowOf(library, 'Just saved')).toBeVisible();
});
