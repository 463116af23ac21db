import { computed } from '@preact/signals';
import { i18n } from '#i18n';
import type { Deeds } from '../library/deeds';
import type { ToastRack } from '../library/toasts';
import { Page } from '../popup/page';
import { followTalk, Note } from './note';
import { playedTo, playFrom } from './player';

/** What stands beside a page: its talks, each a click away from the shelf, and the note of the talk it is about. */
export class Panel extends Page {
  readonly note: Note;
  private tabId = -1;

  /** The saved talk that the page as a whole is about. */
  readonly talk = computed(() =>
    this.kind.value === 'talk' || this.kind.value === 'show-notes' ? this.offers.value[0]?.saved : undefined,
  );

  constructor(
    private readonly toasts: ToastRack,
    deeds: Deeds,
  ) {
    super(() => undefined);
    this.note = new Note(deeds);
    followTalk(this.note, () => this.talk.value);
  }

  readonly show = (tabId: number): Promise<void> => {
    this.tabId = tabId;
    return this.read(tabId);
  };

  readonly clip = (place: number): void => void this.savePlaces([place]);

  readonly jump = async (seconds: number): Promise<void> => {
    if (!(await playFrom(this.tabId, seconds))) this.toasts.add({ text: i18n.t('panel.noPlayer') });
  };

  /** Writes the moment at which the page's recording stands into the note. */
  readonly stamp = async (): Promise<void> => {
    const seconds = await playedTo(this.tabId);
    if (seconds === undefined) this.toasts.add({ text: i18n.t('panel.noPlayer') });
    else this.note.stamp(seconds);
    document.getElementById('panel-note')?.focus();
  };
}
