import { browser } from 'wxt/browser';
import type { PageReading } from '../../core/reading';

/** What was found on a tab's page. Kept in session storage: it outlives the worker, but not the browser, and never reaches the disk. */
export interface TabPage {
  url: string;
  page: PageReading | null;
}

const PREFIX = 'tab:';

export async function tabPage(tabId: number): Promise<TabPage | undefined> {
  const key = PREFIX + String(tabId);
  return (await browser.storage.session.get(key))[key] as TabPage | undefined;
}

/** Every tab with something on it. */
export async function tabPages(): Promise<Map<number, TabPage>> {
  const kept = Object.entries(await browser.storage.session.get(null)).filter(([key]) => key.startsWith(PREFIX));
  return new Map(kept.map(([key, value]) => [Number(key.slice(PREFIX.length)), value as TabPage]));
}

export async function rememberTab(tabId: number, found: TabPage): Promise<void> {
  try {
    await forgetClosedTabs();
    await browser.storage.session.set({ [PREFIX + String(tabId)]: found });
  } catch (error) {
    // Session storage holds 10 MB. What does not fit is read again when the popup asks.
    console.warn('talkshelf: a page was too large to remember', error);
  }
}

export async function forgetTab(tabId: number): Promise<void> {
  await browser.storage.session.remove(PREFIX + String(tabId));
}

/** Done when something is remembered anyway, so that closing a tab never wakes the worker. */
async function forgetClosedTabs(): Promise<void> {
  const open = new Set((await browser.tabs.query({})).map((tab) => tab.id));
  const closed = [...(await tabPages()).keys()].filter((tabId) => !open.has(tabId));
  await browser.storage.session.remove(closed.map((tabId) => PREFIX + String(tabId)));
}
