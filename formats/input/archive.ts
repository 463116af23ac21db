import { Unzip, UnzipInflate, UnzipPassThrough, type UnzipFile } from 'fflate';

/** One file of an archive. Its bytes can be read once, while it is the current one. */
export interface ArchiveFile {
  name: string;
  bytes: AsyncIterable<Uint8Array>;
}

/** The archive is broken, encrypted or larger than any real one. */
export class ArchiveError extends Error {}

/** A slice of an archive can unpack to a thousand times its size. */
const SLICE = 4096;
/** What an archive may unpack to in all, in bytes. */
const MOST_BYTES = 2 ** 31;
const MOST_FILES = 200_000;

interface Entry {
  name: string;
  chunks: Uint8Array[];
  done: boolean;
  file: UnzipFile;
}

/** The files of a zip in their order, unpacked as they are read, so that only a slice is ever in memory. Throws an ArchiveError. */
export async function* filesOf(bytes: AsyncIterable<Uint8Array>): AsyncIterable<ArchiveFile> {
  const archive = new Archive(bytes);
  for (let entry = await archive.next(); entry; entry = await archive.next()) {
    yield { name: entry.name, bytes: archive.read(entry) };
    archive.skip(entry);
  }
}

/** Unpacks until it is told that nobody reads on; fflate's own would go on to the end. */
class Inflater extends UnzipInflate {
  private isOver = false;

  override push(data: Uint8Array, final: boolean): void {
    if (!this.isOver) super.push(data, final);
  }

  terminate = (): void => {
    this.isOver = true;
  };
}

class Archive {
  private readonly entries: Entry[] = [];
  private readonly slices: AsyncIterator<Uint8Array>;
  private readonly unzip: Unzip;
  private unpacked = 0;
  private files = 0;
  private ended = false;
  private failure: ArchiveError | undefined;

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.slices = slicesOf(bytes)[Symbol.asyncIterator]();
    this.unzip = new Unzip((file) => this.start(file));
    this.unzip.register(Inflater);
    this.unzip.register(UnzipPassThrough);
  }

  async next(): Promise<Entry | undefined> {
    while (this.entries.length === 0 && !this.ended) await this.pull();
    return this.entries.shift();
  }

  async *read(entry: Entry): AsyncIterable<Uint8Array> {
    for (;;) {
      yield* entry.chunks.splice(0);
      if (entry.done) return;
      if (this.ended) throw new ArchiveError('truncated');
      await this.pull();
    }
  }

  /** What is left of a file is passed over without unpacking it. */
  skip(entry: Entry): void {
    if (!entry.done) entry.file.terminate();
    entry.chunks = [];
    entry.done = true;
  }

  private start(file: UnzipFile): void {
    const entry: Entry = { name: file.name, chunks: [], done: false, file };
    this.files += 1;
    if (this.files > MOST_FILES) this.failure = new ArchiveError('too many');
    file.ondata = (error, chunk, final) => {
      if (error) this.failure = new ArchiveError('malformed', { cause: error });
      else this.take(entry, chunk, final);
    };
    this.entries.push(entry);
    file.start();
  }

  private take(entry: Entry, chunk: Uint8Array, final: boolean): void {
    if (entry.done) return;
    this.unpacked += chunk.length;
    if (this.unpacked > MOST_BYTES) this.failure = new ArchiveError('too large');
    entry.chunks.push(chunk);
    entry.done = final;
  }

  private async pull(): Promise<void> {
    const next = await this.slices.next();
    this.ended = next.done === true;
    try {
      this.unzip.push(next.done ? new Uint8Array() : next.value, this.ended);
    } catch (error) {
      throw new ArchiveError(this.ended ? 'truncated' : 'malformed', { cause: error });
    }
    if (this.failure) throw this.failure;
  }
}

async function* slicesOf(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; at += SLICE) yield chunk.subarray(at, at + SLICE);
  }
}
