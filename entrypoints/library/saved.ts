import { i18n } from '#i18n';
import { numberText } from '../../components/wording/locale';
import type { SaveReply } from '../../core/messages';
import { deleteTalks } from '../../storage/talks';
import type { App } from './app';

/** Says what was kept, with a way back for what is new, and leads on to the first row, where tagging and sorting go on. */
export async function tellSaved({ deeds, toasts, shelf }: App, { added, updated, unchanged }: SaveReply): Promise<void> {
  const known = updated.length + unchanged.length;
  if (added.length > 0)
    await deeds.did({ text: i18n.t('count.saved', added.length, [numberText(added.length)]), undo: () => deleteTalks(added) });
  if (known > 0) toasts.add({ text: i18n.t('count.refreshed', known, [numberText(known)]) });
  const [first] = [...added, ...updated, ...unchanged];
  if (first !== undefined) shelf.await(first);
}
