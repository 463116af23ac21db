import { i18n } from '#i18n';
import { Icon, type IconName } from '../Icon';
import { factsOf, kindText, linkKindsOf, linkText } from '../wording/facts';
import type { Offer } from './offer';

export interface DraftRowProps {
  offer: Offer;
  /** Whether Tab stops here; arrows reach the others. */
  stop: boolean;
  toggle: (place: number) => void;
  edit: (place: number) => void;
}

/** One talk of the page: check box, title, and what is known of it. */
export function DraftRow({ offer, stop, toggle, edit }: DraftRowProps) {
  const { place, draft, saved, changed, chosen } = offer;
  const facts = `draft-${place}-facts`;
  return (
    <li class="draft" data-saved={saved !== undefined}>
      <label class="draft-label">
        <input
          type="checkbox"
          class="check"
          id={`draft-${place}`}
          data-place={place}
          checked={chosen}
          tabIndex={stop ? 0 : -1}
          aria-describedby={facts}
          aria-keyshortcuts="e"
          onChange={() => toggle(place)}
        />
        <span class="draft-title" dir="auto">
          {draft.title || i18n.t('talk.untitled')}
        </span>
      </label>
      <p class="draft-facts" id={facts}>
        {saved && (
          <span class="saved-mark">
            <Icon name="check" />
            {i18n.t(changed ? 'page.changed' : 'page.already')}
          </span>
        )}
        {draft.kind !== 'talk' && <span class="kind">{kindText(draft.kind)}</span>}
        {factsOf(draft).map((fact) => (
          <span class="fact" key={fact}>
            <bdi>{fact}</bdi>
          </span>
        ))}
      </p>
      <span class="link-kinds">
        {linkKindsOf(draft).map((kind) => (
          <span class="link-kind" key={kind} title={linkText(kind)}>
            <Icon name={kind as IconName} />
            <span class="unseen">{linkText(kind)}</span>
          </span>
        ))}
        <button
          type="button"
          class="icon-button"
          tabIndex={-1}
          aria-label={i18n.t('talk.editOf', [draft.title || i18n.t('talk.untitled')])}
          onClick={() => edit(place)}
        >
          <Icon name="edit" />
        </button>
      </span>
    </li>
  );
}
