import type { Unit } from '../../core/plan';
import { phraseWeight } from '../../core/rank';
import { MOST_PLACES } from '../../core/searchable';
import { PLACES_A_TALK, collectPlaces, eachDoc } from './postings';
import type { Segment } from './segment';
import { termsOfUnit } from './terms';

/** Enters the weight of a phrase for each talk of a segment that has its words one after the other. @throws Damaged */
export async function weighPhrase(segment: Segment, units: readonly Unit[], fields: number, table: Uint8Array): Promise<void> {
  const having = await talksWithAll(segment, units);
  if (!having) return;
  let starts: Float64Array | undefined;
  /** Where from a start a word stands that was looked at. */
  let known = 0;
  // A word that comes again stands where it stood.
  const read = new Map<string, Float64Array>();
  // The rarest word first: it leaves the fewest talks in which the places of the others matter.
  for (const unit of having.rarestFirst) {
    const wanted = (): Uint8Array => (starts ? talksAt(starts, known, segment.count) : having.wanted);
    const places = read.get(nameOf(unit)) ?? (await placesOf(segment, unit, wanted()));
    read.set(nameOf(unit), places);
    starts = starts ? starts.filter(isIn(places, unit.offset)) : places.map((place) => place - unit.offset);
    if (starts.length === 0) return;
    known = unit.offset;
  }
  enterMasks(starts ?? new Float64Array(0), fields, table);
}

/** The talks that have every word somewhere, and the words by how many talks have them; undefined where no talk has all. */
async function talksWithAll(segment: Segment, units: readonly Unit[]): Promise<{ wanted: Uint8Array; rarestFirst: Unit[] } | undefined> {
  let wanted: Uint8Array | undefined;
  const counts = new Map<string, number>();
  for (const unit of units) {
    // A word that comes again asks for nothing more.
    if (counts.has(nameOf(unit))) continue;
    const has = new Uint8Array(segment.count);
    let count = 0;
    await segment.each(termsOfUnit(unit), false, (entry, docs) => {
      eachDoc(docs, entry, (doc) => (has[doc] = 1));
      count += entry.count;
    });
    counts.set(nameOf(unit), count);
    if (wanted) for (let doc = 0; doc < has.length; doc++) has[doc] = (has[doc] as number) & (wanted[doc] as number);
    if (!has.includes(1)) return undefined;
    wanted = has;
  }
  const countOf = (unit: Unit): number => counts.get(nameOf(unit)) ?? 0;
  return wanted && { wanted, rarestFirst: [...units].sort((a, b) => countOf(a) - countOf(b)) };
}

function nameOf({ text, prefix }: Unit): string {
  return prefix ? `${text}*` : text;
}

async function placesOf(segment: Segment, unit: Unit, wanted: Uint8Array): Promise<Float64Array> {
  const places: number[] = [];
  await segment.each(termsOfUnit(unit), true, (entry, docs, lists) => collectPlaces(docs, lists, entry, wanted, places));
  // Those of one term are in order; a prefix brings several terms.
  const sorted = new Float64Array(places);
  return unit.prefix ? sorted.sort() : sorted;
}

/** Tells for ascending starts, asked in order, whether one of some ascending places is so far behind. */
function isIn(places: Float64Array, offset: number): (start: number) => boolean {
  let next = 0;
  return (start) => {
    while (next < places.length && (places[next] as number) < start + offset) next++;
    return places[next] === start + offset;
  };
}

/** The talks of the places that are so far behind some starts: a start itself can lie before its talk. */
function talksAt(starts: Float64Array, offset: number, count: number): Uint8Array {
  const talks = new Uint8Array(count);
  for (let i = 0; i < starts.length; i++) talks[Math.floor(((starts[i] as number) + offset) / PLACES_A_TALK)] = 1;
  return talks;
}

function enterMasks(starts: Float64Array, fields: number, table: Uint8Array): void {
  for (let i = 0; i < starts.length;) {
    const doc = Math.floor((starts[i] as number) / PLACES_A_TALK);
    let mask = 0;
    for (; i < starts.length && Math.floor((starts[i] as number) / PLACES_A_TALK) === doc; i++) {
      mask |= 1 << Math.floor(((starts[i] as number) % PLACES_A_TALK) / MOST_PLACES);
    }
    table[doc] = Math.max(table[doc] ?? 0, phraseWeight(mask & fields));
  }
}
