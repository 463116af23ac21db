import { textOf } from './bytes';
import type { Entry } from './dictionary';
import { eachDoc, skipPlaces } from './postings';
import type { Segment } from './segment';

/** Takes a talk of a term with its lists of places as they are stored. */
export type PostingVisitor = (doc: number, mask: number, places: Uint8Array) => void;

/** A term of one or more segments, each with a way to go through its talks. */
export interface MergedTerm {
  term: string;
  postings: { segment: number; each: (visit: PostingVisitor) => void }[];
}

interface HeldTerm {
  term: string;
  each: (visit: PostingVisitor) => void;
}

/** The terms of several segments in one ascending order, from one on. @throws Damaged */
export async function* termsOfAll(segments: readonly Segment[], from: string): AsyncGenerator<MergedTerm> {
  const cursors = await Promise.all(segments.map((segment) => Cursor.of(segment, from)));
  for (;;) {
    const term = cursors.reduce<string | undefined>(
      (least, { held }) => (least === undefined || (held && held.term < least) ? held?.term : least),
      undefined,
    );
    if (term === undefined) return;
    const here = cursors.flatMap(({ held }, segment) => (held?.term === term ? [{ segment, each: held.each }] : []));
    yield { term, postings: here };
    for (const { segment } of here) {
      const cursor = cursors[segment];
      if (cursor && !cursor.next()) await cursor.nextBlock();
    }
  }
}

/** Goes through the terms of one segment, block by block. */
class Cursor {
  held: HeldTerm | undefined;
  private terms: HeldTerm[] = [];
  private at = 0;

  private constructor(private readonly blocks: AsyncGenerator<HeldTerm[]>) {}

  static async of(segment: Segment, from: string): Promise<Cursor> {
    const cursor = new Cursor(blocksOf(segment, from));
    await cursor.nextBlock();
    while (cursor.held && cursor.held.term < from) if (!cursor.next()) await cursor.nextBlock();
    return cursor;
  }

  /** Goes to the next term of the block. @returns whether there is one */
  next(): boolean {
    this.held = this.terms[++this.at];
    return this.held !== undefined;
  }

  async nextBlock(): Promise<void> {
    const next = await this.blocks.next();
    this.terms = next.done ? [] : next.value;
    this.at = 0;
    this.held = this.terms[0];
  }
}

async function* blocksOf(segment: Segment, from: string): AsyncGenerator<HeldTerm[]> {
  for await (const { dictionary, block, docs, places } of segment.blocksFrom(from)) {
    const terms: HeldTerm[] = [];
    dictionary.each(block, (entry) => {
      const kept = { ...entry };
      terms.push({ term: textOf(entry.bytes, entry.length), each: (visit) => eachPosting(kept, docs, places, visit) });
      return true;
    });
    if (terms.length > 0) yield terms;
  }
}

function eachPosting(entry: Entry, docs: Uint8Array, places: Uint8Array, visit: PostingVisitor): void {
  let at = entry.places;
  eachDoc(docs, entry, (doc, mask) => {
    const end = entry.placesEnd > entry.places ? skipPlaces(places, at, mask) : at;
    visit(doc, mask, places.subarray(at, end));
    at = end;
  });
}
