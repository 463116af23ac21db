import { signal } from '@preact/signals';
import { i18n } from '#i18n';
import { type Undoable, type UndoStack, dropped, pushed } from '../../components/undo';
import { statusText } from '../../components/wording/facts';
import { numberText } from '../../components/wording/locale';
import { fold } from '../../core/fold';
import { send } from '../../core/messages';
import { unionOfTags } from '../../core/tags';
import { STATUSES, type Status, type Talk } from '../../core/talk';
import type { Progress } from '../../storage/bulk';
import { LibraryProblem } from '../../storage/problem';
import type { Edit } from '../../storage/talks';
import type { ToastRack } from './toasts';

/** What writes is fetched with the first deed: the popup opens without it. */
const bulk = () => import('../../storage/bulk');
const talks = () => import('../../storage/talks');

/** What a person does to saved talks: every deed says that it is done, and can be taken back. */
export class Deeds {
  /** Grows with every deed and every undo; for what must look again. */
  readonly count = signal(0);
  private readonly stack = signal<UndoStack>([]);

  constructor(private readonly toasts: ToastRack) {}

  readonly setStatus = (talk: Talk, status: Status): void => {
    if (status !== talk.status) void this.edit(talk, { status }, i18n.t('done.status', [statusText(status)]));
  };

  readonly nextStatus = (talk: Talk): void => {
    const next = STATUSES[(STATUSES.indexOf(talk.status) + 1) % STATUSES.length];
    if (next) this.setStatus(talk, next);
  };

  readonly edit = async (talk: Talk, edit: Edit, text = i18n.t('count.changed', 1, [numberText(1)])): Promise<void> => {
    const fields = Object.keys(edit) as (keyof Edit)[];
    if (fields.length === 0) return;
    const before: Edit = Object.fromEntries(fields.map((field) => [field, talk[field]]));
    await this.dare(async () => {
      const { editTalk } = await talks();
      if (!(await editTalk(talk.id, edit))) {
        this.toasts.add({ tone: 'danger', text: i18n.t('editor.gone') });
        return;
      }
      this.done({ text, undo: () => editTalk(talk.id, before) });
    });
  };

  /** Keeps what is being written into a note, without a word for every pause. */
  readonly keepNote = (talk: Talk, note: string): Promise<void> =>
    this.dare(async () => {
      const { editTalk } = await talks();
      if (!(await editTalk(talk.id, { note }))) this.toasts.add({ tone: 'danger', text: i18n.t('editor.gone') });
    });

  readonly remove = (gone: readonly Talk[]): Promise<void> => this.removeMany(gone.map((talk) => talk.id));

  /** Deletes any number of talks. */
  readonly removeMany = async (ids: readonly string[], progress?: Progress): Promise<void> => {
    await this.dare(async () => {
      const { deleteMany, restoreMany } = await bulk();
      await deleteMany(ids, progress);
      this.done({ text: i18n.t('count.deleted', ids.length, [numberText(ids.length)]), undo: () => restoreMany(ids) });
    });
  };

  /** Changes any number of talks; `text` says how many it were. */
  readonly editMany = async (
    ids: readonly string[],
    editOf: (talk: Talk) => Edit,
    text: (count: number) => string,
    progress?: Progress,
  ): Promise<void> => {
    await this.dare(async () => {
      const { editTalks, unedit } = await bulk();
      const before = await editTalks(ids, editOf, progress);
      this.done({ text: text(before.length), undo: () => unedit(before) });
    });
  };

  /** Brings deleted talks back. */
  readonly restore = async (ids: readonly string[]): Promise<void> => {
    await this.dare(async () => {
      const { deleteMany, restoreMany } = await bulk();
      await restoreMany(ids);
      this.done({ text: i18n.t('count.restored', ids.length, [numberText(ids.length)]), undo: () => deleteMany(ids) });
    });
  };

  /** Makes one talk of several; the first is kept. */
  readonly merge = async (ids: readonly string[]): Promise<void> => {
    const { mergeTalks, unmergeTalks } = await import('../../storage/duplicates');
    await this.dare(async () => {
      const merged = await mergeTalks(ids);
      if (merged) this.done({ text: i18n.t('count.merged', ids.length, [numberText(ids.length)]), undo: () => unmergeTalks(merged) });
    });
  };

  /** Gives all talks of a tag another one instead, or none. */
  readonly retag = async (tag: string, to?: string): Promise<void> => {
    const { search } = await import('../../storage/search');
    await this.dare(async () => {
      const { talks } = await search('', { limit: Infinity, tags: [tag] });
      const text = (count: number) => i18n.t('count.changed', count, [numberText(count)]);
      const without = (tags: readonly string[]) => tags.filter((each) => fold(each) !== fold(tag));
      await this.editMany(
        talks.map(({ id }) => id),
        ({ tags }) => ({ tags: unionOfTags(without(tags), to ? [to] : []) }),
        text,
      );
    });
  };

  /** Takes one deed back, if it was not already. */
  readonly undoThis = (deed: Undoable): void => void this.undo(deed);

  /** Takes the last deed back. */
  readonly undoLast = (): void => {
    const [last] = this.stack.peek();
    if (last) void this.undo(last);
    else this.toasts.add({ text: i18n.t('undo.nothing') });
  };

  /** Notes what was done elsewhere, so that it can be taken back like everything else. */
  readonly did = (deed: Undoable): Promise<void> =>
    this.dare(() => {
      this.done(deed);
      return Promise.resolve();
    });

  private done(deed: Undoable): void {
    this.stack.value = pushed(this.stack.peek(), deed);
    const toast = this.toasts.add({ text: deed.text, undo: () => void this.undo(deed, toast) });
  }

  private async undo(deed: Undoable, toast?: number): Promise<void> {
    if (!this.stack.peek().includes(deed)) return;
    this.stack.value = dropped(this.stack.peek(), deed);
    for (const { id, text } of this.toasts.shown.peek()) if (id === toast || text === deed.text) this.toasts.dismiss(id);
    await this.dare(async () => {
      await deed.undo();
      this.toasts.add({ text: i18n.t('undo.done') });
    });
  }

  /** Runs a write; tells the badges of it, or the person why it did not work. */
  readonly dare = async (deed: () => Promise<void>): Promise<void> => {
    try {
      await deed();
      this.count.value++;
      send('changed', null).catch((error: unknown) => console.warn('talkshelf: badges may be out of date', error));
    } catch (error) {
      console.error('talkshelf: a change failed', error);
      const why = error instanceof LibraryProblem ? i18n.t(`problem.${error.kind}`) : '';
      this.toasts.add({ tone: 'danger', text: [i18n.t('problem.changeFailed'), why].filter(Boolean).join(' ') });
    }
  };
}
