/** What nobody but its owner may do to the library, learn of it, or make it ask the network for. */
import { readFile } from 'node:fs/promises';
import { browserHere, expect, exported, open, openLibrary, openPopup, rowOf, saveAll, type Sample, serve, TALK, test } from './browser';

const ELSEWHERE: Sample = { ...TALK, url: 'https://talks.example/v/borealis26-quiet-compiler' };

test('a page cannot tell that the extension is there', async ({ session }) => {
  serve(session, TALK, ELSEWHERE);
  const seen = await open(session, TALK.url);
  const unseen = await open(session, ELSEWHERE.url);
  await expect.poll(() => session.badge(seen)).toBe('1');
  const files = ['manifest.json', 'popup.html', 'library.html', 'detect.js', 'extract.js', 'icon/16.png', 'talkshelf.schema.json'];
  const addresses = files.map((file) => session.url(file));
  expect(await seen.evaluate(traces, addresses)).toEqual(await unseen.evaluate(traces, addresses));
  expect((await seen.evaluate(traces, addresses)).loaded).toEqual([]);
});

test('a whole session asks the network for nothing', async ({ session }) => {
  serve(session, TALK);
  const popup = await openPopup(session, await open(session, TALK.url));
  await saveAll(popup);
  const library = await openLibrary(session);
  await library.getByRole('searchbox', { name: 'Search your talks' }).fill('quiet');
  await expect(rowOf(library, 'Quiet')).toBeVisible();
  await rowOf(library, 'Quiet').click();
  await exported(session, library, 'HTML');
  expect(session.cutOff).toEqual([]);
});

test('the manifest asks for what is promised, and opens nothing to pages', async () => {
  const manifest = JSON.parse(
    await readFile(`.output/${browserHere() === 'firefox' ? 'firefox' : 'chrome'}-mv3/manifest.json`, 'utf8'),
  ) as Record<string, unknown>;
  const panel = browserHere() === 'firefox' ? [] : ['sidePanel'];
  expect(manifest['permissions']).toEqual(['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'contextMenus', 'alarms', ...panel]);
  expect(manifest['optional_host_permissions']).toEqual(['*://*/*']);
  for (const door of ['web_accessible_resources', 'externally_connectable', 'content_security_policy', 'optional_permissions'])
    expect(manifest[door], door).toBeUndefined();
});

/** Whatever a page's own script could notice: names of globals, the whole document, style sheets, resources, and whether our files load. */
async function traces(addresses: string[]) {
  const loads = async (address: string) => {
    const byFetch = fetch(address).then(
      () => true,
      () => false,
    );
    const byImage = new Promise<boolean>((done) => {
      const image = new Image();
      image.onload = () => done(true);
      image.onerror = () => done(false);
      image.src = address;
    });
    return (await byFetch) || (await byImage);
  };
  const loaded = await Promise.all(addresses.map(loads));
  const { chrome } = globalThis as { chrome?: object };
  return {
    globals: Object.getOwnPropertyNames(globalThis).sort(),
    chrome: Object.getOwnPropertyNames(chrome ?? {}).sort(),
    markup: new XMLSerializer().serializeToString(document),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    resources: performance.getEntriesByType('resource').filter(({ name }) => !addresses.includes(name)).length,
    loaded: addresses.filter((_address, place) => loaded[place]),
  };
}
