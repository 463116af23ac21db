import { browser } from 'wxt/browser';
import { neededOrigins, type NoticingChoice } from '../../core/noticing';
import { readSetting, writeSetting } from '../../storage/settings';
import { clearBadge, showAlert } from './badge';
import { lookAround, noticesAt, placeGate } from './gate';
import { missingOf, namedOrigins, noticingChoice } from './noticing-choice';
import { forgetTab, tabPages } from './tabs';

/** Follows what the browser allows. To be called synchronously when the background starts. */
export function watchPermissions(): void {
  browser.permissions.onAdded.addListener(() => void granted());
  browser.permissions.onRemoved.addListener(() => void noticingChanged());
}

async function granted(): Promise<void> {
  await finishAsking();
  await noticingChanged();
}

/** Where the prompt closed the page that asked, its answer is noted here. */
async function finishAsking(): Promise<void> {
  const wanted = await readSetting('askedFor');
  if (!wanted || (await missing(wanted)).length > 0) return;
  await writeSetting('noticing', wanted);
  await writeSetting('askedFor', undefined);
}

/** After the choice, or what the browser allows of it, became another: the gate, the notes of what is on the tabs and their badges follow. */
export async function noticingChanged(): Promise<void> {
  await Promise.all([placeGate(), checkOrigins(), forgetUnnoticed()]);
  await lookAround();
}

/** Notes which origins the choice needs and the browser no longer allows; the badge and the views tell of them. */
export async function checkOrigins(): Promise<void> {
  const lost = await missing(await noticingChoice());
  await writeSetting('lostOrigins', lost.length > 0 ? lost : undefined);
  await showAlert(lost.length > 0);
}

function missing(choice: NoticingChoice): Promise<string[]> {
  return missingOf(neededOrigins(choice, namedOrigins()));
}

async function forgetUnnoticed(): Promise<void> {
  const choice = await noticingChoice();
  const tabs = [...(await tabPages())];
  const allowed = await Promise.all(tabs.map(async ([, { url }]) => noticesAt(url, choice) && (await mayRead(url))));
  const gone = tabs.filter((_, place) => !allowed[place]);
  await Promise.all(gone.flatMap(([tabId]) => [forgetTab(tabId), clearBadge(tabId)]));
}

async function mayRead(url: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [`*://${new URL(url).hostname}/*`] });
}
