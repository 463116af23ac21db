import { signal } from '@preact/signals';
import { i18n } from '#i18n';
import { send, type SyncReason } from '../../../core/messages';
import type { SyncPlace } from '../../../storage/settings';
import { farewell } from '../../../storage/sync/farewell';
import { forgetFolder } from '../../../storage/sync/folder/handles';
import { restoreValue } from '../../../storage/sync/history';
import { keepPlace, openPlace } from '../../../storage/sync/place';
import { changePassphrase, deleteVault, type RecoverySheet } from '../../../storage/sync/vault';
import type { ToastRack } from '../toasts';
import { allow } from './setup';
import { Steps } from './steps';

/** What a person does in a vault. */
export class Desk extends Steps {
  readonly sheet = signal<RecoverySheet | undefined>(undefined);

  constructor(
    private readonly place: SyncPlace,
    private readonly toasts: ToastRack,
    private readonly changed: () => void,
  ) {
    super();
  }

  readonly syncNow = (): void => this.sync('asked');
  readonly agree = (): void => this.sync('agreed');

  /** To be called in a click, as the browser asks only there. */
  readonly allow = (): void => {
    void this.work(async () => {
      await allow(this.place);
      await ask('asked');
    });
  };

  readonly restore = (id: string): void => {
    void this.work(async () => {
      const talk = await restoreValue(id);
      this.toasts.add({ text: talk ? i18n.t('sync.restored') : i18n.t('editor.gone') });
      await send('changed', null);
    });
  };

  readonly changePassphrase = (current: string, next: string): void => {
    void this.work(async () => {
      this.sheet.value = await changePassphrase({ store: openPlace(this.place) }, { passphrase: current }, next);
    });
  };

  readonly leave = (): void => this.end(() => farewell(openPlace(this.place)));
  readonly remove = (): void => this.end(() => deleteVault({ store: openPlace(this.place) }));

  /** A sync that runs would write on what is taken away. */
  private end(how: () => Promise<void>): void {
    void this.work(async () => {
      await navigator.locks.request('talkshelf-sync', async () => {
        await how();
        await keepPlace(undefined);
      });
      if (this.place.settings['folder']) await forgetFolder(this.place.settings['folder']);
      this.toasts.add({ text: i18n.t('sync.ended') });
      this.changed();
    });
  }

  private sync(why: SyncReason): void {
    void this.work(() => ask(why));
  }
}

/** The browser may stop the worker in the middle of its answer. Asking again does no harm: what was done is not done twice. */
async function ask(why: SyncReason): Promise<void> {
  try {
    await send('sync', { why });
  } catch (error) {
    console.warn('talkshelf: the worker gave no answer', error);
    await send('sync', { why });
  }
}
