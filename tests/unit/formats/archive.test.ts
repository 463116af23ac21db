import { zipSync } from 'fflate';
import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import type { Imported } from '../../../formats/format';
import { readFile } from '../../../formats/input/files';
import { zipped, type ZipEntry } from '../../../formats/output/zip';
import { written, writtenText } from './files';
import { SAMPLE } from './sample';

vi.setConfig({ testTimeout: 120_000 });

const MEGABYTE = 1_000_000;

async function readAll(name: string, bytes: Uint8Array): Promise<{ item: Imported; file: string }[]> {
  const items: { item: Imported; file: string }[] = [];
  for await (const item of readFile({ name, bytes: new Blob([new Uint8Array(bytes)]).stream() as never }, {})) items.push(item);
  return items;
}

/** An archive of one file that unpacks to a start and then a thousand megabytes of one text. */
function bomb(start: string, text: string): Uint8Array {
  const head = deflateRawSync(start, { finishFlush: constants.Z_FULL_FLUSH });
  const block = deflateRawSync(text.repeat(MEGABYTE / text.length), { finishFlush: constants.Z_FULL_FLUSH });
  const body = Buffer.concat([head, ...Array.from({ length: 1000 }, () => block), Buffer.from([3, 0])]);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(body.length, 18);
  local.writeUInt32LE(1000 * MEGABYTE + start.length, 22);
  local.writeUInt16LE(5, 26);
  return Buffer.concat([local, Buffer.from('a.csv'), body, Buffer.from('504b0506' + '00'.repeat(18), 'hex')]);
}

describe('an archive', () => {
  it('is read file by file, each by its content', async () => {
    const files = {
      'library.txt': Buffer.from(await writtenText('json', SAMPLE)),
      'deep/down/list': Buffer.from(await writtenText('csv', SAMPLE)),
      'deep/bookmarks.html': Buffer.from(await writtenText('bookmarks', SAMPLE)),
      'letter.txt': Buffer.from('Dear reader'),
      'inner.zip': zipSync({ 'a.csv': Buffer.from('title,url\na,https://a.example/\n') }),
      '__MACOSX/._library.txt': Buffer.from('x'),
      'picture.png': Buffer.from('x'),
    };
    const items = await readAll('all.zip', zipSync(files, { level: 6 }));
    const counts = new Map<string, number>();
    for (const { item, file } of items) if ('talk' in item) counts.set(file, (counts.get(file) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({ 'all.zip/library.txt': 5, 'all.zip/deep/down/list': 5, 'all.zip/deep/bookmarks.html': 5 });
    const refused = items.filter(({ item }) => 'refused' in item).map(({ file }) => file);
    expect(refused).toEqual(['all.zip/letter.txt', 'all.zip/inner.zip']);
  });

  it('that is cut off gives what came before', async () => {
    const whole = zipSync({
      'a.csv': Buffer.from(await writtenText('csv', SAMPLE)),
      'b.csv': Buffer.from(await writtenText('csv', SAMPLE)),
    });
    const items = await readAll('cut.zip', whole.subarray(0, whole.length * 0.6));
    expect(items.filter(({ item }) => 'talk' in item).length).toBeGreaterThanOrEqual(5);
    expect(items.at(-1)?.item).toMatchObject({ fatal: true });
  });

  it.each([
    ['of zeros', bomb('', '\0'), 'unknown'],
    ['of rows', bomb('title,url\n', 'a,b\n'), 'too many'],
    ['of one row', bomb('title,url\n"', 'a'), 'malformed'],
    ['of one talk', bomb('{"format":"talkshelf","version":1,"talks":["', 'a'), 'too large'],
    ['of outlines', bomb('<opml>', '<outline text="abcdefghijklmnop">'), 'too deep'],
    ['of a schedule', bomb('{"schedule":{"conference":{', ' '), 'too large'],
  ])('that unpacks to a thousand megabytes %s is given up early', async (_name, archive, reason) => {
    const before = process.memoryUsage().rss;
    let last: Imported | undefined;
    for await (const { item } of readFile({ name: 'bomb.zip', bytes: new Blob([new Uint8Array(archive)]).stream() as never }, {}))
      last = item;
    expect(last).toMatchObject({ refused: reason, fatal: true });
    expect((process.memoryUsage().rss - before) / MEGABYTE).toBeLessThan(600);
  });

  it('of pyvideo is read back with all it holds', async () => {
    const items = await readAll('pyvideo.zip', (await written('pyvideo', SAMPLE)) as Uint8Array);
    expect(items.map(({ item }) => 'talk' in item && [item.talk.title, item.talk.speakers, item.talk.abstract, item.talk.starts])).toEqual([
      [SAMPLE[0]!.title, [{ name: 'Ana Lima' }, { name: 'Bo Chen' }], SAMPLE[0]!.abstract, '2026-05-04'],
    ]);
  });

  // Half a minute of a busy machine.
  it.runIf(process.env['CI'])('of more files than a plain zip can hold is written as Zip64', async () => {
    // eslint-disable-next-line @typescript-eslint/require-await -- whoever reads it takes only what comes bit by bit
    async function* many(): AsyncIterable<ZipEntry> {
      for (let index = 0; index < 66_000; index += 1) yield { name: `${index}.md`, text: String(index) };
    }
    const pieces: Uint8Array[] = [];
    for await (const piece of zipped(many())) pieces.push(piece);
    const zip = await fromBufferPromise(Buffer.concat(pieces), { lazyEntries: true });
    expect(zip.entryCount).toBe(66_000);
    let last;
    for await (const entry of zip.eachEntry()) last = entry;
    expect(last).toMatchObject({ fileName: '65999.md', uncompressedSize: 5 });
  });
});
