import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** @typedef {import('../../core/talk').Talk} Talk */

/** So many talks are in each of the files that the pages fetch. */
export const A_FILE = 5000;

/** In a page: milliseconds from the beginning of its navigation until it showed something. */
export const PAINTED = `new Promise((done) => new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').forEach(({ startTime }) => done(startTime))).observe({ type: 'paint', buffered: true }))`;

/**
 * A copy of the built extension with pages of a bench beside its own, so that they share its origin and database, an empty page `blank.html`, and talks in
 * `talks-0.json` and so on.
 * @param {string} folder of the pages' sources @param {string[]} pages `<name>.ts` becomes `<name>.html` @param {readonly Talk[]} talks @param {string} [built]
 * @returns {Promise<string>} the copy; whoever asked for it removes it
 */
export async function extensionWith(folder, pages, talks, built = '.output/chrome-mv3') {
  const extension = await mkdtemp(join(tmpdir(), 'talkshelf-bench-'));
  await cp(built, extension, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: extension,
      emptyOutDir: false,
      // The helper that this adds would be a module without effect; the bundler drops it and then misses it.
      modulePreload: false,
      rollupOptions: {
        input: Object.fromEntries(pages.map((page) => [page, `${folder}/${page}.ts`])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'bench-[hash].js' },
      },
    },
  });
  for (const page of pages)
    await writeFile(
      join(extension, `${page}.html`),
      `<!doctype html><title>${page}</title><body><script type="module" src="${page}.js"></script>`,
    );
  await writeFile(join(extension, 'blank.html'), '<!doctype html><title>blank</title><body><p>blank</p>');
  for (let file = 0; file * A_FILE < talks.length; file++)
    await writeFile(join(extension, `talks-${file}.json`), JSON.stringify(talks.slice(file * A_FILE, (file + 1) * A_FILE)));
  return extension;
}

/**
 * What an expression gives in a fresh page of the extension.
 * @param {{context: import('@playwright/test').BrowserContext, url: (path: string) => string}} session @param {string} path @param {string} expression
 */
export async function inPage(session, path, expression) {
  const page = await session.context.newPage();
  page.setDefaultTimeout(0);
  await page.goto(session.url(path));
  const value = await page.evaluate(expression);
  await page.close();
  return value;
}
