import type { LabelKind } from '../../core/labels';
import type { Leaf, Unit } from '../../core/plan';
import { PLAIN_WEIGHT } from '../../core/rank';
import { ALL_FIELDS } from '../../core/searchable';
import { checksum, textOf, utf8 } from './bytes';
import { type BlockLists, Dictionary, type Entry } from './dictionary';
import { PartReader, type PartStore } from './parts';
import { pause } from './pause';
import { weighPhrase } from './phrase';
import { OWN_WEIGHTS, eachDoc, enterWeights, weightsOfMasks } from './postings';
import {
  type ColumnName,
  SHOWN_MARK,
  type SegmentHeader,
  type Shard,
  type Stretch,
  areaOf,
  beginningTerm,
  labelStart,
} from './segment-format';
import { Damaged, type Held, type LabelTable, type Source, type WordCount } from './source';
import { AFTER_ALL, type Terms, beginsWith, exactly, termsOfLabel, termsOfUnit } from './terms';

/** Takes a term with the block of lists that holds its own. */
export type TermVisitor = (entry: Entry, docs: Uint8Array, places: Uint8Array) => void;

/** Blocks read so far are kept up to so many bytes a segment. */
const MOST_KEPT = 2_000_000;

/** One segment of the index, read by parts as far as it is needed. */
export class Segment implements Source {
  readonly count: number;
  private readonly reader: PartReader;
  private readonly dictionaries = new Map<Shard, Promise<Dictionary>>();
  private readonly blocks = new Map<string, Uint8Array>();
  private kept = 0;
  private columns: Promise<{ saved: ArrayBuffer; seqs: ArrayBuffer }> | undefined;

  constructor(
    readonly header: SegmentHeader,
    store: PartStore,
  ) {
    this.count = header.count;
    this.reader = new PartReader(store, header.parts);
  }

  saved = async () => new Float64Array((await this.first()).saved);
  seqs = async () => new Uint32Array((await this.first()).seqs);
  starts = async () => new Float64Array(await this.column('starts'));
  /** Two halves of a hash for each talk, as `hashOf` gives them. */
  ids = async () => new Uint32Array(await this.column('ids'));

  /** Holds in memory what fits into so many bytes of a kind of lists. @returns how many bytes are left */
  async hold(what: Held, left: number): Promise<number> {
    let rest = left;
    for (const { first, dictionary, docs, places } of this.header.shards) {
      const isOfWords = areaOf(first) === 'words';
      if (isOfWords !== (what !== 'others')) continue;
      const stretch = what === 'places' ? places : { ...dictionary, bytes: docs.offset + docs.bytes - dictionary.offset };
      if (stretch.bytes > rest) continue;
      await pause();
      await this.reader.hold(stretch);
      rest -= stretch.bytes;
    }
    return rest;
  }

  async weigh(leaves: readonly Leaf[], tables: readonly Uint8Array[]): Promise<void> {
    await Promise.all(leaves.map((leaf, i) => this.weighLeaf(leaf, tables[i] ?? new Uint8Array(this.count))));
  }

  async labels(kind: LabelKind): Promise<LabelTable> {
    const start = labelStart(kind);
    const [keys, shown, ends, docs]: [string[], string[], number[], number[]] = [[], [], [], []];
    await this.each({ low: start, high: start + AFTER_ALL, accepts: beginsWith(start) }, false, (entry, lists) => {
      const [key = '', name = key] = textOf(entry.bytes, entry.length).slice(start.length).split(SHOWN_MARK);
      keys.push(key);
      shown.push(name);
      eachDoc(lists, entry, (doc) => docs.push(doc));
      ends.push(docs.length);
    });
    return { keys, shown, ends: Uint32Array.from(ends), docs: Uint32Array.from(docs) };
  }

  async wordsFrom(prefix: string): Promise<WordCount[]> {
    const words: WordCount[] = [];
    const accepts = beginsWith(prefix);
    for (const { dictionary, blocks } of await this.located(prefix, prefix + AFTER_ALL)) {
      for (const block of blocks) {
        dictionary.each(block, (entry) => {
          if (accepts(entry)) words.push({ word: textOf(entry.bytes, entry.length), count: entry.count });
          return true;
        });
      }
    }
    return words;
  }

  /** Visits terms in order with their lists; those of places only where they are asked for. */
  async each({ low, high, accepts }: Terms, withPlaces: boolean, visit: TermVisitor): Promise<void> {
    for (const { shard, dictionary, blocks } of await this.located(low, high)) {
      const [docs, places] = await Promise.all([
        this.lists(shard.docs, blocks, dictionary.docs),
        withPlaces ? this.lists(shard.places, blocks, dictionary.places) : [],
      ]);
      blocks.forEach((block, i) => {
        dictionary.each(block, (entry) => {
          if (accepts(entry)) visit(entry, docs[i] ?? NO_BYTES, places[i] ?? NO_BYTES);
          return true;
        });
      });
    }
  }

