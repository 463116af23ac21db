/** The commands of package.json as a newcomer types them: what they print, what they leave behind, and how they end. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, onlyIn, test } from './browser';

onlyIn('chromium', 'no-browser');

const SAMPLE = 'tests/fixtures/samples/talk.ics';

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

async function run(tool: string, ...args: string[]): Promise<Ended> {
  const { DISPLAY: _display, ...env } = process.env;
  try {
    return { code: 0, ...(await promisify(execFile)('node', [`tests/tools/${tool}.mjs`, ...args], { env })) };
  } catch (error) {
    return error as Ended;
  }
}

test('start clips a file and prints the reading list alone', async () => {
  const { code, stdout } = await run('start', SAMPLE);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^# Reading list\n/);
  expect(stdout).toContain('Gardening a monorepo');
  expect(await readFile('.output/tour/reading-list.md', 'utf8')).toBe(stdout);
  const library = JSON.parse(await readFile('.output/tour/library.json', 'utf8')) as { talks: { title: string; tags: string[] }[] };
  expect(library.talks).toMatchObject([{ title: 'Gardening a monorepo', tags: ['tour'] }]);
  for (const shot of ['popup-1', 'library']) expect((await readFile(`.output/tour/${shot}.png`)).subarray(1, 4).toString()).toBe('PNG');
});

test('start says in a sentence which file is missing, and which page has nothing to clip', async () => {
  const missing = await run('start', 'no-such-file.md');
  expect(missing).toMatchObject({ code: 1, stdout: '', stderr: 'no-such-file.md: there is no such file.\n' });
  const bare = await run('start', 'tests/fixtures/extractors/archives/media-ccc-de/conference.html=https://media.ccc.de/c/borealis26');
  expect(bare).toMatchObject({ code: 1, stdout: '' });
  expect(bare.stderr).toContain('there is nothing to clip on this page');
});

test('extract prints one prediction a line', async () => {
  const { code, stdout } = await run(
    'extract',
    SAMPLE,
    'tests/fixtures/samples/talk.html=https://media.ccc.de/v/borealis26-quiet-compiler',
  );
  expect(code).toBe(0);
  const lines = stdout.trim().split('\n');
  const [calendar, page] = lines.map((line) => JSON.parse(line) as { file: string; page: { kind: string; talks: { title: string }[] } });
  expect(lines).toHaveLength(2);
  expect(calendar).toMatchObject({ file: SAMPLE, page: { kind: 'talk', talks: [{ title: 'Gardening a monorepo' }] } });
  expect(page?.page.talks[0]?.title).toBe('The Quiet Compiler');
});
