import { type Label, labelsOf } from './labels';
import { savedKey, startsKey } from './moments';
import type { Leaf, Tree, Unit } from './plan';
import { PLAIN_WEIGHT, WEIGHTS, phraseWeight } from './rank';
import { MOST_PLACES, scanTalk } from './searchable';
import type { Talk } from './talk';

/**
 * The query language on one talk, written for being right and not for being fast: the index of storage/ must find what this finds. Storage also
 * uses it for the few talks that are not indexed yet.
 */
export interface TalkWords {
  /** Every word with the places where it stands, each `field * MOST_PLACES + place`. */
  words: ReadonlyMap<string, ReadonlySet<number>>;
  labels: readonly Label[];
  starts: number;
  saved: number;
}

/** What of a talk is searched. */
export function wordsOf(talk: Talk): TalkWords {
  const words = new Map<string, Set<number>>();
  scanTalk(talk, (word, field, place) => {
    const places = words.get(word) ?? new Set();
    words.set(word, places.add(field * MOST_PLACES + place));
  });
  return { words, labels: labelsOf(talk), starts: startsKey(talk.starts), saved: savedKey(talk.savedAt) };
}

/** How well a leaf fits a talk, 0 where it does not; at most 255. */
export function weightOf(leaf: Leaf, talk: TalkWords): number {
  switch (leaf.type) {
    case 'words':
      return Math.max(sequenceWeight(leaf.units, leaf.fields, talk), leaf.joined ? wordWeight(leaf.joined, leaf.fields, talk) : 0);
    case 'label':
      return talk.labels.some((label) => label.kind === leaf.kind && fits(label.key, leaf)) ? PLAIN_WEIGHT : 0;
    case 'starts':
    case 'saved':
      return talk[leaf.type] >= leaf.from && talk[leaf.type] <= leaf.to ? PLAIN_WEIGHT : 0;
  }
}

/** Whether a talk is asked for, given the weight of each leaf. */
export function holds(tree: Tree, weights: readonly number[]): boolean {
  if ('leaf' in tree) return (weights[tree.leaf] ?? 0) > 0;
  if ('not' in tree) return !holds(tree.not, weights);
  return 'all' in tree ? tree.all.every((part) => holds(part, weights)) : tree.any.some((part) => holds(part, weights));
}

function fits(key: string, { key: wanted, prefix }: { key: string; prefix: boolean }): boolean {
  return prefix ? key.startsWith(wanted) : key === wanted;
}

function sequenceWeight(units: readonly Unit[], fields: number, talk: TalkWords): number {
  const [first] = units;
  if (!first) return 0;
  if (units.length === 1) return wordWeight(first, fields, talk);
  const places = units.map((unit) => placesOf(unit, talk));
  const starts = [...(places[0] ?? [])].filter((start) => units.every((unit, i) => places[i]?.has(start - first.offset + unit.offset)));
  return phraseWeight(maskOfPlaces(starts) & fields);
}

function wordWeight(unit: Unit, fields: number, { words }: TalkWords): number {
  let best = 0;
  for (const [word, places] of words) {
    if (!fitsUnit(word, unit)) continue;
    const weight = WEIGHTS[maskOfPlaces(places) & fields] ?? 0;
    best = Math.max(best, word === unit.text ? 2 * weight : weight);
  }
  return best;
}

function placesOf(unit: Unit, { words }: TalkWords): Set<number> {
  return new Set([...words].flatMap(([word, places]) => (fitsUnit(word, unit) ? [...places] : [])));
}

function fitsUnit(word: string, { text, prefix }: Unit): boolean {
  return prefix ? word.startsWith(text) : word === text;
}

function maskOfPlaces(places: Iterable<number>): number {
  let mask = 0;
  for (const place of places) mask |= 1 << Math.floor(place / MOST_PLACES);
  return mask;
}
