import { browser } from 'wxt/browser';

/** Once, after the extension was installed. */
export async function welcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
