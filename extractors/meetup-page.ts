import type { Finding } from './finding';
import type { Page } from './page';

/** A meeting with the talks given there. Undefined where this is not such a page. */
export function readMeetupPage(_page: Page): Finding | undefined {
  return undefined;
}
