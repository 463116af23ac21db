import { effect, signal } from '@preact/signals';
import { type Facet, FACETS, type FacetValue } from '../../components/list/Facets';
import { watch } from '../../storage/live';
import { facetCondition } from '../../storage/search/facets';
import { engine, loadEngine } from './engine';
import type { Shelf } from './shelf';

const MOST = 60;

export type FacetGroups = Partial<Record<Facet, readonly FacetValue[]>>;

/** The counts of what the shelf shows now, live. */
export function facetsOf(shelf: Shelf): { value: FacetGroups } {
  const groups = signal<FacetGroups>({});
  void loadEngine();
  effect(() => {
    const [asked, search] = [shelf.asked.value, engine.value?.search];
    if (!search || shelf.waiting.value || shelf.resting.value) return undefined;
    return watch(
      () => search(asked.query, { ...asked, limit: 0, facets: FACETS, facetLimit: MOST }),
      ({ facets = {} }) => {
        groups.value = Object.fromEntries(
          FACETS.map((kind) => [
            kind,
            (facets[kind] ?? []).map(({ value, shown, count }) => ({ condition: facetCondition(kind, value), shown, count })),
          ]),
        );
      },
      (problem) => console.warn('talkshelf: the counts could not be read', problem),
    );
  });
  return groups;
}
