import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { draftsOf, type PageReading } from '../../core/reading';
import type { TalkDraft } from '../../core/talk';
import { savedTalksFor } from '../../storage/known';
import { tabPages } from './tabs';

const COLOURS = { found: '#b3261e', saved: '#146c2e' };

/** Shows how many talks of the page are not saved yet, a tick when all are, nothing where there are none. */
export async function showBadge(tabId: number, page: PageReading | null): Promise<void> {
  const drafts = page ? draftsOf(page) : [];
  if (drafts.length === 0) return clearBadge(tabId);
  const left = await unsaved(drafts);
  await set(
    tabId,
    left > 0 ? String(left) : '✓',
    left > 0 ? i18n.t('badge.found', left) : i18n.t('badge.saved'),
    left > 0 ? COLOURS.found : COLOURS.saved,
  );
}

export async function clearBadge(tabId: number): Promise<void> {
  await set(tabId, null, i18n.t('badge.none'), COLOURS.found);
}

/** Says over the page whether the context menu's deed is done, where no popup opens to tell. */
export async function showClipped(tabId: number, done: boolean): Promise<void> {
  if (done) await set(tabId, '✓', i18n.t('menu.clipped'), COLOURS.saved);
  else await set(tabId, '!', i18n.t('problem.changeFailed'), COLOURS.found);
}

/** Where nothing else is to be shown: that the browser took away what the choice of sites needs. */
export async function showAlert(lost: boolean): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: lost ? '!' : '' }),
    browser.action.setTitle({ title: i18n.t(lost ? 'badge.lost' : 'badge.none') }),
    browser.action.setBadgeBackgroundColor({ color: COLOURS.found }),
  ]);
}

/** Counts anew on every tab, after the library changed. */
export async function refreshBadges(): Promise<void> {
  await Promise.all([...(await tabPages())].map(([tabId, { page }]) => showBadge(tabId, page)));
}

async function unsaved(drafts: readonly TalkDraft[]): Promise<number> {
  try {
    return (await savedTalksFor(drafts)).filter((talk) => !talk).length;
  } catch (error) {
    // The badge tells what is on the page even while the library cannot be opened; the popup tells the problem.
    console.warn('talkshelf: the library could not be asked', error);
    return drafts.length;
  }
}

/** Without a text the tab shows what all tabs show. */
async function set(tabId: number, text: string | null, title: string, color: string): Promise<void> {
  try {
    await Promise.all([
      // To show what all tabs show, Firefox wants null and Chromium nothing at all.
      browser.action.setBadgeText(text === null && !import.meta.env.FIREFOX ? { tabId } : { tabId, text: text as string }),
      browser.action.setTitle({ tabId, title }),
      browser.action.setBadgeBackgroundColor({ tabId, color }),
    ]);
  } catch {
    // The tab was closed meanwhile.
  }
}
