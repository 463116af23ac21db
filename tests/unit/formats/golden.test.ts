/** Every format against the files under tests/fixtures/formats/<id>: `written.*` is what it writes for the sample, `*.read.json` what it reads. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HEAD } from '../../../formats/format';
import { FORMATS } from '../../../formats/formats';
import { entriesOf, readBack, written, writtenText } from './files';
import { NOW, SAMPLE } from './sample';

const FOLDER = new URL('../../fixtures/formats/', import.meta.url).pathname;

describe.each([...FORMATS.values()])('$id', ({ id, ways, extension, mime, recognises }) => {
  const files = readdirSync(FOLDER + id);

  it('says how it is used', () => {
    expect(mime).toMatch(/^[\w.-]+\/[\w.+-]+$/);
    expect(recognises === undefined).toBe(ways === 'out');
  });

  if (ways !== 'in' && mime !== 'application/zip')
    it('writes the sample', async () => {
      const text = await writtenText(id, SAMPLE, { now: NOW });
      await expect(text).toMatchFileSnapshot(`${FOLDER}${id}/written.${extension}`);
    });

  if (ways !== 'in' && mime === 'application/zip')
    it('writes the sample as an archive', async () => {
      const entries = await entriesOf((await written(id, SAMPLE, { now: NOW })) as Uint8Array);
      const listing = [...entries].map(([name, text]) => `=== ${name}\n${text}`).join('');
      await expect(listing).toMatchFileSnapshot(`${FOLDER}${id}/written.txt`);
    });

  const inputs = ways === 'out' ? [] : files.filter((name) => !/\.read\.json$|\.txt$/.test(name));
  it.each(inputs)('reads %s', async (name) => {
    const text = readFileSync(`${FOLDER}${id}/${name}`, 'utf8');
    const items = await readBack(id, text, 1000);
    expect(items.length).toBeGreaterThan(0);
    await expect(`${JSON.stringify(items, null, 1)}\n`).toMatchFileSnapshot(`${FOLDER}${id}/${name}.read.json`);
  });

  it.each(inputs)('alone recognises %s', (name) => {
    const head = readFileSync(`${FOLDER}${id}/${name}`, 'utf8').slice(0, HEAD);
    const takers = [...FORMATS.values()].filter((format) => format.recognises?.(head, name));
    expect(takers.map((format) => format.id)).toEqual([id]);
  });
});
