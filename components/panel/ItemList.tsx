import { i18n } from '#i18n';
import { safeUrl } from '../../core/url';
import type { TalkDraft } from '../../core/talk';
import type { Offer } from '../drafts/offer';
import { Icon } from '../Icon';
import { factsOf, kindText } from '../wording/facts';

export interface ItemListProps {
  offers: readonly Offer[];
  busy: boolean;
  clip: (place: number) => void;
}

/** The talks and linked items of the page, each with its own save. */
export function ItemList({ offers, busy, clip }: ItemListProps) {
  return (
    <ul class="items" aria-label={i18n.t('page.list')}>
      {offers.map(({ place, draft, saved }) => (
        <li class="item" key={place}>
          <div class="item-text">
            <p class="item-title">
              <Title draft={draft} />
            </p>
            <p class="item-facts">{[draft.kind === 'talk' ? '' : kindText(draft.kind), ...factsOf(draft)].filter(Boolean).join(' · ')}</p>
          </div>
          {saved ? (
            <span class="saved-mark">
              <Icon name="check" />
              {i18n.t('page.already')}
            </span>
          ) : (
            <button
              type="button"
              class="button"
              disabled={busy}
              aria-label={i18n.t('panel.clipOf', [draft.title || i18n.t('talk.untitled')])}
              onClick={() => clip(place)}
            >
              {i18n.t('page.saveNone')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Title({ draft }: { draft: TalkDraft }) {
  const title = <bdi>{draft.title || i18n.t('talk.untitled')}</bdi>;
  const address = safeUrl(draft.links[0]?.url ?? (draft.source.shared ? undefined : draft.source.url));
  if (!address) return title;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {title}
    </a>
  );
}
