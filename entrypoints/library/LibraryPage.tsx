import { i18n } from '#i18n';
import { TalkDetail } from '../../components/detail/TalkDetail';
import { Icon } from '../../components/Icon';
import type { App } from './app';
import { Damaged } from './Damaged';
import { Dialogs } from './Dialogs';
import { List, Result, Search, Tags } from './ShelfPanel';

/** The library in a tab: what is in it on one side, the talk the cursor is on beside it. */
export function LibraryPage({ app }: { app: App }) {
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
          <aside class="facets" aria-label={i18n.t('library.tagsInUse')}>
            <Tags app={app} few={30} />
          </aside>
          <section class="shelf" aria-labelledby="shelf-heading">
            <h2 id="shelf-heading" class="unseen">
              {i18n.t('library.heading')}
            </h2>
            <Result app={app} />
            <List app={app} />
          </section>
          <Detail app={app} />
        </div>
      </main>
      <Dialogs app={app} />
    </>
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
