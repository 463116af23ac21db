import { FIXED_KEYS, type LabelKind } from '../../core/labels';
import type { Leaf } from '../../core/plan';
import type { LabelTable, Source, WordCount } from './source';
import { countIn } from './tables';
import { type Values, numbered } from './values';

/** So many bytes of the index a page holds at most: all of it for 60,000 talks, and the words of 100,000. */
const MOST_HELD = 24_000_000;

/**
 * The whole library as search sees it at one moment: all sources side by side, their talks numbered through. Never changes; what is read once
 * is kept for the next key.
 */
export class View {
  readonly count: number;
  /** How many talks are there, those deleted not counted. */
  readonly alive: number;
  private readonly kept = new Map<string, Promise<unknown>>();

  /** @param live 1 for every talk that is there, 0 for those deleted or edited since */
  constructor(
    private readonly sources: readonly Source[],
    readonly live: Uint8Array,
  ) {
    this.count = live.length;
    this.alive = countIn(live);
  }

  saved = (): Promise<Float64Array> => this.column('saved', Float64Array);
  seqs = (): Promise<Uint32Array> => this.column('seqs', Uint32Array);
  starts = (): Promise<Float64Array> => this.column('starts', Float64Array);

  /**
   * The place of each talk when all are sorted by their values of a kind; equal values have equal places, and of several the first counts. A talk
   * without any has -1.
   */
  ranks = (kind: LabelKind): Promise<Int32Array> =>
    this.keep(`ranks ${kind}`, async () => {
      const tables = await this.labels(kind);
      const keys = FIXED_KEYS[kind] ?? [...new Set(tables.flatMap(({ table }) => table.keys))].sort((a, b) => (a < b ? -1 : 1));
      const rankOf = new Map(keys.map((key, rank) => [key, rank]));
      const ranks = new Int32Array(this.count).fill(-1);
      for (const { base, table } of tables)
        eachLabel(table, (key, docs) => {
          const rank = rankOf.get(key) ?? -1;
          for (const doc of docs) if (ranks[base + doc] === -1 || rank < (ranks[base + doc] as number)) ranks[base + doc] = rank;
        });
      return ranks;
    });

  /**
   * Holds as much of the index in memory as is granted, because asking the browser for a piece costs a key more than all its arithmetic. One piece is
   * read after the other, between the keys, so that none of them waits.
   */
  hold = (): Promise<unknown> =>
    this.keep('held', async () => {
      let left = MOST_HELD;
      for (const what of ['words', 'places', 'others'] as const)
        for (const source of this.sources) left = (await source.hold?.(what, left)) ?? left;
      return left;
    });

  /** How well each talk fits each leaf. */
  async weigh(leaves: readonly Leaf[]): Promise<Uint8Array[]> {
    const tables = leaves.map(() => new Uint8Array(this.count));
    await Promise.all(
      this.placed().map(({ source, base }) =>
        source.weigh(
          leaves,
          tables.map((table) => table.subarray(base, base + source.count)),
        ),
      ),
    );
    await Promise.all(leaves.map((leaf, i) => this.weighDates(leaf, tables[i])));
    return tables;
  }

  /** The values of a kind, source by source, each with the number of its first talk. */
  labels(kind: LabelKind): Promise<{ base: number; table: LabelTable }[]> {
    return this.keep(`labels ${kind}`, () =>
      Promise.all(this.placed().map(async ({ source, base }) => ({ base, table: await source.labels(kind) }))),
    );
  }

  /** The values of a kind in all sources, numbered for counting. */
  values = (kind: LabelKind): Promise<Values> => this.keep(`values ${kind}`, async () => numbered(await this.labels(kind)));

  /** The words of all texts that begin with a text, and about how many talks have them. */
  async wordsFrom(prefix: string): Promise<WordCount[]> {
    return (await Promise.all(this.sources.map((source) => source.wordsFrom(prefix)))).flat();
  }

  private async weighDates(leaf: Leaf, table: Uint8Array | undefined): Promise<void> {
    if ((leaf.type !== 'starts' && leaf.type !== 'saved') || !table) return;
    const column = await this[leaf.type]();
    const { from, to } = leaf;
    column.forEach((value, doc) => (table[doc] = value >= from && value <= to ? 1 : 0));
  }

  private placed(): { source: Source; base: number }[] {
    let next = 0;
    return this.sources.map((source) => {
      const base = next;
      next += source.count;
      return { source, base };
    });
  }

  private column<T extends Float64Array | Uint32Array>(name: 'saved' | 'seqs' | 'starts', Column: new (length: number) => T): Promise<T> {
    return this.keep(name, async () => {
      const parts = this.placed();
      const columns = (await Promise.all(parts.map(({ source }) => source[name]()))) as T[];
      const [only] = columns.filter(({ length }) => length > 0);
      if (only?.length === this.count) return only;
      const whole = new Column(this.count);
      columns.forEach((column, i) => whole.set(column, parts[i]?.base));
      return whole;
    });
  }

  private keep<T>(name: string, read: () => Promise<T>): Promise<T> {
    const kept = this.kept.get(name) as Promise<T> | undefined;
    if (kept) return kept;
    const reading = read();
    this.kept.set(name, reading);
    // A failure is told to whoever asked, and tried anew for the next.
    reading.catch(() => this.kept.delete(name));
    return reading;
  }
}

/** Visits the values of a table with their talks. */
export function eachLabel(table: LabelTable, visit: (key: string, docs: Uint32Array, shown: string) => void): void {
  let from = 0;
  table.keys.forEach((key, i) => {
    const end = table.ends[i] ?? from;
    visit(key, table.docs.subarray(from, end), table.shown[i] ?? key);
    from = end;
  });
}
