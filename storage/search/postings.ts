import { WEIGHTS } from '../../core/rank';
import { MOST_PLACES, TEXT_FIELDS, maskOf } from '../../core/searchable';
import { ByteReader } from './bytes';
import type { Entry } from './dictionary';

const ABSTRACT_ONLY = maskOf('abstract');

/** Visits the talks of a term in ascending order, each with the mask of the fields where the term stands. */
export function eachDoc(docs: Uint8Array, entry: Entry, visit: (doc: number, mask: number) => void): void {
  const end = entry.docsEnd;
  for (let at = entry.docs, doc = 0; at < end;) {
    let byte = docs[at++] as number;
    let step = byte & 0x7f;
    for (let shift = 7; byte > 0x7f && at < end; shift += 7) {
      byte = docs[at++] as number;
      step |= (byte & 0x7f) << shift;
    }
    doc += step >>> 1;
    visit(doc, step & 1 ? ABSTRACT_ONLY : (docs[at++] as number));
  }
}

/** Enters how much a term counts for each of its talks, where that is more than what is there. The one loop that decides how quick a key is. */
export function enterWeights(docs: Uint8Array, entry: Entry, weights: Uint8Array, table: Uint8Array): void {
  const plain = weights[ABSTRACT_ONLY] as number;
  const end = entry.docsEnd;
  for (let at = entry.docs, doc = 0; at < end;) {
    let byte = docs[at++] as number;
    let step = byte & 0x7f;
    for (let shift = 7; byte > 0x7f && at < end; shift += 7) {
      byte = docs[at++] as number;
      step |= (byte & 0x7f) << shift;
    }
    doc += step >>> 1;
    const weight = step & 1 ? plain : (weights[docs[at++] as number] as number);
    if (weight > (table[doc] as number)) table[doc] = weight;
  }
}

/** What the byte of a talk counts: the weight of the mask of fields that it is. */
export function weightsOfMasks(fields: number, factor: number): Uint8Array {
  const key = fields * 256 + factor;
  const weights = made.get(key) ?? Uint8Array.from({ length: 256 }, (_, mask) => (WEIGHTS[mask & fields] ?? 0) * factor);
  made.set(key, weights);
  return weights;
}

/** Every key asks for the same few. */
const made = new Map<number, Uint8Array>();

/** What the byte of a talk counts in the list of a beginning (segment-format.ts): it is the weight. */
export const OWN_WEIGHTS = Uint8Array.from({ length: 256 }, (_, byte) => (byte === ABSTRACT_ONLY ? (WEIGHTS[byte] ?? 0) : byte));

/** How many fields a mask has. */
export function fieldsIn(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Goes over the lists of places of one talk. @returns where they end */
export function skipPlaces(places: Uint8Array, at: number, mask: number): number {
  let next = at;
  for (let left = fieldsIn(mask); left > 0 && next < places.length;) {
    // The lowest bit of a number is in its first byte.
    if ((places[next] as number) & 1) left--;
    while ((places[next++] as number) > 0x7f);
  }
  return next;
}

/** So many numbers a talk: the place of a word in a talk of the segment as one number, ascending by talk, field and place. */
export const PLACES_A_TALK = TEXT_FIELDS.length * MOST_PLACES;

/** Collects where a term stands in the talks that are wanted. */
export function collectPlaces(docs: Uint8Array, places: Uint8Array, entry: Entry, wanted: Uint8Array, into: number[]): void {
  let last = -1;
  eachDoc(docs, entry, (doc) => {
    if (wanted[doc]) last = doc;
  });
  let next = entry.places;
  if (last < 0) return;
  eachDoc(docs, entry, (doc, mask) => {
    if (doc > last) return;
    next = wanted[doc] ? collectFields(places, next, entry.placesEnd, doc, mask, into) : skipPlaces(places, next, mask);
  });
}

/** Collects the places of one talk. @returns where its lists end */
function collectFields(places: Uint8Array, at: number, end: number, doc: number, mask: number, into: number[]): number {
  const reader = new ByteReader(places, at, end);
  for (let field = 0; field < TEXT_FIELDS.length; field++) {
    if (!(mask & (1 << field))) continue;
    let place = doc * PLACES_A_TALK + field * MOST_PLACES;
    for (let last = false; !last;) {
      const step = reader.number();
      place += Math.floor(step / 2);
      last = (step & 1) === 1;
      into.push(place);
    }
  }
  return reader.at;
}
