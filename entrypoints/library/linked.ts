import { effect, signal } from '@preact/signals';
import { i18n } from '#i18n';
import type { Talk } from '../../core/talk';
import { watch } from '../../storage/live';
import { talksById } from '../../storage/lookups';
import { linkedId, linkTo } from './route';
import type { Shelf } from './shelf';
import type { ToastRack } from './toasts';

/** The talk that the address names, wherever in the list it stands; shown beside the list until the cursor goes to another. */
export class Linked {
  readonly talk = signal<Talk | undefined>(undefined);

  constructor(
    private readonly shelf: Shelf,
    private readonly toasts: ToastRack,
  ) {}

  /** Follows the address from now on. */
  follow(): void {
    effect(() => {
      const id = linkedId.value;
      if (!id) {
        this.talk.value = undefined;
        return undefined;
      }
      this.shelf.currentId.value = id;
      return watch(
        () => talksById([id]),
        ([talk]) => this.take(talk),
        ignore,
      );
    });
  }

  readonly copy = async (talk: Talk): Promise<void> => {
    await navigator.clipboard.writeText(linkTo(talk.id));
    this.toasts.add({ text: i18n.t('talk.linkCopied') });
  };

  private take(talk: Talk | undefined): void {
    if (!talk && !this.talk.peek()) this.toasts.add({ tone: 'danger', text: i18n.t('talk.notHere') });
    this.talk.value = talk;
  }
}

function ignore(problem: unknown): void {
  console.warn('talkshelf: the talk of the address could not be read', problem);
}
