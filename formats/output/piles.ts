import { toBlob } from './file';

/** How much text waits in memory, in bytes; what is beyond goes into a Blob, which the browser keeps on disk. */
const MOST_BYTES = 32_000_000;
/** Texts lie in few large buffers: a hundred thousand small ones keep the garbage collector busy for half a second at once. */
const BUFFER = 1_000_000;
/** So much of a Blob is read at once, in bytes: it has the piles in order, so that the next ones mostly are in it too. */
const WINDOW = 500_000;

/** Texts laid on named piles in any order, and taken off pile by pile; never all in memory. */
export class Piles {
  private waiting = new Heap();
  private readonly names = new Set<string>();
  private readonly away: Stack[] = [];

  constructor(private readonly compare: (one: string, other: string) => number) {}

  /** The names in their order; names of which none comes first stay in the order in which they came. */
  sorted(): string[] {
    return [...this.names].sort(this.compare);
  }

  async add(names: readonly string[], text: string): Promise<void> {
    for (const name of names) this.names.add(name);
    this.waiting.add(names, text);
    if (this.waiting.size < MOST_BYTES) return;
    this.away.push(await Stack.of(this.waiting, this.sorted()));
    this.waiting = new Heap();
  }

  /** The texts of a pile in the order in which they were added, as UTF-8 in pieces of any length. */
  async *take(name: string): AsyncIterable<Uint8Array> {
    for (const stack of this.away) yield* stack.read(name);
    yield* this.waiting.textsOf(name);
  }
}

/** Piles in memory. */
class Heap {
  /** In bytes, each text as often as it lies on a pile. */
  size = 0;
  private readonly encoder = new TextEncoder();
  private readonly buffers: Uint8Array[] = [];
  /** How much of the last buffer is used. */
  private used = 0;
  /** For each text of a pile its buffer, its beginning and its end. */
  private readonly places = new Map<string, number[]>();

  add(names: readonly string[], text: string): void {
    // A UTF-16 unit takes three bytes at most.
    const buffer = this.bufferFor(text.length * 3);
    const from = this.used;
    this.used += this.encoder.encodeInto(text, buffer.subarray(from)).written;
    for (const name of names) {
      const places = this.places.get(name);
      if (places) places.push(this.buffers.length - 1, from, this.used);
      else this.places.set(name, [this.buffers.length - 1, from, this.used]);
      this.size += this.used - from;
    }
  }

  *textsOf(name: string): Generator<Uint8Array> {
    const places = this.places.get(name) ?? [];
    for (let at = 0; at < places.length; at += 3) {
      const [buffer = 0, from, to] = places.slice(at, at + 3);
      yield this.buffers[buffer]?.subarray(from, to) ?? new Uint8Array();
    }
  }

  private bufferFor(bytes: number): Uint8Array {
    const last = this.buffers.at(-1);
    if (last && last.length - this.used >= bytes) return last;
    const buffer = new Uint8Array(Math.max(BUFFER, bytes));
    this.buffers.push(buffer);
    this.used = 0;
    return buffer;
  }
}

/** Piles one on the other in a Blob. */
class Stack {
  private window = { from: 0, bytes: new Uint8Array() };

  private constructor(
    private readonly blob: Blob,
    private readonly places: ReadonlyMap<string, { from: number; to: number }>,
  ) {}

  static async of(heap: Heap, names: readonly string[]): Promise<Stack> {
    const places = new Map<string, { from: number; to: number }>();
    let at = 0;
    // eslint-disable-next-line @typescript-eslint/require-await -- whoever reads it takes only what comes bit by bit
    const pieces = async function* () {
      for (const name of names) {
        const from = at;
        for (const text of heap.textsOf(name)) {
          yield text;
          at += text.length;
        }
        places.set(name, { from, to: at });
      }
    };
    return new Stack(await toBlob(pieces(), ''), places);
  }

  async *read(name: string): AsyncIterable<Uint8Array> {
    const { from, to } = this.places.get(name) ?? { from: 0, to: 0 };
    for (let at = from; at < to;) {
      const piece = await this.bytesAt(at, to);
      yield piece;
      at += piece.length;
    }
  }

  private async bytesAt(from: number, to: number): Promise<Uint8Array> {
    const isThere = from >= this.window.from && from < this.window.from + this.window.bytes.length;
    if (!isThere) this.window = { from, bytes: new Uint8Array(await this.blob.slice(from, from + WINDOW).arrayBuffer()) };
    return this.window.bytes.subarray(from - this.window.from, to - this.window.from);
  }
}
