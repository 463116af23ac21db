import { browser } from 'wxt/browser';
import { beginNewLog } from '../../storage/new-log';

const KEY = 'newLog';

/** Once in each run of Chromium, at the worker's first start; Firefox's database has no such log. */
export async function beginNewLogOnce(): Promise<void> {
  if (import.meta.env.FIREFOX || (await browser.storage.session.get(KEY))[KEY]) return;
  await beginNewLog().catch((error: unknown) => console.warn('talkshelf: the log was not changed', error));
  // Only now: a worker that was stopped in between does it again.
  await browser.storage.session.set({ [KEY]: true });
}
