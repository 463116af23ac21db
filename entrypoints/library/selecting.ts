import { signal } from '@preact/signals';
import { i18n } from '#i18n';
import { extended, NOTHING, toggled, withAll } from '../../components/selection';
import { numberText } from '../../components/wording/locale';
import { unionOfTags } from '../../core/tags';
import type { Status, Talk } from '../../core/talk';
import { talksById } from '../../storage/lookups';
import type { Deeds } from './deeds';
import type { Shelf } from './shelf';

/** More than this go by way of the export. */
const MOST_COPIED = 1000;

/** The selected talks and what is done with all of them at once. */
export class Selecting {
  /** How many talks are dealt with, while a change is under way. */
  readonly progress = signal<number | undefined>(undefined);
  /** Reading which talks are shown takes a moment; what is asked for meanwhile is meant for all of them. */
  private collecting = Promise.resolve();

  constructor(
    private readonly shelf: Shelf,
    private readonly deeds: Deeds,
  ) {}

  readonly select = (talk: Talk, range: boolean): void => {
    const selection = this.shelf.selection.peek();
    const order = [...this.shelf.rows.peek().values()].map(({ id }) => id);
    this.shelf.selection.value = range ? extended(selection, talk.id, order) : toggled(selection, talk.id);
  };

  readonly selectAll = (): Promise<void> => (this.collecting = this.collect());

  readonly clear = (): void => {
    this.shelf.selection.value = NOTHING;
  };

  /** The selected talks themselves, as many as anyone can look at. */
  readonly talks = (): Promise<Talk[]> => talksById([...this.shelf.selection.peek().ids].slice(0, MOST_COPIED));

  readonly addTags = (tags: string[]): Promise<void> =>
    this.busy((ids, progress) => this.deeds.editMany(ids, (talk) => ({ tags: unionOfTags(talk.tags, tags) }), changed, progress));

  readonly setStatus = (status: Status): Promise<void> =>
    this.busy((ids, progress) => this.deeds.editMany(ids, () => ({ status }), changed, progress));

  readonly remove = (): Promise<void> =>
    this.busy(async (ids, progress) => {
      await this.deeds.removeMany(ids, progress);
      this.clear();
    });

  private async collect(): Promise<void> {
    const ids: string[] = [];
    for await (const { id } of this.shelf.everyShown()) ids.push(id);
    this.shelf.selection.value = withAll(ids);
  }

  private async busy(deed: (ids: readonly string[], progress: (done: number) => void) => Promise<void>): Promise<void> {
    if (this.progress.peek() !== undefined) return;
    this.progress.value = 0;
    await this.collecting;
    await deed([...this.shelf.selection.peek().ids], (done) => (this.progress.value = done));
    this.progress.value = undefined;
  }
}

function changed(count: number): string {
  return i18n.t('count.changed', count, [numberText(count)]);
}
