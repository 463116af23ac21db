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
  return mostOf([...counts.values()], limit)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, limit);
}

/** Those among which the first `limit` are: a large library has tens of thousands of speakers, and sorting all of them takes longer than counting. */
function mostOf(values: FacetCount[], limit: number): FacetCount[] {
  if (values.length <= limit * 4) return values;
  const having = new Uint32Array(values.reduce((most, { count }) => Math.max(most, count), 0) + 1);
  for (const { count } of values) having[count] = (having[count] as number) + 1;
  let least = having.length - 1;
  for (let among = having[least] as number; among < limit && least > 1; among += having[least] as number) least--;
  return values.filter(({ count }) => count >= least);
}

function countIn(docs: Uint32Array, matched: Uint8Array, base: number): number {
  let count = 0;
  for (let i = 0; i < docs.length; i++) if (matched[base + (docs[i] as number)] !== 0) count++;
  return count;
}