  /** The blocks from the one on that may hold a term, with their lists. */
  async *blocksFrom(term: string): AsyncGenerator<{ dictionary: Dictionary; block: number; docs: Uint8Array; places: Uint8Array }> {
    for (const { shard, dictionary, blocks } of await this.located(term, AFTER_ALL)) {
      const [docs, places] = await Promise.all([
        this.lists(shard.docs, blocks, dictionary.docs),
        this.lists(shard.places, blocks, dictionary.places),
      ]);
      for (const [i, block] of blocks.entries()) yield { dictionary, block, docs: docs[i] ?? NO_BYTES, places: places[i] ?? NO_BYTES };
    }
  }

  private async weighLeaf(leaf: Leaf, table: Uint8Array): Promise<void> {
    if (leaf.type === 'label') {
      const enter: TermVisitor = (entry, docs) => eachDoc(docs, entry, (doc) => (table[doc] = PLAIN_WEIGHT));
      await this.each(termsOfLabel(leaf), false, enter);
    }
    if (leaf.type !== 'words') return;
    const [first] = leaf.units;
    if (first && leaf.units.length === 1) await this.weighWord(first, leaf.fields, table);
    else await weighPhrase(this, leaf.units, leaf.fields, table);
    if (leaf.joined) await this.weighWord(leaf.joined, leaf.fields, table);
  }

  private async weighWord(unit: Unit, fields: number, table: Uint8Array): Promise<void> {
    const beginning = unit.prefix && fields === ALL_FIELDS ? beginningTerm(unit.text) : undefined;
    if (beginning !== undefined) {
      return this.each(exactly(beginning), false, (entry, docs) => enterWeights(docs, entry, OWN_WEIGHTS, table));
    }
    const length = utf8(unit.text).length;
    const [longer, very] = [weightsOfMasks(fields, 1), weightsOfMasks(fields, 2)];
    await this.each(termsOfUnit(unit), false, (entry, docs) => enterWeights(docs, entry, entry.length === length ? very : longer, table));
  }

  private async located(low: string, high: string): Promise<{ shard: Shard; dictionary: Dictionary; blocks: number[] }[]> {
    const { shards } = this.header;
    const wanted = shards.filter(({ first }, i) => first <= high && (shards[i + 1]?.first ?? AFTER_ALL) > low);
    return Promise.all(
      wanted.map(async (shard) => {
        const dictionary = await this.dictionary(shard);
        const [from, to] = dictionary.range(low, high);
        return { shard, dictionary, blocks: Array.from({ length: to - from }, (_, i) => from + i) };
      }),
    );
  }

  private dictionary(shard: Shard): Promise<Dictionary> {
    const known = this.dictionaries.get(shard);
    if (known) return known;
    const reading = this.reader.section(shard.dictionary).then((bytes) => new Dictionary(bytes));
    this.dictionaries.set(shard, reading);
    return reading;
  }

  private async lists(area: Stretch, blocks: readonly number[], listsOf: (block: number) => BlockLists): Promise<Uint8Array[]> {
    const wanted = blocks.map((block) => listsOf(block));
    const missing = wanted.filter(({ from }) => !this.blocks.has(keyOf(area, from)));
    const fresh = new Map<number, Uint8Array>();
    const [first, last] = [missing[0], missing.at(-1)];
    if (first && last) {
      const bytes = await this.reader.read({ part: area.part, offset: area.offset + first.from, bytes: last.to - first.from });
      for (const { from, to, sum } of missing) {
        const block = bytes.subarray(from - first.from, to - first.from);
        if (checksum(block) !== sum) throw new Damaged('a block of lists');
        fresh.set(from, block);
        this.keep(keyOf(area, from), block, this.reader.holds({ ...area, bytes: to }));
      }
    }
    return wanted.map(({ from }) => fresh.get(from) ?? this.blocks.get(keyOf(area, from)) ?? NO_BYTES);
  }

  /** Large stretches are not kept, unless they are held anyway: their blocks share one buffer, and a key seldom needs them again. */
  private keep(key: string, block: Uint8Array, held: boolean): void {
    if (held) this.blocks.set(key, block);
    if (held || block.buffer.byteLength > MOST_KEPT / 4) return;
    if (this.kept > MOST_KEPT) {
      this.blocks.clear();
      this.kept = 0;
    }
    this.blocks.set(key, block);
    this.kept += block.length;
  }

  /** Two columns with one reading: each costs a page that was just opened some milliseconds. */
  private first(): Promise<{ saved: ArrayBuffer; seqs: ArrayBuffer }> {
    const { saved, seqs } = this.header.columns;
    const reading = (this.columns ??= this.reader
      .sections(saved, seqs)
      .then(([one, other]) => ({ saved: one.buffer, seqs: other.buffer })));
    // Whoever asks for both does so at once; what they read is kept by the view.
    reading.finally(() => (this.columns = undefined)).catch(() => undefined);
    return reading;
  }

  private async column(name: ColumnName): Promise<ArrayBuffer> {
    return (await this.reader.section(this.header.columns[name])).buffer;
  }
}

const NO_BYTES = new Uint8Array(0);

function keyOf({ part, offset }: Stretch, from: number): string {
  return `${part} ${offset} ${from}`;
}
