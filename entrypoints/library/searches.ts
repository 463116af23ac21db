import { signal } from '@preact/signals';
import { MOST_SEARCHES, readSetting, type SavedSearch, writeSetting } from '../../storage/settings';
import type { Asked, Shelf } from './shelf';

/** The searches somebody keeps. */
export class Searches {
  readonly kept = signal<readonly SavedSearch[]>([]);

  constructor(private readonly shelf: Shelf) {}

  readonly load = async (): Promise<void> => {
    this.kept.value = (await readSetting('searches')) ?? [];
  };

  /** Keeps what the shelf asks for now; a name that is there already is taken over. */
  readonly keep = (name: string): void => {
    const { query, tags, filters, sort }: Asked = this.shelf.asked.peek();
    const others = this.kept.peek().filter((search) => search.name !== name);
    this.set([...others, { name, query, tags: [...tags], filters: [...filters], sort }].slice(-MOST_SEARCHES));
  };

  readonly open = (name: string): void => {
    const found = this.kept.peek().find((search) => search.name === name);
    if (!found) return;
    const { name: _name, ...asked } = found;
    this.shelf.ask(asked);
  };

  readonly remove = (name: string): void => this.set(this.kept.peek().filter((search) => search.name !== name));

  private set(kept: readonly SavedSearch[]): void {
    this.kept.value = kept;
    void writeSetting('searches', [...kept]);
  }
}
