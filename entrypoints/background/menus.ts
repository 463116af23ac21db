import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { wishToCopy } from '../popup/wish';

const PAGE = 'page';
/** The id of the menu entry, and the name of the command in the manifest. */
export const COPY_TALK = 'copy-talk';

export async function addMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
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

/** The click on the menu has granted the page to us, just as a click on the button does. */
export async function openFromMenu(id: string | number): Promise<void> {
  if (id === PAGE) await browser.action.openPopup();
  else if (id === COPY_TALK) await openToCopy();
}
