import type { Talk } from './talk';
import { type WordVisitor, scanWords } from './words';

/** The texts of a talk that words are looked for in. A set of them is a bit mask, bit i for the i-th; the order is stored, so only append. */
export const TEXT_FIELDS = ['abstract', 'title', 'speakers', 'event', 'tags', 'place', 'note'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** No more words of one field are looked at. */
export const MOST_PLACES = 8192;

/** What each field holds: one text, or several that no phrase spans. */
export function textsOf(talk: Talk): Record<TextField, readonly string[]> {
  return {
    abstract: some(talk.abstract),
    title: [talk.title],
    speakers: talk.speakers.map((speaker) => speaker.name),
    event: [...some(talk.event?.name), ...some(talk.event?.series)],
    tags: talk.tags,
    place: [...some(talk.location), ...talk.speakers.flatMap((speaker) => some(speaker.affiliation))],
    note: some(talk.note),
  };
}

/** The bit mask of some fields. */
export function maskOf(...fields: readonly TextField[]): number {
  return fields.reduce((mask, field) => mask | (1 << TEXT_FIELDS.indexOf(field)), 0);
}

export const ALL_FIELDS = maskOf(...TEXT_FIELDS);

/** Visits every word of a talk: the folded word, the number of its field, and its place in that field. */
export function scanTalk(talk: Talk, visit: (word: string, field: number, place: number) => void): void {
  const texts = textsOf(talk);
  TEXT_FIELDS.forEach((field, number) => {
    let base = 0;
    const inField: WordVisitor = (word, place) => {
      if (base + place < MOST_PLACES) visit(word, number, base + place);
    };
    // One place is left free between two texts, so that they are not neighbours.
    for (const text of texts[field]) base += scanWords(text, inField) + 1;
  });
}

function some(text: string | undefined): string[] {
  return text ? [text] : [];
}
