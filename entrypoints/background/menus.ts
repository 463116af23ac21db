import { i18n } from '#i18n';
import { type Browser, browser } from 'wxt/browser';
import { type Clipped, leaveNews } from '../popup/clipped';
import { wishToCopy } from '../popup/wish';
import { showClipped } from './badge';
import { clipLink, noteSelection } from './clipping';
import { written } from './written';

const [LINK, NOTE, PAGE] = ['link', 'note', 'page'];
/** The id of the menu entry, and the name of the command in the manifest. */
export const COPY_TALK = 'copy-talk';

export async function addMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: LINK, title: i18n.t('menu.link'), contexts: ['link'], targetUrlPatterns: ['*://*/*'] });
  browser.contextMenus.create({ id: NOTE, title: i18n.t('menu.note'), contexts: ['selection'] });
  browser.contextMenus.create({ id: PAGE, title: i18n.t('menu.page'), contexts: ['page', 'selection', 'video'] });
  browser.contextMenus.create({ id: COPY_TALK, title: i18n.t('menu.copy'), contexts: ['page', 'selection', 'video'] });
}

/**
 * Opens the popup with the question how the page's talk is to be copied. The popup copies, not the worker: it has the focus and the person's key press, so that
 * no permission for the clipboard is needed (Chromium and Firefox, 2026-11).
 */
export async function openToCopy(): Promise<void> {
  // Not awaited: Firefox opens a popup only while the click or key press still counts.
  const noted = wishToCopy();
  await browser.action.openPopup();
  await noted;
}

/** Firefox tells the words of a link too (2026-11). */
type Click = Browser.contextMenus.OnClickData & { linkText?: string };

/** The click on the menu has granted the page to us, just as a click on the button does. */
export async function openFromMenu(info: Click, tab: Browser.tabs.Tab | undefined): Promise<void> {
  const { menuItemId: id, linkUrl: url, linkText: words, frameId = 0, selectionText } = info;
  if (id === PAGE) await browser.action.openPopup();
  else if (id === COPY_TALK) await openToCopy();
  else if (id === LINK && url && tab?.id !== undefined) await tellOf(clipLink({ tabId: tab.id, frameId, url, words }), tab.id);
  else if (id === NOTE && selectionText && tab?.id !== undefined) await tellOf(noteSelection(tab.id, selectionText), tab.id);
}

/** The popup tells what was done and takes it back; where the browser opens none, the badge tells. */
async function tellOf(deed: Promise<Clipped>, tabId: number): Promise<void> {
  // Asked for at once: Firefox opens a popup only while the click still counts.
  const opened = browser.action.openPopup().then(
    () => true,
    () => false,
  );
  const clipped = await deed;
  await leaveNews(clipped);
  await written();
  if (!(await opened)) await showClipped(tabId, 'saved' in clipped);
}
