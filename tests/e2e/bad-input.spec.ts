/** Pages and documents that are broken, huge or hostile: a person sees what can be seen, and nothing runs, breaks or is lost. */
import { rm, writeFile } from 'node:fs/promises';
import { databasesOf, draftsIn, expect, exported, launch, open, openLibrary, openPopup, rowOf, saveAll, serve, test } from './browser';

const URL = 'https://hostile.example/talks/1';

function talkPage(title: string, more = ''): string {
  return `<!doctype html><html lang="en"><title>${title} | Hostile Conf 2026</title><main><h1>Talk: ${title}</h1><p>Speaker: Ada Vestergaard</p><p>March 3, 2026</p>${more}</main></html>`;
}

test('broken structured data does not hide the talk', async ({ session }) => {
  const broken =
    '<script type="application/ld+json">{"@type": "Event", "name": "Half a</script><script type="application/ld+json">[[[</script>';
  serve(session, { url: URL, body: talkPage('Parsing in the dark', broken) });
  const popup = await openPopup(session, await open(session, URL));
  await expect(draftsIn(popup)).toContainText('Parsing in the dark');
  await expect(draftsIn(popup)).toContainText('Ada Vestergaard');
});

test('a page of 5 MB is read, the talk at its top found', async ({ session }) => {
  const filler = '<div><p><b>word</b> <i>word</i> <a href="/x">link</a></p></div>'.repeat(85_000);
  serve(session, { url: URL, body: talkPage('A small talk on a large page', filler) });
  const page = await open(session, URL);
  const popup = await openPopup(session, page);
  await expect(draftsIn(popup).first()).toContainText('A small talk on a large page');
});

test('markup in a title stays text everywhere', async ({ session }) => {
  const title = '&lt;img src=x onerror="document.title=1"&gt;&lt;script&gt;alert(1)&lt;/script&gt; Escaping';
  serve(session, { url: URL, body: talkPage(title) });
  const popup = await openPopup(session, await open(session, URL));
  await expect(draftsIn(popup)).toContainText('Escaping');
  expect(await popup.locator('img[src=x], .draft script').count()).toBe(0);
  await saveAll(popup);
  const library = await openLibrary(session);
  await expect(rowOf(library, 'Escaping')).toBeVisible();
  expect(await library.locator('img[src=x], [data-id] script').count()).toBe(0);
  expect(await library.title()).not.toBe('1');

  const list = await exported(session, library, 'Markdown');
  expect(list).toContain('Escaping');
  expect(list).not.toMatch(/(^|[^\\])<(img|script)/);
});

test('a document in the wrong encoding is repaired', async ({ session }) => {
  const text =
    '# Python Nord 7: CafÃ© des dÃ©veloppeurs\n\n- 02:10 [Lâ€™art du parseur](https://example.org/parseur) â€“ le dÃ©but\n- [Deux](https://example.org/deux)\n- [Trois](https://example.org/trois)\n';
  const url = 'https://documents.example/show-notes/7.md';
  serve(session, { url, body: text, contentType: 'text/plain; charset=utf-8' });
  const popup = await openPopup(session, await open(session, url));
  await expect(popup.getByText('L’art du parseur')).toBeVisible();
  await expect(popup.locator('body')).not.toContainText('Ã');
});

test('a library that cannot be opened is said so, and works again when it can', async ({ session }) => {
  // The folder of the browser's databases gives way to a file, as after a failed disk repair: every open fails.
  const databases = databasesOf(session);
  await session.close();
  await rm(databases, { recursive: true, force: true });
  await writeFile(databases, '');
  const broken = await launch({ profile: session.profile });
  serve(broken, { url: URL, body: talkPage('Locked out') });
  const popup = await openPopup(broken, await open(broken, URL));
  await expect(draftsIn(popup)).toContainText('Locked out');
  await popup.getByRole('button', { name: 'Save 1 talk' }).click();
  await expect(popup.getByRole('alert').first()).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Save 1 talk' })).toBeEnabled();
  const library = await open(broken, broken.url('library.html'));
  await expect(library.getByRole('alert').first()).toBeVisible();

  await rm(databases);
  await broken.close();
  const repaired = await launch({ profile: session.profile });
  serve(repaired, { url: URL, body: talkPage('Locked out') });
  const again = await openPopup(repaired, await open(repaired, URL));
  await saveAll(again);
  await repaired.close();
});
