import { browser } from 'wxt/browser';
import { indexStep } from '../../storage/search/index-work';

export const INDEX_ALARM = 'index';

let working: Promise<void> | undefined;

/**
 * Brings the search index up to date, step by step. The worker may be stopped in between: the alarm, which stands only while there is work, wakes it
 * to go on.
 */
export function tendIndex(): Promise<void> {
  working ??= tend().finally(() => (working = undefined));
  return working;
}

async function tend(): Promise<void> {
  try {
    if ((await indexStep()) === 'more') {
      await browser.alarms.create(INDEX_ALARM, { delayInMinutes: 1, periodInMinutes: 1 });
      while ((await indexStep()) === 'more');
    }
    await browser.alarms.clear(INDEX_ALARM);
  } catch (error) {
    // Search is right without its index, only slower; the next change or alarm tries again.
    console.warn('talkshelf: the search index could not be tended', error);
  }
}
