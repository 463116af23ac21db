import { equal } from '../../core/equal';
import { fold } from '../../core/fold';
import type { Talk, TalkDraft } from '../../core/talk';

/** One talk of the page as it is offered. */
export interface Offer {
  /** Its place on the page; names it as long as the popup is open. */
  place: number;
  draft: TalkDraft;
  /** The saved talk it is already. */
  saved: Talk | undefined;
  /** Whether the page now says what the saved talk does not know; saving again takes it over. */
  changed: boolean;
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
  saysMore: (talk: Talk, draft: TalkDraft) => boolean = () => false,
): Offer[] {
  return drafts.map((draft, place) => {
    const [known, shown] = [saved[place], before[place]];
    const chosen = touched.get(place) ?? !known;
    if (shown?.draft === draft && shown.chosen === chosen && unchanged(shown.saved, known)) return shown;
    const changed = known !== undefined && saysMore(known, draft);
    return { place, draft, saved: known, changed, chosen };
  });
}

/** Whether two readings of a talk are of the same state. */
function unchanged(before: Talk | undefined, now: Talk | undefined): boolean {
  return before?.id === now?.id && before?.stamp === now?.stamp && equal(before?.stamps, now?.stamps);
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
