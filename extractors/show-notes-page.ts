import type { Finding } from './finding';
import type { Page } from './page';

/** Show notes: the episode and its linked items. Undefined where this is not such a page. */
export function readShowNotesPage(_page: Page): Finding | undefined {
  return undefined;
}
