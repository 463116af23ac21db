import { type Shard, areaOf } from './segment-format';
import { ShardWriter, type WholeTerm } from './shard-writer';

/** A shard of a segment has about so many bytes. */
export const FULL_SHARD = 3_000_000;

/** Writes terms in ascending order into as many shards as they need, one behind the other in one part. */
export class TermWriter {
  readonly shards: Shard[] = [];
  readonly bytes: Uint8Array[] = [];
  private writer = new ShardWriter();
  private offset = 0;

  constructor(private readonly part: number) {}

  begin(term: string): void {
    if (isFull(this.writer, term)) this.close();
    this.writer.begin(term);
  }

  posting(doc: number, mask: number, places: Uint8Array): void {
    this.writer.posting(doc, mask, places);
  }

  end(): void {
    this.writer.end();
  }

  whole(list: WholeTerm): void {
    if (isFull(this.writer, list.term)) this.close();
    this.writer.whole(list);
  }

  /** Ends the last shard. */
  close(): void {
    if (this.writer.first === undefined) return;
    const { shard, bytes } = this.writer.finish(this.part, this.offset);
    this.shards.push(shard);
    for (const each of bytes) {
      this.bytes.push(each);
      this.offset += each.length;
    }
    this.writer = new ShardWriter();
  }
}

/** Whether a term has to begin a new shard. */
export function isFull({ first, size }: ShardWriter, term: string): boolean {
  return first !== undefined && (size >= FULL_SHARD || areaOf(first) !== areaOf(term));
}
