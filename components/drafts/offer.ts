import { fold } from '../../core/fold';
import type { Talk, TalkDraft } from '../../core/talk';

/** One talk of the page as it is offered. */
export interface Offer {
  /** Its place on the page; names it as long as the popup is open. */
  place: number;
  draft: TalkDraft;
  /** The saved talk it is already. */
  saved: Talk | undefined;
  chosen: boolean;
}

/** With more talks than this on a page, a filter helps. */
export const FEW = 8;

/** The talks of a page with what is chosen: what a person touched, else everything that is not saved yet. */
export function offersOf(
  drafts: readonly TalkDraft[],
  saved: readonly (Talk | undefined)[],
  touched: ReadonlyMap<number, boolean>,
  before: readonly Offer[] = [],
): Offer[] {
  return drafts.map((draft, place) => {
    const offer: Offer = { place, draft, saved: saved[place], chosen: touched.get(place) ?? !saved[place] };
    const shown = before[place];
    const same = shown?.draft === draft && shown.chosen === offer.chosen && shown.saved?.stamp === offer.saved?.stamp;
    return same ? shown : offer;
  });
}

/** The offers that hold every word of the filter in title, speakers, event or text. */
export function filtered(offers: readonly Offer[], filter: string): readonly Offer[] {
  const words = fold(filter).split(' ').filter(Boolean);
  if (words.length === 0) return offers;
  return offers.filter(({ draft }) => {
    const names = draft.speakers.map((speaker) => speaker.name);
    const text = fold([draft.title, ...names, draft.event?.name, draft.abstract, draft.location].join(' '));
    return words.every((word) => text.includes(word));
  });
}
