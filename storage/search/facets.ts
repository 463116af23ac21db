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
  const counts = countsAmong(values, matched);
  if (prefix !== '') drop(counts, values.keys, (key) => !key.startsWith(prefix));
  if (kind === 'language') drop(counts, values.keys, (key) => key.includes('-'));
  return mostOf(counts, limit)
    .map((i) => ({ value: values.keys[i] ?? '', shown: values.shown[i] ?? '', count: counts[i] ?? 0 }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, limit);
}

function drop(counts: Uint32Array, keys: readonly string[], isUnwanted: (key: string) => boolean): void {
  keys.forEach((key, i) => {
    if (isUnwanted(key)) counts[i] = 0;
  });
}

/** So high a count is more than enough to be among the first. */
const MANY = 1024;

/** The values among which the first `limit` are: a large library has tens of thousands of speakers, and sorting all of them takes longer than counting. */
function mostOf(counts: Uint32Array, limit: number): number[] {
  const having = new Uint32Array(MANY + 1);
  for (let i = 0; i < counts.length; i++) {
    const count = Math.min(counts[i] as number, MANY);
    having[count] = (having[count] as number) + 1;
  }
  let least = MANY;
  for (let among = having[least] as number; among < limit && least > 1; among += having[least] as number) least--;
  const most: number[] = [];
  for (let i = 0; i < counts.length; i++) if ((counts[i] as number) >= least) most.push(i);
  return most;
}
