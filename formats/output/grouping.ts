import { STATUSES, type Talk } from '../../core/talk';
import type { Grouping, Talks } from '../format';

/** Heading of the talks that belong to no group of their kind. */
const REST: Record<Grouping, string> = { event: 'Other talks', tag: 'Untagged', month: 'Undated', status: '' };

/** How much rendered text waits in memory, in bytes; the rest does in Blobs, which the browser keeps on disk where they are many. */
const MOST_BYTES = 16_000_000;

interface Group {
  name: string;
  talks: AsyncIterable<string>;
}

/**
 * The talks, each rendered at once and kept so, under the headings of a grouping. A talk stands under each of its tags. Events keep
 * the order in which the talks come, months run from the latest, tags by alphabet, status from what is to be watched.
 */
export async function grouped(talks: Talks, by: Grouping, render: (talk: Talk) => string): Promise<Group[]> {
  const piles = new Map<string, Pile>();
  const encoder = new TextEncoder();
  let size = 0;
  for await (const talk of talks) {
    // As bytes it is off the heap, and what the text was put together from can go.
    const text = encoder.encode(render(talk));
    for (const name of groupsOf(talk, by)) {
      const pile = piles.get(name) ?? new Pile();
      pile.texts.push(text);
      piles.set(name, pile);
      size += text.length;
    }
    if (size < MOST_BYTES) continue;
    for (const pile of piles.values()) pile.putAway();
    size = 0;
  }
  const sorted = [...piles].sort(([one], [other]) => compare(one, other, by));
  return sorted.map(([name, pile]) => ({ name, talks: pile.read() }));
}

class Pile {
  texts: Uint8Array<ArrayBuffer>[] = [];
  private readonly blobs: Blob[] = [];

  putAway(): void {
    if (this.texts.length > 0) this.blobs.push(new Blob(this.texts));
    this.texts = [];
  }

  async *read(): AsyncIterable<string> {
    for (const blob of this.blobs.splice(0)) yield await blob.text();
    const decoder = new TextDecoder();
    for (const text of this.texts.splice(0)) yield decoder.decode(text);
  }
}

/** The headings a talk belongs under. */
function groupsOf(talk: Talk, by: Grouping): string[] {
  if (by === 'tag') return talk.tags.length > 0 ? [...new Set(talk.tags)] : [REST.tag];
  if (by === 'month') return [/^\d{4}-\d\d/.exec(talk.starts ?? '')?.[0] ?? REST.month];
  return [by === 'status' ? talk.status : talk.event?.name || REST.event];
}

function compare(one: string, other: string, by: Grouping): number {
  if (one === REST[by] || other === REST[by]) return Number(one === REST[by]) - Number(other === REST[by]);
  if (by === 'month') return one < other ? 1 : -1;
  if (by === 'tag') return one.localeCompare(other, 'en');
  return by === 'status' ? order(one) - order(other) : 0;
}

function order(status: string): number {
  return (STATUSES as readonly string[]).indexOf(status);
}
