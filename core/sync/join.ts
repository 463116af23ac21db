import { joinDots, latest } from './dots';
import type { Register, TalkState } from './state';

/**
 * Both states together. Commutative, associative and idempotent, so that it does not matter in which order, how often and by which way changes
 * arrive. Two ids of one talk become the smaller one.
 */
export function joined(one: TalkState, other: TalkState): TalkState {
  const id = one.id < other.id ? one.id : other.id;
  const ids = new Set([...one.ids, ...other.ids, one.id, other.id]);
  ids.delete(id);
  return {
    id,
    ids,
    born: one.born < other.born ? one.born : other.born,
    fields: joinMaps(one.fields, other.fields, laterOf),
    sets: {
      tags: joinMaps(one.sets.tags, other.sets.tags, joinDots),
      keys: joinMaps(one.sets.keys, other.sets.keys, joinDots),
      corrected: joinMaps(one.sets.corrected, other.sets.corrected, joinDots),
    },
    alive: one.alive > other.alive ? one.alive : other.alive,
    gone: latest([...one.gone, ...other.gone]),
    deletedAt: one.deletedAt > other.deletedAt ? one.deletedAt : other.deletedAt,
  };
}

/** The later of two values of a field. One stamp with two values means a copied profile: then the text decides, the same everywhere. */
export function laterOf(one: Register, other: Register): Register {
  if (one.stamp !== other.stamp) return one.stamp > other.stamp ? one : other;
  return textOf(one.value) >= textOf(other.value) ? one : other;
}

function textOf(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value);
}

function joinMaps<T>(one: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>, join: (one: T, other: T) => T): Map<string, T> {
  const both = new Map(one);
  for (const [name, value] of other) {
    const known = both.get(name);
    both.set(name, known === undefined ? value : join(known, value));
  }
  return both;
}
