import { at, listAt, stateIn, textAt } from './page-state';

/** No page has more of these that matter. */
const MOST = 500;

/** Everything whose type ends in "Event" in the page's JSON-LD, however it is wrapped: alone, in a list, in `@graph`, in an `ItemList`. */
export function eventsInJsonLd(doc: Document): unknown[] {
  const scripts = [...doc.querySelectorAll('script[type="application/ld+json"]')].slice(0, 30);
  const found: unknown[] = [];
  const open = scripts.map(stateIn);
  for (let left = MOST; open.length > 0 && left > 0; left -= 1) {
    const block = open.shift();
    if (Array.isArray(block)) open.push(...(block as unknown[]).slice(0, MOST));
    else if (isEvent(block)) found.push(block);
    else open.push(...listAt(block, '@graph'), ...listAt(block, 'itemListElement').map((item) => at(item, 'item') ?? item));
  }
  return found;
}

function isEvent(block: unknown): boolean {
  const types = [textAt(block, '@type'), ...listAt(block, '@type')];
  return types.some((type) => typeof type === 'string' && type.endsWith('Event'));
}

/** "Venue, street, town" of an event's place, or undefined; an online place is "Online". */
export function placeOf(event: unknown): string | undefined {
  const places = [at(event, 'location'), ...listAt(event, 'location')];
  const place = places.find((one) => textAt(one, '@type') === 'Place') ?? places.find((one) => textAt(one, '@type') === 'VirtualLocation');
  if (!place) return undefined;
  if (textAt(place, '@type') === 'VirtualLocation') return 'Online';
  const address = at(place, 'address');
  const street = typeof address === 'string' ? address : textAt(address, 'streetAddress');
  const parts = [textAt(place, 'name'), street, textAt(address, 'addressLocality')];
  return joinPlace(parts);
}

/** The parts of a place in one line, none that another one holds. */
export function joinPlace(parts: (string | undefined)[]): string | undefined {
  const known = [...new Set(parts.filter((part) => part !== undefined))];
  const held = (part: string) => known.some((other) => other !== part && other.toLowerCase().includes(part.toLowerCase()));
  return known.filter((part) => !held(part)).join(', ') || undefined;
}
