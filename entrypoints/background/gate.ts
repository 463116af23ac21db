import { browser } from 'wxt/browser';
import { EVERYWHERE, leftAlone, noticesOn, type NoticingChoice } from '../../core/noticing';
import { namedOrigins, noticingChoice } from './noticing-choice';

const ID = 'gate';

/**
 * Lets the gate run where it was chosen. The registration may be wider than the permissions: the browser runs the script where it may, on a host
 * that is granted later from then on (Chromium and Firefox, 2026-11). A new version of the extension begins without it.
 */
export async function placeGate(): Promise<void> {
  const choice = await noticingChoice();
  const known = (await browser.scripting.getRegisteredContentScripts({ ids: [ID] })).length > 0;
  if (choice.mode === 'click') {
    if (known) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = { id: ID, js: ['/detect.js'], matches: [EVERYWHERE], excludeMatches: leftAlone(choice), runAt: 'document_idle' as const };
  if (known) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([{ ...script, persistAcrossSessions: true }]);
}

/** Whether a page may be read now without a click. A gate that was set before the choice changed goes on until its page is left. */
export async function isNoticed(url: string | undefined): Promise<boolean> {
  return url !== undefined && noticesAt(url, await noticingChoice());
}

export function noticesAt(url: string, choice: NoticingChoice): boolean {
  return noticesOn(new URL(url).hostname, choice, namedOrigins());
}

/** Runs the gate in the pages people look at now, for which it was not allowed when they were loaded. */
export async function lookAround(): Promise<void> {
  const choice = await noticingChoice();
  const tabs = await browser.tabs.query({ active: true, url: EVERYWHERE });
  const wanted = tabs.flatMap(({ id, url }) => (id !== undefined && url && noticesAt(url, choice) ? [id] : []));
  await Promise.allSettled(wanted.map((tabId) => browser.scripting.executeScript({ target: { tabId }, files: ['/detect.js'] })));
}
