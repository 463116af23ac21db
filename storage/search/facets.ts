import { type LabelKind, LABEL_KINDS } from '../../core/labels';
import { conditionText } from '../../core/query-text';
import type { ValueField } from '../../core/query';
import { countsAmong } from './values';
import type { View } from './view';

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
  const values = await view.values(kind);
  const { keys, shown } = values;
  const isAsked = (key: string): boolean => key.startsWith(prefix) && !(kind === 'language' && key.includes('-'));
  const counts = countsAmong(values, matched).map((count, i) => (isAsked(keys[i] ?? '') ? count : 0));
  return mostOf(counts, limit)
    .map((i) => ({ value: keys[i] ?? '', shown: shown[i] ?? '', count: counts[i] ?? 0 }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, limit);
}

/** The values among which the first `limit` are: a large library has tens of thousands of speakers, and sorting all of them takes longer than counting. */
function mostOf(counts: Uint32Array, limit: number): number[] {
  const having = new Uint32Array(counts.reduce((most, count) => Math.max(most, count), 0) + 1);
  for (const count of counts) having[count] = (having[count] as number) + 1;
  let least = having.length - 1;
  for (let among = having[least] as number; among < limit && least > 1; among += having[least] as number) least--;
  const most: number[] = [];
  for (let i = 0; i < counts.length; i++) if (counts[i] !== 0 && (counts[i] as number) >= least) most.push(i);
  return most;
}
