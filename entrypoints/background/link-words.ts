import { browser } from 'wxt/browser';

/** What a link reads on its page; empty where the page may not be read. Chromium tells a menu the address only (2026-11). */
export async function wordsOfLink({ tabId, frameId, url }: { tabId: number; frameId: number; url: string }): Promise<string> {
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, func: longestWords, args: [url] });
    return typeof answer?.result === 'string' ? answer.result : '';
  } catch (error) {
    console.warn('talkshelf: the words of a link are out of reach', error);
    return '';
  }
}

/** Runs in the page, so it stands alone. Beside a title with a link there often is a picture with the same, and "watch" below. */
function longestWords(url: string): string {
  const most = 300;
  const words = [...document.links]
    .filter((link) => link.href === url)
    .map((link) => (link.textContent.trim() || link.ariaLabel || link.title || link.querySelector('img')?.alt || '').slice(0, most));
  return words.reduce((longest, each) => (each.length > longest.length ? each : longest), '');
}
