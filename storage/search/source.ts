import type { LabelKind } from '../../core/labels';
import type { Leaf } from '../../core/plan';

/**
 * Talks that can be searched together: one segment of the index, or those that are not indexed yet. They are numbered from 0. Everything that
 * reads may throw `Damaged`.
 */
export interface Source {
  /** How many talks there are, those that are deleted included. */
  readonly count: number;
  /** The column with the moments of saving, in milliseconds since 1970. */
  saved(): Promise<Float64Array>;
  /** The column with the place in the sequence of changes that names a talk's row. */
  seqs(): Promise<Uint32Array>;
  /** The column with the beginnings, counted as by `startsKey`. */
  starts(): Promise<Float64Array>;
  /** Holds in memory what fits into so many bytes. @returns how many are left */
  hold?(what: Held, left: number): Promise<number>;
  /** Enters how well each talk fits each words or label leaf; the tables come filled with 0. Other leaves are passed over. */
  weigh(leaves: readonly Leaf[], tables: readonly Uint8Array[]): Promise<void>;
  /** All values of a kind with their talks. */
  labels(kind: LabelKind): Promise<LabelTable>;
  /** Words of the texts and how many talks have them: those that begin with a text. */
  wordsFrom(prefix: string): Promise<WordCount[]>;
}

/** What can be held: the lists of all words, their places, which phrases need, or the lists of everything else. */
export type Held = 'words' | 'places' | 'others';

export interface WordCount {
  word: string;
  count: number;
}

/** Values in ascending order of their keys; the talks of the i-th lie in `docs` before `ends[i]`. */
export interface LabelTable {
  keys: string[];
  shown: string[];
  ends: Uint32Array;
  docs: Uint32Array;
}

/** What is stored of the index cannot be what was written. It is rebuilt from the rows. */
export class Damaged extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(`talkshelf: search index damaged: ${what}`, options);
    this.name = 'Damaged';
  }
}
