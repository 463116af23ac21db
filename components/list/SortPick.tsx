import { i18n } from '#i18n';
import type { Sort } from '../../storage/search/order';
import { isReversed, keyOf, SORT_KEYS, turned } from './sorting';
import { columnText } from './TalkColumns';

/** The order of the list, and a button that turns it round. */
export function SortPick({ sort, setSort }: { sort: Sort; setSort: (sort: Sort) => void }) {
  return (
    <span class="sort-pick">
      <select
        class="field sort"
        aria-label={i18n.t('sort.label')}
        value={keyOf(sort) ?? 'relevance'}
        onChange={(event) => setSort(event.currentTarget.value as Sort)}
      >
        <option value="relevance">{i18n.t('sort.relevance')}</option>
        {SORT_KEYS.map((key) => (
          <option key={key} value={key}>
            {columnText(key)}
          </option>
        ))}
      </select>
      {sort !== 'relevance' && (
        <button
          type="button"
          class="icon-button"
          aria-label={i18n.t('sort.reverse')}
          title={i18n.t('sort.reverse')}
          aria-pressed={isReversed(sort)}
          onClick={() => setSort(turned(sort))}
        >
          <span aria-hidden="true">⇅</span>
        </button>
      )}
    </span>
  );
}
