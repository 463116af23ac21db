import { text as textOf } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import type { Imported, Talks, WriteOptions } from '../../../formats/format';
import { FORMATS } from '../../../formats/formats';

/** A file as a format writes it; binary formats as bytes. */
export async function written(id: string, talks: Talks, options: WriteOptions = {}): Promise<string | Uint8Array> {
  const { write } = await FORMATS.get(id)!.load();
  const pieces: (string | Uint8Array)[] = [];
  for await (const piece of write!(talks, options)) pieces.push(piece);
  return pieces.every((piece) => typeof piece === 'string') ? pieces.join('') : Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
}

export async function writtenText(id: string, talks: Talks, options: WriteOptions = {}): Promise<string> {
  const file = await written(id, talks, options);
  return typeof file === 'string' ? file : new TextDecoder().decode(file);
}

/** The files of an archive, by an independent reader. */
export async function entriesOf(archive: Uint8Array): Promise<Map<string, string>> {
  const entries = new Map<string, string>();
  const zip = await fromBufferPromise(Buffer.from(archive), { lazyEntries: true });
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, await textOf(await zip.openReadStreamPromise(entry)));
  return entries;
}

/** What a format reads from a text, fed in chunks of the size given. */
export async function readBack(id: string, text: string, chunk = text.length || 1, base?: string): Promise<Imported[]> {
  const { read } = await FORMATS.get(id)!.load();
  const items: Imported[] = [];
  for await (const item of read!(chunks(text, chunk), { now: new Date('2026-11-02T09:30:00Z'), base })) items.push(item);
  return items;
}

// eslint-disable-next-line @typescript-eslint/require-await -- whoever reads it takes only what comes bit by bit
async function* chunks(text: string, size: number): AsyncIterable<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
