import { i18n } from '#i18n';
import type { Talk } from '../../core/talk';
import { siteOf } from '../../core/url';
import '../style/proposals.css';
import type { Offer } from './offer';

/** A talk of the page, and the saved one that it probably is. */
export interface Proposal {
  offer: Offer;
  talk: Talk;
}

export interface ProposalsProps {
  proposals: readonly Proposal[];
  busy: boolean;
  merge: (proposal: Proposal) => void;
  keep: (proposal: Proposal) => void;
}

/** Talks of the page that look like saved ones from elsewhere: make them one, or keep both. */
export function Proposals({ proposals, busy, merge, keep }: ProposalsProps) {
  if (proposals.length === 0) return null;
  return (
    <ul class="proposals" aria-label={i18n.t('proposal.heading')}>
      {proposals.map((proposal) => {
        const { title } = proposal.offer.draft;
        return (
          <li class="proposal" key={proposal.offer.place}>
            <p dir="auto">{i18n.t('proposal.text', [title, siteOf(proposal.talk.source.url)])}</p>
            <button
              type="button"
              class="button"
              disabled={busy}
              aria-label={i18n.t('proposal.mergeOf', [title])}
              onClick={() => merge(proposal)}
            >
              {i18n.t('proposal.merge')}
            </button>
            <button type="button" class="quiet" aria-label={i18n.t('proposal.keepOf', [title])} onClick={() => keep(proposal)}>
              {i18n.t('proposal.keep')}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
