import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/**
 * A copy of the built extension with pages of a bench beside its own, so that they share its origin and database.
 * @param {string} folder of the pages' sources @param {string[]} pages `<name>.ts` becomes `<name>.html`
 * @returns {Promise<string>} the copy; whoever asked for it removes it
 */
export async function extensionWith(folder, pages) {
  const extension = await mkdtemp(join(tmpdir(), 'talkshelf-bench-'));
  await cp('.output/chrome-mv3', extension, { recursive: true });
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
  return extension;
}
