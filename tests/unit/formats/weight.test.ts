/** Menus know every format but load none: what the registry costs whoever imports it. */
import { gzipSync } from 'node:zlib';
import type { Rolldown } from 'vite';
import { build } from 'vite';
import { expect, it } from 'vitest';

it('the registry weighs little, each format is a chunk of its own', async () => {
  const entry = 'virtual:menu';
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'menu',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? `import { FORMATS } from '${process.cwd()}/formats/formats.ts'; console.log(FORMATS);` : undefined),
      },
    ],
    build: { write: false, modulePreload: false, rolldownOptions: { input: entry } },
  })) as Rolldown.RolldownOutput;
  const chunks = built.output.filter((file) => file.type === 'chunk');
  const menu = chunks.find((chunk) => chunk.isEntry);
  const weight = gzipSync(menu?.code ?? '').length;
  console.log(`formats: registry ${weight} bytes gzipped, ${chunks.length - 1} chunks more`);
  expect(weight).toBeLessThan(4000);
  expect(menu?.imports).toEqual([]);
  expect(chunks.length).toBeGreaterThan(16);
}, 60_000);
