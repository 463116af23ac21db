import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { BulkBar } from '../../components/list/BulkBar';
import { ColumnPick } from '../../components/list/ColumnPick';
import { Facets } from '../../components/list/Facets';
import { Preparing } from '../../components/list/Preparing';
import { SortPick } from '../../components/list/SortPick';
import { cellsFor, TalkHead } from '../../components/list/TalkColumns';
import type { RowActions } from '../../components/list/TalkRow';
import { TalkDetail } from '../../components/detail/TalkDetail';
import { Icon } from '../../components/Icon';
import { KeepSearch, SavedSearches } from '../../components/manage/SavedSearches';
import { columns, setColumns } from './columns';
import { Dialogs } from './Dialogs';
import type { FacetGroups } from './facets';
import { preparing } from './indexed';
import { Lazily } from './Lazily';
import type { LibraryApp } from './library-app';
import { isNarrow, isWide } from './narrow';
import { linkedId, place, PLACES } from './route';
import { type Asked, isAsking } from './shelf';
import { Count, Export, List, Search } from './ShelfPanel';
import { Warnings } from './Warnings';

const ICONS = {
  talks: 'library',
  duplicates: 'duplicate',
  tags: 'tag',
  statistics: 'statistics',
  trash: 'delete',
  import: 'import',
  templates: 'copy',
  sync: 'sync',
  settings: 'settings',
} as const;

/** The parts whose code is fetched when they are opened. */
const PARTS = {
  duplicates: async () => (await import('./Duplicates')).Duplicates,
  tags: async () => (await import('./Tags')).Tags,
  statistics: async () => (await import('./Statistics')).Statistics,
  trash: async () => (await import('./Trash')).Trash,
  sync: async () => (await import('./sync/Sync')).Sync,
  settings: async () => (await import('./settings/Settings')).Settings,
  import: async () => (await import('./import/Import')).Import,
  templates: async () => (await import('./templates/Templates')).Templates,
};

export interface LibraryPageProps {
  app: LibraryApp;
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
        <Warnings />
        <div class="columns">
          <aside class="side" aria-label={i18n.t('library.heading')}>
            <Fold>
              <Places />
              <Kept app={app} />
            </Fold>
            {preparing.value && <Preparing {...preparing.value} />}
            <Narrow app={app} facets={facets} />
          </aside>
          <Shown app={app} actions={actions} />
        </div>
      </main>
      <Dialogs app={app} />
    </>
  );
}

/** Where there is little room, the parts are folded away behind the name of the one that is shown. */
function Fold({ children }: { children: ComponentChildren }) {
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!isNarrow.peek() || !fold.current?.open) return;
    fold.current.open = false;
    fold.current.querySelector('summary')?.focus();
  }, [place.value]);
  return (
    <details class="fold" ref={fold} open={!isNarrow.value}>
      <summary>
        <Icon name={ICONS[place.value]} />
        {i18n.t(`places.${place.value}`)}
      </summary>
      {children}
    </details>
  );
}

/** The parts of the library. */
function Places() {
  return (
    <nav aria-label={i18n.t('places.heading')}>
      <ul class="places">
        {PLACES.map((each) => (
          <li key={each}>
            <a href={`#/${each}`} aria-current={place.value === each ? 'page' : undefined}>
              <Icon name={ICONS[each]} />
              {i18n.t(`places.${each}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Kept({ app: { searches } }: { app: LibraryApp }) {
  const open = (name: string) => {
    location.hash = '#/talks';
    searches.open(name);
  };
  return <SavedSearches names={searches.kept.value.map(({ name }) => name)} open={open} remove={searches.remove} />;
}

/** The list with the talk beside it, or another part of the library. */
function Shown({ app, actions }: { app: LibraryApp; actions: RowActions }) {
  const other = place.value === 'talks' ? undefined : PARTS[place.value];
  if (!other) {
    return (
      <>
        <section class="shelf" aria-labelledby="shelf-heading">
          <h2 id="shelf-heading" class="unseen">
            {i18n.t('places.talks')}
          </h2>
          <Tools app={app} />
          <Talks app={app} actions={actions} />
        </section>
        <Detail app={app} />
      </>
    );
  }
  return (
    <section class="part" aria-labelledby="part-heading" key={place.value}>
      <h2 id="part-heading">{i18n.t(`places.${place.value}`)}</h2>
      <Lazily load={other} props={{ app }} />
    </section>
  );
}

function Talks({ app, actions }: { app: LibraryApp; actions: RowActions }) {
  const chosen = isWide.value ? columns.value : [];
  const cells = useMemo(() => cellsFor(chosen), [chosen.join()]);
  const { shelf } = app;
  const head = <TalkHead columns={chosen} sort={shelf.asked.value.sort} setSort={(sort) => shelf.ask({ sort })} />;
  return <List app={app} actions={actions} columns={chosen.length > 0 ? { head, cells } : undefined} />;
}

function Narrow({ app: { shelf }, facets }: { app: LibraryApp; facets: { value: FacetGroups } }) {
  const none = shelf.answer.value?.total === 0 && !isAsking(shelf.asked.value);
  return (
    <div class="facets" hidden={place.value !== 'talks' || none}>
      <details open={!isNarrow.peek()}>
        <summary>{i18n.t('facet.heading')}</summary>
        <Facets groups={facets.value} chosen={shelf.asked.value.filters} toggle={shelf.toggleFilter} />
      </details>
    </div>
  );
}

/** Above the list: what is shown and how, or what can be done with the selected talks. */
function Tools({ app }: { app: LibraryApp }) {
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

function Detail({ app: { shelf, actions, copying, linked } }: { app: LibraryApp }) {
  const id = shelf.currentId.value;
  const talk = [...shelf.rows.value.values(), linked.talk.value].find((shown) => shown?.id === id);
  return (
    <section class="detail-pane" aria-label={i18n.t('library.detail')} data-open={talk !== undefined}>
      {talk ? (
        <TalkDetail
          talk={talk}
          edit={() => actions.edit(talk, 'title')}
          copy={() => (copying.value = [talk])}
          copyLink={() => void linked.copy(talk)}
          remove={() => actions.remove(talk)}
          close={() => {
            shelf.currentId.value = undefined;
            if (linkedId.peek()) location.hash = '#/talks';
          }}
        />
      ) : (
        <p class="quiet-text">{i18n.t('library.pick')}</p>
      )}
    </section>
  );
}

/** What a search could be called. */
function nameOf({ query, tags, filters }: Asked): string {
  return [query.trim(), ...tags, ...filters].filter(Boolean).join(' ').slice(0, 60);
}
