import { type Shard, areaOf } from './segment-format';
import { ShardWriter, type WholeTerm } from './shard-writer';

/** A shard of a segment, and a part, has about so many bytes: written in one transaction, that is some 20 ms. */
export const FULL_SHARD = 1_000_000;

/** Writes terms in ascending order into as many shards and parts as they need. */
export class TermWriter {
  readonly shards: Shard[] = [];
  /** What each part consists of. */
  readonly parts: Uint8Array[][] = [];
  private writer = new ShardWriter();
  private size = Infinity;

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
    if (this.size + this.writer.size > FULL_SHARD * 1.5) {
      this.parts.push([]);
      this.size = 0;
    }
    const { shard, bytes } = this.writer.finish(this.parts.length - 1, this.size);
    this.shards.push(shard);
    for (const each of bytes) {
      this.parts.at(-1)?.push(each);
      this.size += each.length;
    }
    this.writer = new ShardWriter();
  }
}

/** Whether a term has to begin a new shard. */
export function isFull({ first, size }: ShardWriter, term: string): boolean {
  return first !== undefined && (size >= FULL_SHARD || areaOf(first) !== areaOf(term));
}
