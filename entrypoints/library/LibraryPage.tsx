import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { Facets } from '../../components/list/Facets';
import { Preparing } from '../../components/list/Preparing';
import { cellsFor, TalkHead } from '../../components/list/TalkColumns';
import type { RowActions } from '../../components/list/TalkRow';
import { Icon } from '../../components/Icon';
import { columns } from './columns';
import { Detail } from './Detail';
import { Dialogs } from './Dialogs';
import type { FacetGroups } from './facets';
import { preparing } from './indexed';
import { Lazily } from './Lazily';
import type { LibraryApp } from './library-app';
import { isNarrow, isWide } from './narrow';
import { Fold, Kept, Places } from './Places';
import { place } from './route';
import { isEmpty } from './shelf';
import { List, Search } from './ShelfPanel';
import { Tools } from './Tools';
import { Warnings } from './Warnings';

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
  return (
    <div class="facets" hidden={place.value !== 'talks' || isEmpty(shelf)}>
      <details open={!isNarrow.peek()}>
        <summary>{i18n.t('facet.heading')}</summary>
        <Facets groups={facets.value} chosen={shelf.asked.value.filters} toggle={shelf.toggleFilter} />
      </details>
    </div>
  );
}
