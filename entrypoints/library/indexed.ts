import { effect } from '@preact/signals';
import { watch } from '../../storage/live';
import { indexProgress } from '../../storage/search/index-work';
import type { Shelf } from './shelf';

/** With more talks than this outside the index, what counts all of them waits for it: looking each one through would hold the page up. */
const MOST = 1500;

/** Lets what counts all talks wait while the index is far behind, as after a large import. */
export function followIndex(shelf: Shelf): void {
  effect(() => {
    if (shelf.resting.value) return undefined;
    return watch(
      () => indexProgress(),
      ({ indexed, total }) => (shelf.waiting.value = total - indexed > MOST),
      () => (shelf.waiting.value = false),
    );
  });
}
