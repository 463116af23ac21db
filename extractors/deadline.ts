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
