import { signal } from '@preact/signals';
import { i18n } from '#i18n';
import { numberText } from '../../../components/wording/locale';
import { type ProblemKind, problemOf } from '../../../storage/problem';
import type { Deeds } from '../deeds';
import type { Searches } from '../searches';
import type { Shelf } from '../shelf';
import { type Parts, partsOf, restore } from './backup';
import { talksIn } from './documents';
import type { Prepared } from './examine';
import type { FromReader, ToReader } from './protocol';
import { type Choice, type Ended, perform } from './steps';

/** Where an import stands. Nothing is written before `writing`. */
export type Stage =
  | { name: 'choose' }
  | { name: 'reading'; read: number; size: number; talks: number }
  | { name: 'preview'; prepared: Prepared; parts: Parts | undefined }
  | { name: 'writing'; done: number; total: number }
  | { name: 'undoing'; done: number; total: number }
  | { name: 'done'; ended: Ended; refused: Prepared['refused']; problem?: ProblemKind; undo: () => void }
  | { name: 'failed'; problem: ProblemKind | 'failed' };

/** Brings files into the library: read by a worker, shown, then written step by step, and one thing to undo. */
export class Importing {
  readonly stage = signal<Stage>({ name: 'choose' });
  private reader: Worker | undefined;
  private stopper = new AbortController();

  constructor(
    private readonly shelf: Shelf,
    private readonly deeds: Deeds,
    private readonly searches: Searches,
  ) {}

  /** Whether something is under way that another import must not disturb. */
  get isBusy(): boolean {
    return ['reading', 'writing', 'undoing'].includes(this.stage.peek().name);
  }

  readonly open = (files: readonly File[]): void => {
    if (this.isBusy || files.length === 0) return;
    this.stage.value = { name: 'reading', read: 0, size: files.reduce((sum, { size }) => sum + size, 0), talks: 0 };
    const reader = new Worker(new URL('./reader.ts', import.meta.url), { type: 'module' });
    reader.addEventListener('message', ({ data }: MessageEvent<FromReader>) => this.hear(reader, data));
    reader.addEventListener('error', (event) => {
      console.error('talkshelf: the reader broke', event.message);
      this.hear(reader, { problem: 'failed' });
    });
    this.reader = reader;
    tell(reader, { files: [...files] });
  };

  /** Stops what is under way, and leaves the preview. What was written stays, and can be undone. */
  readonly cancel = (): void => {
    this.stopper.abort();
    const { name } = this.stage.peek();
    if (name !== 'writing' && name !== 'undoing') this.reset();
  };

  readonly reset = (): void => {
    this.endReader();
    this.stage.value = { name: 'choose' };
  };

  readonly run = async (choice: Choice & { withBackup: boolean }): Promise<void> => {
    const stage = this.stage.peek();
    if (stage.name !== 'preview') return;
    const { prepared, parts } = stage;
    this.stopper = new AbortController();
    this.working('writing', 0, prepared.steps.length);
    this.rest();
    const ended = await perform(prepared, choice, (done, total) => this.working('writing', done, total), this.stopper.signal);
    const undoParts = parts && choice.withBackup && !ended.stopped && !ended.error ? await this.restoreParts(parts, choice) : undefined;
    this.shelf.resting.value = false;
    await this.finish(prepared, ended, undoParts);
  };

  private async finish({ refused }: Prepared, ended: Ended, undoParts?: () => Promise<void>): Promise<void> {
    if (ended.error) console.error('talkshelf: an import broke off', ended.error);
    const problem = ended.error ? problemOf(ended.error).kind : undefined;
    const deed = { text: textOf(ended), undo: () => this.undo(ended, undoParts) };
    if (ended.added + ended.changed > 0 || undoParts) await this.deeds.did(deed);
    this.stage.value = { name: 'done', ended, refused, problem, undo: () => this.deeds.undoThis(deed) };
  }

  private async undo(ended: Ended, undoParts?: () => Promise<void>): Promise<void> {
    this.working('undoing', 0, 1);
    this.rest();
    try {
      await ended.undo((done, total) => this.working('undoing', done, total));
      await undoParts?.();
      await this.searches.load();
    } finally {
      this.shelf.resting.value = false;
      this.stage.value = { name: 'choose' };
    }
  }

  private async restoreParts(parts: Parts, { way }: Choice): Promise<() => Promise<void>> {
    const undo = await restore(parts, way);
    await this.searches.load();
    return undo;
  }

  private hear(reader: Worker, message: FromReader): void {
    if (reader !== this.reader) return;
    if ('document' in message) void this.answerDocument(reader, message);
    else if ('read' in message) this.stage.value = { ...this.stage.peek(), ...message };
    else {
      this.endReader();
      this.stage.value =
        'problem' in message
          ? { name: 'failed', problem: message.problem }
          : { name: 'preview', prepared: message.prepared, parts: partsOf(message.prepared.backup) };
    }
  }

  private async answerDocument(reader: Worker, { document, text, file }: Extract<FromReader, { document: number }>): Promise<void> {
    const talks = await talksIn(text, file).catch((error: unknown) => {
      console.warn('talkshelf: a document could not be read', error);
      return [];
    });
    tell(reader, { document, talks });
  }

  /** The shelf rests until everything is written, and its counts until the index has followed. */
  private rest(): void {
    this.shelf.resting.value = true;
    this.shelf.waiting.value = true;
  }

  private working(name: 'writing' | 'undoing', done: number, total: number): void {
    this.stage.value = { name, done, total };
  }

  private endReader(): void {
    this.reader?.terminate();
    this.reader = undefined;
  }
}

function tell(reader: Worker, message: ToReader): void {
  reader.postMessage(message);
}

/** What an import did, in one line. */
export function textOf({ added, changed }: Pick<Ended, 'added' | 'changed'>): string {
  const texts = [
    added > 0 || changed === 0 ? i18n.t('count.imported', added, [numberText(added)]) : '',
    changed > 0 ? i18n.t('count.changed', changed, [numberText(changed)]) : '',
  ];
  return texts.filter(Boolean).join(' · ');
}
