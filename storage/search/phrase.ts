import type { Unit } from '../../core/plan';
import { phraseWeight } from '../../core/rank';
import { MOST_PLACES } from '../../core/searchable';
import { PLACES_A_TALK, collectPlaces, eachDoc } from './postings';
import type { Segment } from './segment';
import { termsOfUnit } from './terms';

/** Enters the weight of a phrase for each talk of a segment that has its words one after the other. @throws Damaged */
export async function weighPhrase(segment: Segment, units: readonly Unit[], fields: number, table: Uint8Array): Promise<void> {
  const wanted = await talksWithAll(segment, units);
  if (!wanted) return;
  let starts: Float64Array | undefined;
  for (const unit of units) {
    const places = await placesOf(segment, unit, wanted);
    starts = starts ? starts.filter(followedIn(places, unit.offset)) : places;
    if (starts.length === 0) return;
  }
  enterMasks(starts ?? new Float64Array(0), fields, table);
}

/** The talks that have every word somewhere; undefined where there is none. */
async function talksWithAll(segment: Segment, units: readonly Unit[]): Promise<Uint8Array | undefined> {
  if (units.length === 0) return undefined;
  let wanted: Uint8Array | undefined;
  for (const unit of units) {
    const has = new Uint8Array(segment.count);
    await segment.each(termsOfUnit(unit), false, (entry, docs) => eachDoc(docs, entry, (doc) => (has[doc] = 1)));
    const both = wanted ? has.map((one, doc) => one & (wanted?.[doc] ?? 0)) : has;
    if (!both.includes(1)) return undefined;
    wanted = both;
  }
  return wanted;
}

async function placesOf(segment: Segment, unit: Unit, wanted: Uint8Array): Promise<Float64Array> {
  const places: number[] = [];
  await segment.each(termsOfUnit(unit), true, (entry, docs, lists) => collectPlaces(docs, lists, entry, wanted, places));
  // Those of one term are in order; a prefix brings several terms.
  return Float64Array.from(places).sort();
}

/** Tells for ascending places, asked in order, whether so many places after stands one of `others`. */
function followedIn(others: Float64Array, offset: number): (place: number) => boolean {
  let next = 0;
  return (place) => {
    while (next < others.length && (others[next] as number) < place + offset) next++;
    return others[next] === place + offset;
  };
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
