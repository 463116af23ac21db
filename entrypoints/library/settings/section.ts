import type { ComponentType } from 'preact';
import type { LibraryApp } from '../library-app';

/**
 * One subject of the settings: a file `sections/<id>.tsx` whose default export this is. The folder is the registry, the file's name is the id, and
 * `#/settings/<id>` leads to it.
 */
export interface Section {
  /** Smaller numbers stand higher. */
  place: number;
  heading: () => string;
  View: ComponentType<{ app: LibraryApp }>;
}
