import { browser } from 'wxt/browser';
import type { SaveReply } from '../../core/messages';
import type { LibraryProblem } from '../../storage/problem';

/** What became of a click on the context menu, for the popup that opens over the page to tell. */
export type Clipped =
  | { saved: SaveReply; note?: { id: string; before: string } }
  /** The link leads to no web page, or the selected words belong to no one talk of the page. */
  | { nothing: 'link' | 'note' }
  | { problem: LibraryProblem['kind'] };

interface Noted {
  at: number;
  clipped: Clipped;
}

const KEY = 'clipped';
/** A popup that did not open leaves its news behind; the next one, opened for something else, must not tell them. In milliseconds. */
const HOLDS = 5000;

/** Leaves the news for the popup, whether it is open already or is about to be. */
export async function leaveNews(clipped: Clipped): Promise<void> {
  const noted: Noted = { at: Date.now(), clipped };
  await browser.storage.session.set({ [KEY]: noted });
}

/** Hears of the news, each once, as long as the popup is open. */
export async function hearNews(tell: (clipped: Clipped) => void): Promise<void> {
  const take = (noted: Noted | undefined) => {
    if (!noted) return;
    void browser.storage.session.remove(KEY);
    if (Date.now() - noted.at < HOLDS) tell(noted.clipped);
  };
  browser.storage.session.onChanged.addListener((changes) => take(changes[KEY]?.newValue as Noted | undefined));
  take((await browser.storage.session.get(KEY))[KEY] as Noted | undefined);
}
