import { textOf } from '../page';
import { typesOf, type Json } from './json-ld';

/** An event, video or episode as structured data describes it, whatever its notation. */
export interface Thing {
  types: string[];
  name: string;
  /** As written; not yet made absolute or checked. */
  url?: string;
  starts?: string;
  ends?: string;
  location?: string;
  description?: string;
  /** Persons only; a group or an account is none. */
  performers: string[];
  /** The event or series it is part of. */
  partOf?: string;
  video?: string;
  audio?: string;
}

export function thingOf(node: Json): Thing {
  const media = objectsIn(node, 'associatedMedia', 'audio')[0];
  return {
    types: typesOf(node),
    name: text(node, 'name', 'headline') ?? '',
    url: text(node, 'url', '@id'),
    starts: text(node, 'startDate', 'datePublished'),
    ends: text(node, 'endDate'),
    location: placeOf(node),
    description: text(node, 'description'),
    performers: objectsIn(node, 'performer', 'performers', 'actor')
      .filter((one) => typesOf(one).includes('Person'))
      .map((one) => text(one, 'name') ?? '')
      .filter(Boolean),
    partOf: objectsIn(node, 'superEvent', 'partOfSeries').map((one) => text(one, 'name'))[0],
    video:
      text(node, 'contentUrl', 'embedUrl') ??
      objectsIn(node, 'recordedIn', 'video').map((one) => text(one, 'contentUrl', 'embedUrl', 'url'))[0],
    audio: media && text(media, 'contentUrl', 'url'),
  };
}

/** The first of the properties that holds a text; entities decoded, because many pages write HTML into JSON. */
function text(node: Json, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = Object.hasOwn(node, name) ? [node[name]].flat()[0] : undefined;
    if (typeof value === 'string' && value.trim()) return decoded(value);
  }
  return undefined;
}

function objectsIn(node: Json, ...names: string[]): Json[] {
  const values = names.flatMap((name) => (Object.hasOwn(node, name) ? [node[name]].flat() : []));
  return values.filter((value): value is Json => typeof value === 'object' && value !== null);
}

/** "Hall, Street 1, Town" from a Place; a name that is repeated in its address stands once. Online places are none. */
function placeOf(node: Json): string | undefined {
  const [place] = objectsIn(node, 'location').filter((one) => !typesOf(one).includes('VirtualLocation'));
  if (!place) return text(node, 'location');
  const [address] = objectsIn(place, 'address');
  const parts = [
    text(place, 'name'),
    ...(address ? ['streetAddress', 'addressLocality'].map((part) => text(address, part)) : [text(place, 'address')]),
  ];
  const known = parts.filter((part): part is string => part !== undefined);
  return known.filter((part, at) => !known.slice(0, at).some((before) => before.includes(part))).join(', ') || undefined;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

function decoded(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return Object.hasOwn(ENTITIES, name.toLowerCase()) ? (ENTITIES[name.toLowerCase()] ?? whole) : whole;
    const code = decimal ? Number(decimal) : parseInt(hex ?? '', 16);
    return code > 31 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

/** A text of markup on one line. */
export function flat(element: Element | null | undefined): string | undefined {
  return textOf(element) || undefined;
}
