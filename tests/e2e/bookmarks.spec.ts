/** Real browsers import our bookmarks with their own importers, and show the folders and talks that the file says. */
import { type Bookmark, chromiumImportProblem, importedByChromium, importedByFirefox } from '../tools/bookmark-imports.mjs';
import { expect, onlyIn, test } from './browser';

/** What `formats/bookmarks.ts` writes for the sample: tests/unit/formats/golden.test.ts holds it to that. */
const FILE = 'tests/fixtures/formats/bookmarks/written.html';

const DAY = 1_777_744_800;
const talk = (name: string, path: string, tags?: string): Bookmark => ({
  name,
  url: path.includes('://') ? path : `https://conf.example/2026/talks/${path}`,
  date: DAY,
  ...(tags && { tags }),
});

const TREE: Bookmark[] = [
  {
    name: 'Parrot Conf 2026',
    children: [
      talk('Queues that never forget', 'queues', 'distributed systems,queues'),
      talk('*Stars*, [brackets](https://evil.example) & <b>tags</b> | #hash `code` $x$ "quoted" \\slash', 'markup', 'c++,=formula'),
    ],
  },
  { name: 'サンプル会議', children: [talk('並行処理の設計 — 速さと正しさ', 'kaigi', '並行処理')] },
  { name: 'The Sample Show', children: [talk('שלום: a talk in two directions abc', 'episode')] },
  { name: 'Other talks', children: [talk('Linked from a show', 'https://blog.example/post', 'queues')] },
];

/** Firefox gives tags in an order of its own. */
function sorted({ tags, children, ...entry }: Bookmark): Bookmark {
  return { ...entry, ...(tags && { tags: tags.split(',').sort().join() }), ...(children && { children: children.map(sorted) }) };
}

function untagged({ tags: _tags, children, ...entry }: Bookmark): Bookmark {
  return { ...entry, ...(children && { children: children.map(untagged) }) };
}

test.describe(() => {
  onlyIn('firefox', 'own-importer');
  test('Firefox shows the same tree, with tags', async () => {
    const found = await importedByFirefox(FILE);
    expect(found.map(sorted)).toEqual(TREE.map(sorted));
  });
});

test.describe(() => {
  onlyIn('chromium', 'own-importer');
  test('Chromium shows the same tree', async () => {
    const problem = chromiumImportProblem();
    if (problem) console.log(`Chromium's importer is not tried: ${problem}`);
    // CI has a screen: without one this fails below.
    test.skip(problem !== undefined && !(process.env.CI && problem.includes('xvfb')), problem);
    expect(await importedByChromium(FILE)).toEqual(TREE.map(untagged));
  });
});
