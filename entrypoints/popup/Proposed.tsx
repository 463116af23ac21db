import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Proposal, Proposals } from '../../components/drafts/Proposals';
import { numberText } from '../../components/wording/locale';
import { mergeDraft, mergeProposals } from '../../storage/proposals';
import type { App } from '../library/app';
import type { Page } from './page';

/** What of the page may be saved already under another address; looked for anew whenever what is saved changes. */
export function Proposed({ app, page }: { app: App; page: Page }) {
  const offers = page.offers.value;
  const [proposals, setProposals] = useState<readonly Proposal[]>([]);
  const [kept, setKept] = useState<ReadonlySet<number>>(new Set());
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let wanted = true;
    proposalsFor(page).then(
      (found) => wanted && setProposals(found),
      (error: unknown) => console.warn('talkshelf: no talk could be compared with the saved ones', error),
    );
    return () => {
      wanted = false;
    };
  }, [offers.map(({ saved }) => saved?.id ?? '').join()]);

  const merge = async ({ offer, talk }: Proposal): Promise<void> => {
    setBusy(true);
    await app.deeds.dare(async () => {
      const undo = await mergeDraft(offer.draft, page.tags.peek(), talk.id);
      if (undo) await app.deeds.did({ text: i18n.t('count.merged', 2, [numberText(2)]), undo });
    });
    setBusy(false);
    app.shelf.await(talk.id);
  };
  return (
    <Proposals
      proposals={proposals.filter(({ offer }) => !kept.has(offer.place))}
      busy={busy}
      merge={(proposal) => void merge(proposal)}
      keep={({ offer }) => setKept(new Set([...kept, offer.place]))}
    />
  );
}

async function proposalsFor(page: Page): Promise<Proposal[]> {
  const unsaved = page.offers.peek().filter(({ saved }) => !saved);
  const found = await mergeProposals(unsaved.map(({ draft }) => draft));
  return unsaved.flatMap((offer, place) => {
    const talk = found[place];
    return talk ? [{ offer, talk }] : [];
  });
}
