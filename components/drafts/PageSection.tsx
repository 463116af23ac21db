import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { Notice } from '../notices/Notice';
import { TagBox } from '../tagbox/TagBox';
import type { TagCount } from '../tagbox/completion';
import { numberText } from '../wording/locale';
import { DraftList } from './DraftList';
import { FEW, type Offer, filtered } from './offer';

/** What is known of the page in the current tab. */
export type PageState = 'reading' | 'nothing' | 'forbidden' | 'failed' | 'found';

export interface PageSectionProps {
  state: PageState;
  /** The page's own title. */
  title: string;
  offers: readonly Offer[];
  filter: string;
  tags: readonly string[];
  inUse: readonly TagCount[];
  saving: boolean;
  /** The tags in use are needed now. */
  needTags: () => void;
  /** Why the last save did not work, in words. */
  problem: ComponentChildren;
  /** What stands between the talks and the way to save them. */
  children?: ComponentChildren;
  setFilter: (filter: string) => void;
  setTags: (tags: string[]) => void;
  toggle: (place: number) => void;
  edit: (place: number) => void;
  toggleAll: (places: readonly number[], chosen: boolean) => void;
  save: () => void;
  readAgain: () => void;
}

/** "On this page": what can be clipped here, or why nothing can. */
export function PageSection(props: PageSectionProps) {
  return (
    <section class="page" aria-labelledby="page-heading" data-state={props.state} aria-busy={props.state === 'reading'}>
      <div class="section-head">
        <h2 id="page-heading">{i18n.t('page.heading')}</h2>
        {props.state === 'found' && <SelectAll {...props} />}
      </div>
      <PageContent {...props} />
    </section>
  );
}

function PageContent(props: PageSectionProps) {
  const { state, readAgain } = props;
  if (state === 'reading') return <p class="quiet-text reading">{i18n.t('page.reading')}</p>;
  if (state === 'nothing') return <Notice text={i18n.t('page.nothing')} help={i18n.t('page.nothingHelp')} />;
  if (state === 'forbidden') return <Notice text={i18n.t('page.forbidden')} help={i18n.t('page.forbiddenHelp')} />;
  if (state === 'failed') {
    return (
      <Notice tone="danger" text={i18n.t('page.failed')} help={i18n.t('page.failedHelp')} action={i18n.t('page.again')} act={readAgain} />
    );
  }
  return <Found {...props} />;
}

function SelectAll({ offers, filter, toggleAll }: PageSectionProps) {
  const shown = filtered(offers, filter);
  const chosen = shown.filter((offer) => offer.chosen).length;
  if (offers.length < 2) return null;
  return (
    <label class="select-all">
      <span>{i18n.t('page.selectAll')}</span>
      <input
        type="checkbox"
        class="check"
        checked={chosen > 0 && chosen === shown.length}
        indeterminate={chosen > 0 && chosen < shown.length}
        onChange={() => toggleAll(placesOf(shown), chosen < shown.length)}
      />
    </label>
  );
}

function Found(props: PageSectionProps) {
  const { offers, filter, setFilter, toggle, edit } = props;
  const shown = filtered(offers, filter);
  const allSaved = offers.every((offer) => offer.saved);
  return (
    <>
      {offers.length > FEW && (
        <input
          type="search"
          class="field filter"
          dir="auto"
          aria-label={i18n.t('page.filter')}
          placeholder={i18n.t('page.filter')}
          value={filter}
          onInput={(event) => setFilter(event.currentTarget.value)}
        />
      )}
      {allSaved && <p class="all-saved">{i18n.t('page.allSaved')}</p>}
      {shown.length > 0 ? <DraftList offers={shown} toggle={toggle} edit={edit} /> : <p class="quiet-text">{i18n.t('page.filterNone')}</p>}
      {props.children}
      <SaveBar {...props} />
    </>
  );
}

function SaveBar({ offers, tags, inUse, setTags, needTags, save, saving, problem }: PageSectionProps) {
  const chosen = offers.filter((offer) => offer.chosen).length;
  return (
    <div class="save-bar" role="group">
      {problem}
      <div class="save-row">
        <TagBox label={i18n.t('page.tags')} inputId="page-tags" tags={tags} inUse={inUse} change={setTags} wake={needTags} done={save} />
        <button type="button" class="primary" id="page-save" disabled={saving || chosen === 0} onClick={save}>
          {saving ? i18n.t('page.saving') : chosen > 0 ? i18n.t('page.save', chosen, [numberText(chosen)]) : i18n.t('page.saveNone')}
        </button>
      </div>
    </div>
  );
}

function placesOf(offers: readonly Offer[]): number[] {
  return offers.map(({ place }) => place);
}
