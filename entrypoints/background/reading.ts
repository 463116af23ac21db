import { browser } from 'wxt/browser';
import { isArchive } from '../../core/archives';
import type { TabState } from '../../core/messages';
import { draftsOf, type Extracted } from '../../core/reading';
import { showBadge } from './badge';
import { rememberTab, tabPage } from './tabs';

/** Reads the tab's page, notes what is on it and shows the badge. @returns how many drafts there are */
export async function lookAt(tabId: number): Promise<number> {
  const { page } = await read(tabId);
  return page ? draftsOf(page).length : 0;
}

/** What is on the tab's page: as noted, where the note is of the page that is there now, else read anew. */
export async function readTab(tabId: number): Promise<TabState> {
  const [noted, tab] = await Promise.all([tabPage(tabId), browser.tabs.get(tabId)]);
  return noted?.page && noted.url === tab.url ? noted : read(tabId);
}

async function read(tabId: number): Promise<TabState> {
  const state = await inject(tabId);
  if (state.problem) return state;
  await rememberTab(tabId, state);
  await showBadge(tabId, state.page);
  return state;
}

async function inject(tabId: number): Promise<TabState> {
  try {
    const found = await extract(tabId);
    return found ? { url: found.url, page: found.page } : { url: '', page: null, problem: 'failed' };
  } catch (error) {
    // The browser's own pages, its add-on store, and any page without a click or a grant.
    console.warn('talkshelf: the page may not be read', error);
    return { url: '', page: null, problem: 'forbidden' };
  }
}

/** The scripts one after the other, until one knows the page: each is kept small, because the browser must compile it for the page. */
async function extract(tabId: number): Promise<Extracted | null | undefined> {
  const { url = '' } = await browser.tabs.get(tabId);
  const archived = isArchive(url) ? await run(tabId, '/extract-archive.js') : undefined;
  if (archived && !archived.isLeft) return archived;
  const seen = await run(tabId, '/extract.js');
  return seen?.isText ? run(tabId, '/extract-text.js') : seen;
}

/** What a script answers from the page; nothing where it broke. */
async function run(tabId: number, file: '/extract-archive.js' | '/extract.js' | '/extract-text.js'): Promise<Extracted | null | undefined> {
  const [answer] = await browser.scripting.executeScript({ target: { tabId }, files: [file] });
  // Firefox answers for some of its own pages with nothing, instead of refusing.
  if (!answer) throw new Error('no script is let in');
  return answer.result as Extracted | null | undefined;
}
