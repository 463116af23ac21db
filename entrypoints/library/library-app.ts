import { App } from './app';
import type { Importing } from './import/importing';
import { Searches } from './searches';
import { Selecting } from './selecting';

/** What only the library page has: selecting, saved searches, bringing files in. */
export class LibraryApp extends App {
  readonly searches = new Searches(this.shelf);
  readonly selecting = new Selecting(this.shelf, this.deeds);
  private imports: Promise<Importing> | undefined;

  /** The import, fetched when it is first needed; one for the whole page, so that it goes on while another part is shown. */
  readonly importing = (): Promise<Importing> => {
    this.imports ??= import('./import/importing').then((module) => new module.Importing(this.shelf, this.deeds, this.searches));
    return this.imports;
  };
}
