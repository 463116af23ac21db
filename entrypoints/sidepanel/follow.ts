import { browser } from 'wxt/browser';

/**
 * Tells the tab a person looks at in this window: at once, when another comes to the front, when its page changes, and when its page was read again,
 * as a click on the button allows. `shown` is the address whose talks are shown now, empty while there are none. `?window=ID` follows another window, for a panel that is shown as a page.
 */
export async function followPage(show: (tabId: number) => void, shown: () => string): Promise<void> {
  const named = new URLSearchParams(location.search).get('window');
  const windowId = named === null ? (await browser.windows.getCurrent()).id : Number(named);
  let current: number | undefined;
  const look = async (): Promise<void> => {
    const [tab] = await browser.tabs.query({ active: true, windowId });
    current = tab?.id;
    if (current !== undefined) show(current);
  };
  browser.tabs.onActivated.addListener((moved) => void (moved.windowId === windowId && look()));
  browser.tabs.onUpdated.addListener((tabId, changed) => {
    if (tabId === current && (changed.url !== undefined || changed.status === 'complete')) show(tabId);
  });
  browser.storage.session.onChanged.addListener((changes) => {
    if (current !== undefined && hasNews(changes[`tab:${current}`]?.newValue, shown())) show(current);
  });
  await look();
}

/** Whether something was found on another page than the one that is shown. */
function hasNews(found: unknown, shown: string): boolean {
  return typeof found === 'object' && found !== null && 'page' in found && found.page !== null && 'url' in found && found.url !== shown;
}
