import type { Finding } from './finding';
import type { Page } from './page';

/** A conference's or a day's schedule: every talk on it. Undefined where this is not such a page. */
export function readSchedulePage(_page: Page): Finding | undefined {
  return undefined;
}
