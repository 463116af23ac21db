import { i18n } from '#i18n';
import { PageSection } from '../../components/drafts/PageSection';
import { Icon } from '../../components/Icon';
import { ProblemNotice } from '../../components/notices/ProblemNotice';
import type { App } from '../library/app';
import { Damaged } from '../library/Damaged';
import { Dialogs } from '../library/Dialogs';
import { ShelfPanel } from '../library/ShelfPanel';
import type { Page } from './page';

/** The popup: this page's talks, and the library below. */
export function Popup({ app, page, libraryUrl }: { app: App; page: Page; libraryUrl: string }) {
  return (
    <>
      <header class="bar">
        <h1>{i18n.t('extensionName')}</h1>
        <button
          type="button"
          class="icon-button"
          aria-label={i18n.t('keys.show')}
          aria-keyshortcuts="?"
          onClick={() => (app.helping.value = true)}
        >
          <Icon name="keys" />
        </button>
        <a class="button" href={libraryUrl} target="_blank" rel="noreferrer">
          <Icon name="library" />
          {i18n.t('library.open')}
        </a>
      </header>
      <main>
        <Damaged />
        <OnThisPage app={app} page={page} />
        <section class="shelf" aria-labelledby="shelf-heading">
          <h2 id="shelf-heading" class="unseen">
            {i18n.t('library.heading')}
          </h2>
          <ShelfPanel app={app} />
        </section>
      </main>
      <Dialogs app={app} />
    </>
  );
}

function OnThisPage({ app, page }: { app: App; page: Page }) {
  const problem = page.problem.value;
  return (
    <PageSection
      state={page.state.value}
      title={page.title.value}
      offers={page.offers.value}
      filter={page.filter.value}
      tags={page.tags.value}
      inUse={app.shelf.inUse.value}
      saving={page.saving.value}
      needTags={app.shelf.needTags}
      problem={problem && <ProblemNotice kind={problem.kind} retry={() => void page.save()} />}
      setFilter={(filter) => (page.filter.value = filter)}
      setTags={(tags) => (page.tags.value = tags)}
      toggle={page.toggle}
      toggleAll={page.toggleAll}
      save={() => void page.save()}
      readAgain={() => void page.read()}
    />
  );
}
