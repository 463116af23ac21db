/** So long, in milliseconds, work goes on before others have their turn: much less than a person feels as a delay. */
const SLICE = 12;

/**
 * The items as they come; the page has its turn (input, painting, other work) whenever a slice of time was used up by what is done with them. Long work
 * stays smooth where items go through here.
 */
export async function* inTurns<T>(items: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  let end = performance.now() + SLICE;
  for await (const item of items) {
    yield item;
    if (performance.now() < end) continue;
    await turn();
    end = performance.now() + SLICE;
  }
}

/** Resolves when everything that waited has had its turn: a timer's turn comes after a few milliseconds, the scheduler's at once. */
async function turn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  await (scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve)));
}
