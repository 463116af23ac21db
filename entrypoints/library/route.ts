import { computed, signal } from '@preact/signals';

export const PLACES = ['talks', 'duplicates', 'tags', 'statistics', 'trash', 'import', 'templates', 'sync', 'settings'] as const;
export type Place = (typeof PLACES)[number];

const hash = signal(location.hash);

addEventListener('hashchange', () => (hash.value = location.hash));

/** The part of the library that is shown, as the address says: `library.html#/trash`. Back and forward lead through the parts. */
export const place = computed<Place>(() => PLACES.find((each) => each === partsOf(hash.value)[0]) ?? 'talks');

/** What of the part is meant: `#/settings/look`. Empty where the address names nothing. */
export const detail = computed(() => partsOf(hash.value)[1] ?? '');

/** The id of the talk that the address names: `#/talk/<id>`. */
export const linkedId = computed(() => (partsOf(hash.value)[0] === 'talk' ? detail.value : ''));

/** The address of one talk, which opens in this browser. */
export function linkTo(id: string): string {
  return `${location.origin}${location.pathname}#/talk/${id}`;
}

/** The self-check has an address that is easily told to somebody. */
const SHORT: Record<string, string> = { '#/health': '#/settings/health' };

function partsOf(address: string): string[] {
  return (SHORT[address] ?? address).replace(/^#\//, '').split('/');
}
