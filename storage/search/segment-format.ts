import { IDEOGRAPH, classAt } from '../../core/characters';
import { LABEL_KINDS, type LabelKind } from '../../core/labels';
import { sealed, textOf, unsealed, utf8 } from './bytes';
import { Damaged } from './source';

/**
 * How a segment is stored. It lies in parts (Blobs, table searchParts) and has a header (in the row of the index), which says where what is:
 * - columns, one value a talk: `saved` and `starts` (8-byte floats), `seqs` (4-byte numbers), `ids` (two 4-byte hashes a talk);
 * - shards, each for a stretch of the sorted terms: the dictionary, the lists of talks, and the lists of places. Labels, titles, beginnings and
 *   words (see `areaOf`) are in shards of their own, so that looking for one of them reads no dictionary of another.
 *
 * A dictionary is a table of blocks (BLOCK_WORDS 4-byte numbers each: where its terms, its lists of talks and its lists of places begin, and
 * the checksums of these lists; after the last comes one with the ends), then the terms: bytes shared with the term before, length and bytes
 * of the rest, number of talks, length of its list of talks, length of its lists of places.
 * A list of talks has for each the distance to the one before, times two, plus one where the term stands in the abstract only (or is a
 * label); else a byte follows with the mask of fields. For a beginning, which stands for all words that begin so, the byte is the weight of the
 * best of them in all fields, and plus one means that of a longer word in the abstract only. A list of places has for each talk and each of its fields the distances between
 * places, times two, plus one for the last.
 *
 * Everything is checksummed in the unit in which it is read. Everything changes only with INDEX_VERSION, which also stands for how texts are
 * split into words and labels (core/words.ts, core/searchable.ts, core/labels.ts): a segment of another version is rebuilt from the rows.
 */
export const INDEX_VERSION = 2;
export const BLOCK_WORDS = 5;

/** Where some bytes lie. */
export interface Stretch {
  part: number;
  offset: number;
  bytes: number;
}

export interface Section extends Stretch {
  sum: number;
}

export interface Shard {
  /** Its first term. */
  first: string;
  dictionary: Section;
  docs: Stretch;
  places: Stretch;
}

/** In the order in which they lie: the first two are what every first search of a page needs. */
export const COLUMNS = ['saved', 'seqs', 'starts', 'ids'] as const;
export type ColumnName = (typeof COLUMNS)[number];

export interface SegmentHeader {
  version: number;
  count: number;
  /** Keys in searchParts. */
  parts: string[];
  columns: Record<ColumnName, Section>;
  shards: Shard[];
}

export function writeHeader(header: SegmentHeader): Uint8Array<ArrayBuffer> {
  return sealed(utf8(JSON.stringify(header)));
}

/** @throws Damaged, also for a segment of another version */
export function readHeader(bytes: Uint8Array): SegmentHeader {
  const header = JSON.parse(textOf(unsealed(bytes, 'header'))) as SegmentHeader;
  if (header.version !== INDEX_VERSION) throw new Damaged(`version ${header.version}`);
  return header;
}

/** Labels are terms that no word can be: they sort before all words. */
const LABEL_MARK = '\u0001';
/** Parts the key of a label from the way it is shown, where that differs. */
export const SHOWN_MARK = '\0';

export function labelTerm(kind: LabelKind, key: string, shown = key): string {
  return labelStart(kind) + key + (shown === key || kind === 'title' ? '' : SHOWN_MARK + shown);
}

/** What the terms of all labels of a kind begin with. */
export function labelStart(kind: LabelKind): string {
  return LABEL_MARK + String.fromCharCode(97 + LABEL_KINDS.indexOf(kind));
}

/** Beginnings of words sort after the labels and before all words. */
const BEGINNING_MARK = '\u0002';

/** The term under which all talks are listed that have a word with a short beginning; undefined for one that has no such list. */
export function beginningTerm(text: string): string | undefined {
  if (text.length === 0 || text.length > 2 || isHalf(text, text.length - 1)) return undefined;
  // Two characters of a text without blanks are a word of their own.
  if (text.length === 2 && classAt(text, 0) === IDEOGRAPH) return undefined;
  return BEGINNING_MARK + text;
}

function isHalf(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit < 0xdc00;
}

/** Which kind of shard a term belongs into. */
export function areaOf(term: string): 'labels' | 'titles' | 'beginnings' | 'words' {
  if (term.startsWith(labelStart('title'))) return 'titles';
  if (term.startsWith(LABEL_MARK)) return 'labels';
  return term.startsWith(BEGINNING_MARK) ? 'beginnings' : 'words';
}

/** A talk that is deleted has its bit set. */
export function isDeleted(bits: Uint8Array, doc: number): boolean {
  return ((bits[doc >> 3] ?? 0) & (1 << (doc & 7))) !== 0;
}

/** A hash of an id in two halves: 64 bits, so that no two talks of a library share one. */
export function hashOf(id: string): [high: number, low: number] {
  let [high, low] = [0x811c9dc5, 0x2545f491];
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(((low << 7) | (low >>> 25)) ^ code, 0x9e3779b1);
  }
  return [high >>> 0, (low ^ (low >>> 15)) >>> 0];
}
