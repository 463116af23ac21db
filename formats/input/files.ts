import { HEAD, type Imported, type ReadOptions } from '../format';
import { recognise } from '../formats';
import { ArchiveError, filesOf } from './archive';
import { decoded, EncodingError } from './decode';
import type { Reason, Refusal } from './refusal';
import { whole } from './whole';

/** A file as a page or a terminal hands it over; `Blob.stream()` gives such bytes. */
export interface InputFile {
  name: string;
  bytes: AsyncIterable<Uint8Array>;
}

/** An item of a file and where it came from: the file's name, within an archive `archive.zip/its/path.json`. */
export type FileItem = { item: Imported; file: string; format?: string };

/** Files of an archive that hold no talks: folders, what macOS adds, pictures, the events of pyvideo. */
const PASSED_OVER = /(?:\/|^__MACOSX\/.*|\.DS_Store|(?:^|\/)category\.json|\.(?:png|jpe?g|gif|webp|svg|pdf|mp4|mp3))$/i;

/**
 * Everything in a file of whatever format, told by its content; an archive is opened once. Never throws for what is in the file: what cannot
 * be read is an item that says so.
 */
export async function* readFile({ name, bytes }: InputFile, options: ReadOptions): AsyncIterable<FileItem> {
  const [first, rest] = await split(bytes[Symbol.asyncIterator](), 4);
  // The second signature is that of an archive without files.
  const isEmpty = first.length === 0 || (first[0] === 0x50 && first[1] === 0x4b && first[2] === 0x05 && first[3] === 0x06);
  if (isEmpty) yield { item: { refused: 'empty', fatal: true }, file: name };
  else if (first[0] === 0x50 && first[1] === 0x4b && first[2] === 0x03 && first[3] === 0x04) yield* readArchive(name, rest, options);
  else yield* readText(name, rest, options);
}

async function* readArchive(name: string, bytes: AsyncIterable<Uint8Array>, options: ReadOptions): AsyncIterable<FileItem> {
  try {
    for await (const file of filesOf(bytes)) {
      if (!PASSED_OVER.test(file.name)) yield* readText(`${name}/${file.name}`, file.bytes, options);
    }
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    yield { item: { refused: error.message as Reason, fatal: true }, file: name };
  }
}

async function* readText(file: string, bytes: AsyncIterable<Uint8Array>, options: ReadOptions): AsyncIterable<FileItem> {
  try {
    const [head, text] = await split(decoded(bytes)[Symbol.asyncIterator](), HEAD);
    const format = recognise(head.slice(0, HEAD), file);
    const { read } = (await format?.load()) ?? {};
    if (!format || !read) yield* documentIn(head, text, file, options);
    else for await (const item of read(text, options)) yield { item, file, format: format.id };
  } catch (error) {
    const refusal: Refusal | undefined = error instanceof EncodingError ? { refused: 'encoding', fatal: true } : undefined;
    if (!refusal) throw error;
    yield { item: refusal, file };
  }
}

/** What is of no format may be a document, for whoever can read those. */
async function* documentIn(head: string, text: AsyncIterable<string>, file: string, { document }: ReadOptions): AsyncIterable<FileItem> {
  const found = head.trim() ? document && (await documentOf(text, file, document)) : [{ refused: 'empty', fatal: true } as const];
  if (found?.length) for (const item of found) yield { item, file };
  else yield { item: { refused: 'unknown', fatal: true }, file };
}

async function documentOf(
  text: AsyncIterable<string>,
  file: string,
  read: NonNullable<ReadOptions['document']>,
): Promise<readonly Imported[]> {
  const all = await whole(text);
  return 'text' in all ? read(all.text, file) : [all];
}

/** The first pieces, until they have the length asked for, and an iterable that gives them again with all that follows. */
async function split<T extends string | Uint8Array>(pieces: AsyncIterator<T>, length: number): Promise<[T, AsyncIterable<T>]> {
  const first: T[] = [];
  let size = 0;
  while (size < length) {
    const next = await pieces.next();
    if (next.done) break;
    first.push(next.value);
    size += next.value.length;
  }
  return [joined(first), again(first, pieces)];
}

function joined<T extends string | Uint8Array>(parts: T[]): T {
  const [one] = parts;
  if (typeof one === 'string') return parts.join('') as T;
  const bytes = parts.flatMap((part) => [...(part as Uint8Array).subarray(0, HEAD)]);
  return new Uint8Array(bytes) as T;
}

async function* again<T>(first: T[], rest: AsyncIterator<T>): AsyncIterable<T> {
  yield* first.splice(0);
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
