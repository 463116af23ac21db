/** Milliseconds without a search after which nobody waits for one. */
const QUIET = 30;

let underWay = 0;
let ended = -Infinity;

/** Does a search; `pause` waits for its end. */
export async function searching<T>(search: () => Promise<T>): Promise<T> {
  underWay++;
  try {
    return await search();
  } finally {
    underWay--;
    ended = performance.now();
  }
}

/** Waits until nobody searches, for work that can wait. */
export async function pause(): Promise<void> {
  while (underWay > 0 || performance.now() - ended < QUIET) await new Promise((resolve) => setTimeout(resolve, QUIET));
}
