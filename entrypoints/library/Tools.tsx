import { i18n } from '#i18n';
import { BulkBar } from '../../components/list/BulkBar';
import { ColumnPick } from '../../components/list/ColumnPick';
import { SortPick } from '../../components/list/SortPick';
import { KeepSearch } from '../../components/manage/SavedSearches';
import { columns, setColumns } from './columns';
import type { LibraryApp } from './library-app';
import { isWide } from './narrow';
import { type Asked, isAsking, isEmpty } from './shelf';
import { Count, Export } from './ShelfPanel';

/** Above the list: what is shown and how, or what can be done with the selected talks. */
export function Tools({ app }: { app: LibraryApp }) {
  const { shelf, selecting } = app;
  const selected = shelf.selection.value.ids.size;
  const total = shelf.answer.value?.total ?? 0;
  if (selected > 0) {
    return (
      <BulkBar
        selected={selected}
        total={total}
        inUse={shelf.inUse.value}
        progress={selecting.progress.value}
        selectAll={() => void selecting.selectAll()}
        clear={selecting.clear}
        addTags={(tags) => void selecting.addTags(tags)}
        setStatus={(status) => void selecting.setStatus(status)}
        remove={() => void selecting.remove()}
      >
        <Export app={app} />
      </BulkBar>
    );
  }
  if (isEmpty(shelf)) return null;
  return (
    <div class="shelf-tools">
      <Count app={app} />
      <Filters app={app} />
      {isAsking(shelf.asked.value) && <KeepSearch suggestion={nameOf(shelf.asked.value)} keep={app.searches.keep} />}
      {isWide.value && <ColumnPick columns={columns.value} set={setColumns} />}
      <SortPick sort={shelf.asked.value.sort} setSort={(sort) => shelf.ask({ sort })} />
      <Export app={app} />
    </div>
  );
}

/** The conditions that are on, each with a way to take it off where it can be seen at once. */
function Filters({ app: { shelf } }: { app: LibraryApp }) {
  const { filters } = shelf.asked.value;
  if (filters.length === 0) return null;
  return (
    <ul class="active-filters" aria-label={i18n.t('facet.active')}>
      {filters.map((condition) => (
        <li key={condition}>
          <button
            type="button"
            class="tag-switch"
            aria-label={i18n.t('facet.remove', [condition])}
            onClick={() => shelf.toggleFilter(condition)}
          >
            <span dir="auto">{condition}</span> ×
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What a search could be called. */
function nameOf({ query, tags, filters }: Asked): string {
  return [query.trim(), ...tags, ...filters].filter(Boolean).join(' ').slice(0, 60);
}
