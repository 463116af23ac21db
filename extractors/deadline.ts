/**
 * Whether so much of the time for one page is spent, as a share of it from 0 to 1; without a share, all of it. A walk or a loop that asks and
 * hears yes ends with what it has; a reader that would begin after that is not begun.
 */
export type Deadline = (share?: number) => boolean;

/** No reading is cut off: for tests and for documents of a person's own choice. */
export const NEVER: Deadline = () => false;

/**
 * @param milliseconds from now on
 * @param clock gives milliseconds that never go back
 */
export function deadlineIn(milliseconds: number, clock: () => number = () => performance.now()): Deadline {
  const from = clock();
  return (share = 1) => clock() - from >= milliseconds * share;
}

/** Where a stage of reading ends at the latest: the stages after it need the rest. */
export const COPIED = 0.25;
export const WALKED = 0.4;

/** So many nodes or links are looked at however late it is, because what a page is about stands at its top. */
const ALWAYS = 1500;

/** Whether to end a walk or a loop that asks this at each step. */
export function endsBy(late: Deadline, share = 1): () => boolean {
  let steps = 0;
  return () => (steps += 1) > ALWAYS && late(share);
}

/** Milliseconds for a page that is larger than people write; what is left to do with what was found fits into a fifth of a second with it. */
const LARGE = 140;
/** Milliseconds for any other: its size bounds what it costs, and on a slow machine it must not be cut off. */
const ORDINARY = 1000;
/** The largest of 459 real pages has 2,900 elements. */
const MOST_ORDINARY = 6000;

/** The time that a page is given, from now on. */
export function deadlineFor(doc: Document): Deadline {
  return deadlineIn(doc.getElementsByTagName('*').length > MOST_ORDINARY ? LARGE : ORDINARY);
}
