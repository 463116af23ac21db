import { signal } from '@preact/signals';

/** library.css lays the page out in one column up to here. */
const query = matchMedia('(max-width: 62rem)');

/** Whether the page is so narrow, or so far zoomed in, that its parts stand below each other. */
export const isNarrow = signal(query.matches);

const wide = matchMedia('(min-width: 75rem)');

/** Whether the list has room for columns. */
export const isWide = signal(wide.matches);

wide.addEventListener('change', () => (isWide.value = wide.matches));
query.addEventListener('change', () => (isNarrow.value = query.matches));
