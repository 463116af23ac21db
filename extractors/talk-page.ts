import type { Finding } from './finding';
import type { Page } from './page';

/** A page about one talk. Undefined where this is not such a page. */
export function readTalkPage(_page: Page): Finding | undefined {
  return undefined;
}
