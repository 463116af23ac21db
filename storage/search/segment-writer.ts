import { labelsOf } from '../../core/labels';
import { savedKey, startsKey } from '../../core/moments';
import { scanTalk } from '../../core/searchable';
import type { TalkRow } from '../database';
import { checksum } from './bytes';
import type { PartRow } from './index-row';
import { Occurrences } from './occurrences';
import { COLUMNS, INDEX_VERSION, type ColumnName, type Section, type SegmentHeader, hashOf, labelTerm } from './segment-format';
import { TermWriter } from './term-writer';

export type ColumnValues = Record<ColumnName, Float64Array | Uint32Array>;

/** A segment in memory: rows go in, a header and the bytes of one part come out. */
export class SegmentBuilder {
  private readonly occurrences = new Occurrences();
  private readonly rows: { saved: number; starts: number; seq: number; hash: [number, number] }[] = [];

  get count(): number {
    return this.rows.length;
  }

  add(row: TalkRow): void {
    const doc = this.rows.length;
    this.rows.push({ saved: savedKey(row.savedAt), starts: startsKey(row.starts), seq: row.seq, hash: hashOf(row.id) });
    scanTalk(row, (word, field, place) => this.occurrences.add(word, doc, field, place));
    for (const { kind, key, shown } of labelsOf(row)) this.occurrences.addLabel(labelTerm(kind, key, shown), doc);
  }

  /** The segment, and its parts as they are to be stored. */
  async finish(): Promise<{ header: SegmentHeader; parts: PartRow[] }> {
    const writer = new TermWriter();
    await this.occurrences.write(writer);
    writer.close();
    const { columns, bytes } = columnSections(this.columns(), writer.parts.length, 0);
    const parts = [...writer.parts, bytes].map((part) => ({ key: crypto.randomUUID(), blob: blobOf(part) }));
    return {
      header: { version: INDEX_VERSION, count: this.count, parts: parts.map(({ key }) => key), columns, shards: writer.shards },
      parts,
    };
  }

  private columns(): ColumnValues {
    return {
      saved: Float64Array.from(this.rows, ({ saved }) => saved),
      starts: Float64Array.from(this.rows, ({ starts }) => starts),
      seqs: Uint32Array.from(this.rows, ({ seq }) => seq),
      ids: Uint32Array.from(this.rows.flatMap(({ hash }) => hash)),
    };
  }
}

/** Columns as they lie in a part from an offset on. */
export function columnSections(
  values: ColumnValues,
  part: number,
  from: number,
): { columns: SegmentHeader['columns']; bytes: Uint8Array[] } {
  let offset = from;
  const bytes = COLUMNS.map((name) => new Uint8Array(values[name].buffer, values[name].byteOffset, values[name].byteLength));
  const sections = bytes.map((column, i): [string | undefined, Section] => {
    const section = { part, offset, bytes: column.length, sum: checksum(column) };
    offset += column.length;
    return [COLUMNS[i], section];
  });
  return { columns: Object.fromEntries(sections) as SegmentHeader['columns'], bytes };
}

/** A Blob of its own copy of some bytes. */
export function blobOf(bytes: readonly Uint8Array[]): Blob {
  return new Blob(bytes.map((each) => each.slice()));
}
