import { i18n } from '#i18n';
import { browser } from 'wxt/browser';

const PAGE = 'page';

export async function addMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: PAGE, title: i18n.t('menu.page'), contexts: ['page', 'selection', 'video'] });
}

/** The click on the menu has granted the page to us, just as a click on the button does. */
export async function openFromMenu(id: string | number): Promise<void> {
  if (id === PAGE) await browser.action.openPopup();
}
