import { signal } from '@preact/signals';

const paper = matchMedia('print');

/** Whether the page is being printed: then the list shows all rows it has, not only those on the screen. */
export const printing = signal(paper.matches);

paper.addEventListener('change', () => (printing.value = paper.matches));
