import { i18n } from '#i18n';
import { PageSection } from '../../components/drafts/PageSection';
import { Icon } from '../../components/Icon';
import { ProblemNotice } from '../../components/notices/ProblemNotice';
import type { Talk } from '../../core/talk';
import type { App } from '../library/app';
import { Dialogs, loadEditor } from '../library/Dialogs';
import { Lazily } from '../library/Lazily';
import { ShelfPanel } from '../library/ShelfPanel';
import { Warnings } from '../library/Warnings';
import type { Page } from './page';
import { openSidePanel } from './side-panel';

const loadKept = async () => (await import('./Kept')).Kept;
const loadProposed = async () => (await import('./Proposed')).Proposed;
const loadSite = async () => (await import('./SiteDialog')).SiteDialog;

export interface PopupProps {
  app: App;
  page: Page;
  libraryUrl: string;
}

/** The popup: this page's talks, and the library below. */
export function Popup({ app, page, libraryUrl }: PopupProps) {
  return (
    <>
      <header class="bar">
        <h1>{i18n.t('extensionName')}</h1>
        <button type="button" class="icon-button" aria-label={i18n.t('noticing.hereButton')} onClick={() => (page.asking.value = true)}>
          <Icon name="eye" />
        </button>
        <button type="button" class="icon-button" aria-label={i18n.t('panel.open')} onClick={() => void openSidePanel()}>
          <Icon name="panel" />
        </button>
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
        <Warnings />
        <OnThisPage app={app} page={page} />
        <section class="shelf" aria-labelledby="shelf-heading">
          <h2 id="shelf-heading" class="unseen">
            {i18n.t('library.heading')}
          </h2>
          {page.hasKept.value && <Lazily load={loadKept} props={{ app }} />}
          <ShelfPanel app={app} />
        </section>
      </main>
      <Site page={page} />
      <EditDraft app={app} page={page} />
      <Dialogs app={app} />
    </>
  );
}

function Site({ page }: { page: Page }) {
  if (!page.asking.value) return null;
  return <Lazily load={loadSite} props={{ url: page.url.value, close: () => (page.asking.value = false) }} />;
}

/** A talk that is saved is edited where it is; a draft before it is saved. */
export function editOffer(app: App, page: Page, place: number): void {
  const saved = page.offers.peek()[place]?.saved;
  app.shelf.needTags();
  if (saved) app.actions.edit(saved, 'title');
  else page.editing.value = place;
}

function EditDraft({ app, page }: { app: App; page: Page }) {
  const place = page.editing.value;
  const inUse = app.shelf.inUse.value;
  const talk = place === undefined ? undefined : page.talkToEdit(place);
  if (place === undefined || !talk) return null;
  const cancel = () => (page.editing.value = undefined);
  return (
    <Lazily
      load={loadEditor}
      props={{ talk, inUse, part: 'title' as const, save: (edit: Partial<Talk>) => page.edit(place, edit), cancel }}
    />
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
      edit={(place) => editOffer(app, page, place)}
      save={() => void page.save()}
      readAgain={() => void page.read()}
    >
      {page.hasNew.value && <Lazily load={loadProposed} props={{ app, page }} />}
    </PageSection>
  );
}
