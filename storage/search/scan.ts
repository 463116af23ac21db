import type { Label, LabelKind } from '../../core/labels';
import { type TalkWords, weightOf, wordsOf } from '../../core/match';
import type { Leaf } from '../../core/plan';
import type { TalkRow } from '../database';
import type { LabelTable, Source, WordCount } from './source';

/** Reads rows by their place in the sequence, both ends included, in batches; rows that are gone are left out. */
export type RowReader = (from: number, to: number) => AsyncGenerator<TalkRow[]>;

/** So many rows are kept split into words between two keys of a reader; what is beyond is read anew. */
const MOST_KEPT = 2000;

/** The talks that no segment holds yet, looked through one by one. */
export class ScanSource implements Source {
  readonly ids: string[] = [];
  private readonly kept: TalkWords[] = [];
  private readonly columns = { saved: [] as number[], seqs: [] as number[], starts: [] as number[] };

  private constructor(private readonly read: RowReader) {}

  static async of(read: RowReader, from: number, to: number): Promise<ScanSource> {
    const source = new ScanSource(read);
    if (from <= to) for await (const rows of read(from, to)) rows.forEach((row) => source.add(row));
    return source;
  }

  get count(): number {
    return this.ids.length;
  }

  saved = () => Promise.resolve(Float64Array.from(this.columns.saved));
  seqs = () => Promise.resolve(Uint32Array.from(this.columns.seqs));
  starts = () => Promise.resolve(Float64Array.from(this.columns.starts));

  async weigh(leaves: readonly Leaf[], tables: readonly Uint8Array[]): Promise<void> {
    await this.each((talk, doc) => {
      leaves.forEach((leaf, i) => {
        const table = tables[i];
        if (table) table[doc] = weightOf(leaf, talk);
      });
    });
  }

  async labels(kind: LabelKind): Promise<LabelTable> {
    const values = new Map<string, { label: Label; docs: number[] }>();
    await this.each((talk, doc) => {
      for (const label of talk.labels) {
        if (label.kind !== kind) continue;
        const value = values.get(label.key) ?? { label, docs: [] };
        value.docs.push(doc);
        values.set(label.key, value);
      }
    });
    return tableOf([...values.values()].sort((a, b) => (a.label.key < b.label.key ? -1 : 1)));
  }

  async wordsFrom(prefix: string): Promise<WordCount[]> {
    const counts = new Map<string, number>();
    await this.each(({ words }) => {
      for (const word of words.keys()) if (word.startsWith(prefix)) counts.set(word, (counts.get(word) ?? 0) + 1);
    });
    return [...counts].map(([word, count]) => ({ word, count }));
  }

  private add(row: TalkRow): void {
    const words = wordsOf(row);
    if (this.kept.length < MOST_KEPT) this.kept.push(words);
    this.ids.push(row.id);
    this.columns.saved.push(words.saved);
    this.columns.seqs.push(row.seq);
    this.columns.starts.push(words.starts);
  }

  private async each(visit: (talk: TalkWords, doc: number) => void): Promise<void> {
    this.kept.forEach(visit);
    const { seqs } = this.columns;
    const next = seqs[this.kept.length];
    if (next === undefined) return;
    const docs = new Map(seqs.map((seq, doc) => [seq, doc]));
    for await (const rows of this.read(next, seqs.at(-1) ?? next)) {
      for (const row of rows) {
        const doc = docs.get(row.seq);
        if (doc !== undefined) visit(wordsOf(row), doc);
      }
    }
  }
}

function tableOf(values: readonly { label: Label; docs: readonly number[] }[]): LabelTable {
  let end = 0;
  return {
    keys: values.map(({ label }) => label.key),
    shown: values.map(({ label }) => label.shown),
    ends: Uint32Array.from(values, ({ docs }) => (end += docs.length)),
    docs: Uint32Array.from(values.flatMap(({ docs }) => docs)),
  };
}
