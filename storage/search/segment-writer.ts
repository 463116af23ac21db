import { labelsOf } from '../../core/labels';
import { savedKey, startsKey } from '../../core/moments';
import { MOST_PLACES, maskOf, scanTalk } from '../../core/searchable';
import type { TalkRow } from '../database';
import { ByteWriter, checksum } from './bytes';
import { COLUMNS, INDEX_VERSION, type ColumnName, type Section, type SegmentHeader, hashOf, labelTerm } from './segment-format';
import { ShardWriter } from './shard-writer';

/** What a talk has of one term. */
interface Posting {
  doc: number;
  mask: number;
  places: Uint8Array;
}

export type ColumnValues = Record<ColumnName, Float64Array | Uint32Array>;

const NO_PLACES = new Uint8Array(0);
const LABEL_MASK = maskOf('abstract');

/** A segment in memory: rows go in, a header and the bytes of one part come out. */
export class SegmentBuilder {
  private readonly terms = new Map<string, Posting[]>();
  private readonly rows: { saved: number; starts: number; seq: number; hash: [number, number] }[] = [];

  get count(): number {
    return this.rows.length;
  }

  add(row: TalkRow): void {
    const doc = this.rows.length;
    this.rows.push({ saved: savedKey(row.savedAt), starts: startsKey(row.starts), seq: row.seq, hash: hashOf(row.id) });
    const words = new Map<string, number[]>();
    scanTalk(row, (word, field, place) => {
      const places = words.get(word);
      if (places) places.push(field * MOST_PLACES + place);
      else words.set(word, [field * MOST_PLACES + place]);
    });
    for (const [word, places] of words) this.post(word, { doc, ...encoded(places) });
    for (const { kind, key, shown } of labelsOf(row)) this.post(labelTerm(kind, key, shown), { doc, mask: LABEL_MASK, places: NO_PLACES });
  }

  /** @param part the key under which the bytes will be stored */
  finish(part: string): { header: SegmentHeader; blob: Blob } {
    const writer = new ShardWriter();
    for (const term of [...this.terms.keys()].sort(byUnits)) {
      writer.begin(term);
      for (const { doc, mask, places } of this.terms.get(term) ?? []) writer.posting(doc, mask, places);
      writer.end();
    }
    const { shard, bytes } = writer.finish(0, 0);
    const { columns, bytes: columnBytes } = columnSections(this.columns(), 0, lengthOf(bytes));
    const header = { version: INDEX_VERSION, count: this.count, parts: [part], columns, shards: [shard] };
    return { header, blob: blobOf([...bytes, ...columnBytes]) };
  }

  private post(term: string, posting: Posting): void {
    const postings = this.terms.get(term);
    if (postings) postings.push(posting);
    else this.terms.set(term, [posting]);
  }

  private columns(): ColumnValues {
    return {
      saved: Float64Array.from(this.rows, ({ saved }) => saved),
      starts: Float64Array.from(this.rows, ({ starts }) => starts),
      seqs: Uint32Array.from(this.rows, ({ seq }) => seq),
      ids: Uint32Array.from(this.rows.flatMap(({ hash }) => hash)),
    };
  }
}

/** Columns as they lie in a part from an offset on. */
export function columnSections(
  values: ColumnValues,
  part: number,
  from: number,
): { columns: SegmentHeader['columns']; bytes: Uint8Array[] } {
  let offset = from;
  const bytes = COLUMNS.map((name) => new Uint8Array(values[name].buffer, values[name].byteOffset, values[name].byteLength));
  const sections = bytes.map((column, i): [string | undefined, Section] => {
    const section = { part, offset, bytes: column.length, sum: checksum(column) };
    offset += column.length;
    return [COLUMNS[i], section];
  });
  return { columns: Object.fromEntries(sections) as SegmentHeader['columns'], bytes };
}

/** A Blob of its own copy of some bytes. */
export function blobOf(bytes: readonly Uint8Array[]): Blob {
  return new Blob(bytes.map((each) => each.slice()));
}

/** The order of terms: by UTF-16 units, as `<` compares. */
export function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function lengthOf(bytes: readonly Uint8Array[]): number {
  return bytes.reduce((sum, { length }) => sum + length, 0);
}

const scratch = new ByteWriter();

/** Places of one word as they are stored; a word visits fields in order, and places within a field in order, but for joined words. */
function encoded(places: number[]): { mask: number; places: Uint8Array } {
  places.sort((a, b) => a - b);
  let mask = 0;
  scratch.length = 0;
  for (let i = 0, last = 0; i < places.length; i++) {
    const place = places[i] as number;
    const field = Math.floor(place / MOST_PLACES);
    if (!(mask & (1 << field))) last = field * MOST_PLACES;
    mask |= 1 << field;
    const next = places[i + 1];
    const ends = next === undefined || Math.floor(next / MOST_PLACES) !== field;
    scratch.number((place - last) * 2 + (ends ? 1 : 0));
    last = place;
  }
  return { mask, places: scratch.since().slice() };
}
