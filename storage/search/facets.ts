import { type LabelKind, LABEL_KINDS } from '../../core/labels';
import { conditionText } from '../../core/query-text';
import type { ValueField } from '../../core/query';
import { type View, eachLabel } from './view';

/** What hits can be counted by. */
export type FacetKind = Exclude<LabelKind, 'title'>;
export const FACET_KINDS = LABEL_KINDS.filter((kind): kind is FacetKind => kind !== 'title');

export interface FacetCount {
  /** As it stands in a query; see `facetCondition`. */
  value: string;
  /** As it is shown. */
  shown: string;
  count: number;
}

const FIELDS: Record<Exclude<FacetKind, 'year'>, ValueField> = {
  tag: 'tag',
  speaker: 'speaker',
  event: 'event',
  status: 'status',
  language: 'lang',
  link: 'has',
  kind: 'kind',
  site: 'site',
};

/** The condition that a value of a facet stands for, to be put into the query or the filters: `tag:"machine learning"`, `date:2024`. */
export function facetCondition(kind: FacetKind, value: string): string {
  return kind === 'year' ? `date:${value}` : conditionText(FIELDS[kind], value);
}

/** The values of a kind among some talks, most used first, without reading a row. @throws Damaged */
export async function facetCounts(view: View, matched: Uint8Array, kind: FacetKind, limit: number, prefix = ''): Promise<FacetCount[]> {
  const counts = new Map<string, FacetCount>();
  for (const { base, table } of await view.labels(kind)) {
    eachLabel(table, (key, docs, shown) => {
      if (!key.startsWith(prefix) || (kind === 'language' && key.includes('-'))) return;
      const count = countIn(docs, matched, base);
      if (count === 0) return;
      const known = counts.get(key);
      if (known) known.count += count;
      else counts.set(key, { value: key, shown, count });
    });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, limit);
}

function countIn(docs: Uint32Array, matched: Uint8Array, base: number): number {
  let count = 0;
  for (let i = 0; i < docs.length; i++) if (matched[base + (docs[i] as number)] !== 0) count++;
  return count;
}
