import { signal } from '@preact/signals';

export const PLACES = ['talks', 'duplicates', 'tags', 'trash'] as const;
export type Place = (typeof PLACES)[number];

/** The part of the library that is shown, as the address says: `library.html#/trash`. Back and forward lead through the parts. */
export const place = signal<Place>(placeIn(location.hash));

addEventListener('hashchange', () => (place.value = placeIn(location.hash)));

function placeIn(hash: string): Place {
  return PLACES.find((each) => `#/${each}` === hash) ?? 'talks';
}
