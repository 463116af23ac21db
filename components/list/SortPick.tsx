import { i18n } from '#i18n';
import type { Sort } from '../../storage/search/order';

const SORTS = ['relevance', 'saved', 'date', 'title'] as const satisfies readonly Sort[];

/** The order of the list. */
export function SortPick({ sort, setSort }: { sort: Sort; setSort: (sort: Sort) => void }) {
  return (
    <select
      class="field sort"
      aria-label={i18n.t('sort.label')}
      value={sort}
      onChange={(event) => setSort(event.currentTarget.value as Sort)}
    >
      {SORTS.map((each) => (
        <option key={each} value={each}>
          {i18n.t(`sort.${each}`)}
        </option>
      ))}
    </select>
  );
}
