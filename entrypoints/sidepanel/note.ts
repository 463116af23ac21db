import { effect, signal } from '@preact/signals';
import type { Talk } from '../../core/talk';
import { withTimestamp } from '../../core/timestamps';
import type { Deeds } from '../library/deeds';

/** Written so long after the last key; sooner when the note is left. Milliseconds. */
const PAUSE = 800;

/** The note of one talk while it is being written. */
export class Note {
  readonly text = signal('');
  private talk: Talk | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly deeds: Deeds) {}

  /** Takes up the note of a talk. What was typed meanwhile stays. */
  readonly follow = (talk: Talk | undefined): void => {
    if (talk?.id !== this.talk?.id) void this.flush();
    const untouched = this.text.peek() === (this.talk?.note ?? '') || talk?.id !== this.talk?.id;
    this.talk = talk;
    if (untouched) this.text.value = talk?.note ?? '';
  };

  readonly write = (text: string): void => {
    this.text.value = text;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), PAUSE);
  };

  readonly stamp = (seconds: number): void => this.write(withTimestamp(this.text.peek(), seconds));

  /** Keeps what is written now. */
  readonly flush = async (): Promise<void> => {
    clearTimeout(this.timer);
    const [talk, note] = [this.talk, this.text.peek()];
    if (!talk || note === talk.note) return;
    this.talk = { ...talk, note };
    await this.deeds.keepNote(talk, note);
  };
}

/** Keeps the note on the talk that a getter gives. */
export function followTalk(note: Note, talk: () => Talk | undefined): void {
  effect(() => note.follow(talk()));
}
