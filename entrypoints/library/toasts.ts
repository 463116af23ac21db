import { signal } from '@preact/signals';
import type { Toast } from '../../components/notices/Toasts';

/** How long a message stays; long enough to read it and to reach its Undo. What it offers stays on the key `z` afterwards. */
const STAYS = 10_000;
const MOST = 3;

/** The messages on the screen. */
export class ToastRack {
  readonly shown = signal<readonly Toast[]>([]);
  private readonly timers = new Map<number, ReturnType<typeof setTimeout>>();
  private last = 0;

  add(toast: Omit<Toast, 'id'>): number {
    const id = ++this.last;
    this.shown.value = [...this.shown.value, { ...toast, id }].slice(-MOST);
    this.start(id);
    return id;
  }

  readonly dismiss = (id: number): void => {
    this.stop(id);
    this.shown.value = this.shown.value.filter((toast) => toast.id !== id);
  };

  readonly hold = (held: boolean): void => {
    for (const { id } of this.shown.value) {
      this.stop(id);
      if (!held) this.start(id);
    }
  };

  private start(id: number): void {
    this.timers.set(
      id,
      setTimeout(() => this.dismiss(id), STAYS),
    );
  }

  private stop(id: number): void {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
  }
}
