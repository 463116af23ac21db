import { signal } from '@preact/signals';

/** library.css lays the page out in one column up to here. */
const query = matchMedia('(max-width: 62rem)');

/** Whether the page is so narrow, or so far zoomed in, that its parts stand below each other. */
export const isNarrow = signal(query.matches);

query.addEventListener('change', () => (isNarrow.value = query.matches));
