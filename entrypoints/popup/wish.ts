import { browser } from 'wxt/browser';

const KEY = 'wish';
/** A popup that did not open leaves its wish behind; the next one, opened for something else, must not fulfil it. In milliseconds. */
const HOLDS = 5000;

/** Notes that the popup about to open is to copy the page's talk. */
export async function wishToCopy(): Promise<void> {
  await browser.storage.session.set({ [KEY]: Date.now() });
}

/** Whether the popup was opened to copy; asked once. */
export async function isWishedToCopy(): Promise<boolean> {
  const noted = (await browser.storage.session.get(KEY))[KEY];
  if (noted !== undefined) await browser.storage.session.remove(KEY);
  return typeof noted === 'number' && Date.now() - noted < HOLDS;
}
