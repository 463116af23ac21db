import { i18n } from '#i18n';
import type { Omnibox } from 'webextension-polyfill';
import { browser } from 'wxt/browser';
import type { Range } from '../../core/highlight';
import { safeUrl } from '../../core/url';
import { suggest, type Suggestion } from '../../storage/search/address-bar';

/** As many as Chromium shows; Firefox shows six. */
const MOST = 8;

/** Answers `talk …` in the address bar. To be called synchronously when the background starts. */
export function answerAddressBar(): void {
  // Firefox for Android has no such keyword.
  const { omnibox } = browser as { omnibox?: Omnibox.Static };
  omnibox?.setDefaultSuggestion({ description: i18n.t('addressBar.search') });
  omnibox?.onInputChanged.addListener((text, show) => void offered(text).then(show));
  omnibox?.onInputEntered.addListener((entered, where) => void go(entered, where));
}

async function offered(text: string): Promise<Omnibox.SuggestResult[]> {
  try {
    return (await suggest(text, MOST)).map((found) => ({ content: found.url, description: describe(found, import.meta.env.FIREFOX) }));
  } catch (error) {
    console.warn('talkshelf: the address bar got no answer', error);
    return [];
  }
}

/** A line of the address bar: plain text in Firefox, XML in Chromium, which refuses a whole answer for one bare `&`. */
export function describe({ title, ranges, detail }: Pick<Suggestion, 'title' | 'ranges' | 'detail'>, plain: boolean): string {
  if (plain) return [title, detail].filter(Boolean).join(' — ');
  return `${marked(title, ranges)}${detail ? ` <dim>— ${xml(detail)}</dim>` : ''}`;
}

function marked(text: string, ranges: readonly Range[]): string {
  let at = 0;
  const parts = ranges.map(({ start, end }) => {
    const part = `${xml(text.slice(at, start))}<match>${xml(text.slice(start, end))}</match>`;
    at = end;
    return part;
  });
  return parts.join('') + xml(text.slice(at));
}

function xml(text: string): string {
  const safe: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
  // XML knows no other control characters.
  return text.replace(/[&<>"']/g, (mark) => safe[mark] ?? '').replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}

/** Opens the talk that was chosen, or the library with what was typed. */
async function go(entered: string, where: Omnibox.OnInputEnteredDisposition): Promise<void> {
  const chosen = /^https?:/.test(entered) ? safeUrl(entered) : undefined;
  const url = chosen ?? browser.runtime.getURL(`/library.html?q=${encodeURIComponent(entered)}`);
  if (where === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: where === 'newForegroundTab' });
}
