import { effect, signal } from '@preact/signals';
import { watch } from '../../storage/live';
import { type IndexProgress, indexProgress } from '../../storage/search/index-work';
import type { Shelf } from './shelf';

/** With more talks than this outside the index, what counts all of them waits for it: looking each one through would hold the page up. */
const MOST = 1500;
/** Milliseconds between two looks at an index that is behind: its steps are not told to anybody. */
const EVERY = 400;

/** How far the index is, while it is far behind. */
export const preparing = signal<IndexProgress | undefined>(undefined);

/** Lets what counts all talks wait while the index is far behind, as after a large import. */
export function followIndex(shelf: Shelf): void {
  effect(() => {
    if (shelf.resting.value) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = (progress?: IndexProgress) => {
      const behind = progress && progress.total - progress.indexed > MOST ? progress : undefined;
      preparing.value = behind;
      shelf.waiting.value = behind !== undefined;
      clearTimeout(timer);
      if (behind) timer = setTimeout(() => void indexProgress().then(take, () => take()), EVERY);
    };
    const stop = watch(indexProgress, take, () => take());
    return () => {
      clearTimeout(timer);
      stop();
    };
  });
}
