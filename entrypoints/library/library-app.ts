import { i18n } from '#i18n';
import type { TalkDraft } from '../../core/talk';
import { App } from './app';
import type { Importing } from './import/importing';
import { Linked } from './linked';
import { tellSaved } from './saved';
import { Searches } from './searches';
import { Selecting } from './selecting';

/** What only the library page has: selecting, saved searches, bringing files in. */
export class LibraryApp extends App {
  readonly searches = new Searches(this.shelf);
  readonly selecting = new Selecting(this.shelf, this.deeds);
  readonly linked = new Linked(this.shelf, this.toasts);
  private imports: Promise<Importing> | undefined;

  /** Saves links that were dropped, and leads on to the first. */
  readonly saveDropped = (drafts: readonly TalkDraft[]): Promise<void> =>
    this.deeds.dare(async () => {
      if (drafts.length === 0) {
        this.toasts.add({ text: i18n.t('drop.none') });
        return;
      }
      const { saveDrafts } = await import('../../storage/talks');
      await tellSaved(this, await saveDrafts(drafts));
    });

  /** The import, fetched when it is first needed; one for the whole page, so that it goes on while another part is shown. */
  readonly importing = (): Promise<Importing> => {
    this.imports ??= import('./import/importing').then((module) => new module.Importing(this.shelf, this.deeds, this.searches));
    return this.imports;
  };
}
