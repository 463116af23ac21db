import { i18n } from '#i18n';
import { deleteTalks, editTalk } from '../../storage/talks';
import type { App } from '../library/app';
import { tellSaved } from '../library/saved';
import { type Clipped, hearNews } from './clipped';

/** Tells what the context menu did on the page, each with its way back. */
export function tellNews(app: App): void {
  void hearNews((clipped) => void tell(app, clipped));
}

async function tell(app: App, clipped: Clipped): Promise<void> {
  if ('nothing' in clipped) {
    app.toasts.add({ text: i18n.t(clipped.nothing === 'link' ? 'drop.none' : 'menu.noteUnclear') });
  } else if ('problem' in clipped) {
    app.toasts.add({ tone: 'danger', text: [i18n.t('problem.changeFailed'), i18n.t(`problem.${clipped.problem}`)].join(' ') });
  } else if (clipped.note) {
    const { saved, note } = clipped;
    const undo = () => (saved.added.length > 0 ? deleteTalks(saved.added) : editTalk(note.id, { note: note.before }));
    await app.deeds.did({ text: i18n.t('menu.noted'), undo });
    app.shelf.await(note.id);
  } else {
    await tellSaved(app, clipped.saved);
  }
}
