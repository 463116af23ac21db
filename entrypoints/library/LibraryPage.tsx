import { i18n } from '#i18n';
import { BulkBar } from '../../components/list/BulkBar';
import { Facets } from '../../components/list/Facets';
import { SortPick } from '../../components/list/SortPick';
import type { RowActions } from '../../components/list/TalkRow';
import { TalkDetail } from '../../components/detail/TalkDetail';
import { Icon } from '../../components/Icon';
import type { App } from './app';
import { Damaged } from './Damaged';
import { Dialogs } from './Dialogs';
import type { FacetGroups } from './facets';
import { Count, Export, List, Search } from './ShelfPanel';

export interface LibraryPageProps {
  app: App;
  facets: { value: FacetGroups };
  actions: RowActions;
}

/** The library in a tab: what it can be narrowed by, the list, and the talk the cursor is on beside it. */
export function LibraryPage({ app, facets, actions }: LibraryPageProps) {
  return (
    <>
      <header class="bar">
        <h1>{i18n.t('extensionName')}</h1>
        <Search app={app} />
        <button
          type="button"
          class="icon-button"
          aria-label={i18n.t('keys.show')}
          aria-keyshortcuts="?"
          onClick={() => (app.helping.value = true)}
        >
          <Icon name="keys" />
        </button>
      </header>
      <main>
        <Damaged />
        <div class="columns">
          <Narrow app={app} facets={facets} />
          <section class="shelf" aria-labelledby="shelf-heading">
            <h2 id="shelf-heading" class="unseen">
              {i18n.t('library.heading')}
            </h2>
            <Tools app={app} />
            <List app={app} actions={actions} />
          </section>
          <Detail app={app} />
        </div>
      </main>
      <Dialogs app={app} />
    </>
  );
}

function Narrow({ app: { shelf }, facets }: { app: App; facets: { value: FacetGroups } }) {
  return (
    <aside class="facets" aria-label={i18n.t('facet.heading')}>
      <details open={!matchMedia('(max-width: 62rem)').matches}>
        <summary>{i18n.t('facet.heading')}</summary>
        <Facets groups={facets.value} chosen={shelf.asked.value.filters} toggle={shelf.toggleFilter} />
      </details>
    </aside>
  );
}

/** Above the list: what is shown and how, or what can be done with the selected talks. */
function Tools({ app }: { app: App }) {
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
      />
    );
  }
  return (
    <div class="shelf-tools">
      <Count app={app} />
      <Filters app={app} />
      <SortPick sort={shelf.asked.value.sort} setSort={(sort) => shelf.ask({ sort })} />
      <Export app={app} />
    </div>
  );
}

/** The conditions that are on, each with a way to take it off where it can be seen at once. */
function Filters({ app: { shelf } }: { app: App }) {
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

function Detail({ app: { shelf, actions } }: { app: App }) {
  const id = shelf.currentId.value;
  const talk = [...shelf.rows.value.values()].find((shown) => shown.id === id);
  return (
    <section class="detail-pane" aria-label={i18n.t('library.detail')} data-open={talk !== undefined}>
      {talk ? (
        <TalkDetail
          talk={talk}
          edit={() => actions.edit(talk, 'title')}
          remove={() => actions.remove(talk)}
          close={() => (shelf.currentId.value = undefined)}
        />
      ) : (
        <p class="quiet-text">{i18n.t('library.pick')}</p>
      )}
    </section>
  );
}
