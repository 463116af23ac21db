import { browser } from 'wxt/browser';
import type { SyncReason } from '../../core/messages';
import type { Store } from '../../storage/sync/backend';
import { syncOnce } from '../../storage/sync/engine';
import { backendOf, closedPlace, keptPlace, openPlace } from '../../storage/sync/place';
import { SyncProblem } from '../../storage/sync/problem';
import type { SyncReport } from '../../storage/sync/report';
import { nextTry, noteEnd } from '../../storage/sync/schedule';
import type { SyncPlace } from '../../storage/settings';

/** Stands for as long as there is a vault. */
const REGULAR = 'sync';
/** Stands while something waits: an edit, the next try, the rest of a long sync. */
const SOON = 'sync-soon';

const EVERY_MINUTES = 15;
/** Edits come in flocks. */
const AFTER_AN_EDIT = 5_000;
/** Whoever opens the popup twice is not synced for twice. */
const FRESH = 60_000;

let startedAt = 0;
let editedAt = 0;
let afterEdit: ReturnType<typeof setTimeout> | undefined;
let running: Promise<SyncReport | undefined> | undefined;
let told: (() => Promise<void>) | undefined;

/** To be called at every start of the worker: the browser may have dropped its alarms. @param news what to do when talks came in */
export async function keepSyncing(news: () => Promise<void>): Promise<void> {
  told = news;
  if (await keptPlace()) await setAlarm();
  else await Promise.all([REGULAR, SOON].map((name) => browser.alarms.clear(name)));
}

async function setAlarm(): Promise<void> {
  if (await browser.alarms.get(REGULAR)) return;
  await browser.alarms.create(REGULAR, { delayInMinutes: 1, periodInMinutes: EVERY_MINUTES });
}

/** The alarm also wakes a worker that was ended in the middle. */
export async function syncAtAlarm(name: string): Promise<void> {
  if (name === REGULAR || name === SOON) await sync({});
}

/** Something was changed here: tell the others soon. */
export async function syncSoon(): Promise<void> {
  if (!(await keptPlace())) return;
  editedAt = Date.now();
  await browser.alarms.create(SOON, { delayInMinutes: 0.5 });
  clearTimeout(afterEdit);
  afterEdit = setTimeout(() => void sync({}), AFTER_AN_EDIT);
}

/** Syncs for a person who is there. */
export async function syncFor(why: SyncReason): Promise<null> {
  if (why === 'opened' && Date.now() - startedAt < FRESH) return null;
  if (why !== 'opened') await running;
  await sync({ thorough: why === 'asked', agreed: why === 'agreed', byPerson: why !== 'opened' });
  return null;
}

interface Wanted {
  thorough?: boolean;
  agreed?: boolean;
  /** Does not wait until the next try is due. */
  byPerson?: boolean;
}

/** One sync at a time in this browser, whoever asks for it. */
function sync(wanted: Wanted): Promise<SyncReport | undefined> {
  running ??= navigator.locks.request('talkshelf-sync', () => inSteps(wanted)).finally(() => (running = undefined));
  return running;
}

async function inSteps({ thorough = false, agreed = false, byPerson = false }: Wanted): Promise<SyncReport | undefined> {
  const place = await keptPlace();
  if (!place || (!byPerson && Date.now() < ((await nextTry()) ?? 0))) return undefined;
  startedAt = Date.now();
  await setAlarm();
  const store = await permitted(place);
  let report = await syncOnce({ store, thorough, agreed });
  while (report.status === 'more') {
    // The alarm goes on where the worker does not live to; setting it also keeps the worker awake.
    await browser.alarms.create(SOON, { delayInMinutes: 0.5 });
    await tellOf(report);
    report = await syncOnce({ store });
  }
  await Promise.all([tellOf(report), plan(await noteEnd(report))]);
  return report;
}

/** Without the permission a request fails like one without a network; so it is looked at first. */
async function permitted(place: SyncPlace): Promise<Store> {
  try {
    const origins = backendOf(place).origins(place.settings);
    if (origins.length === 0 || (await browser.permissions.contains({ origins }))) return openPlace(place);
    return closedPlace(new SyncProblem('noPermission', 'The browser has taken back the permission for the server.'));
  } catch (error) {
    if (error instanceof SyncProblem) return closedPlace(error);
    throw error;
  }
}

async function tellOf({ added, changed, deleted, united }: SyncReport): Promise<void> {
  if (added + changed + deleted + united > 0) await told?.();
}

async function plan(nextAt: number | undefined): Promise<void> {
  if (nextAt !== undefined) await browser.alarms.create(SOON, { when: nextAt });
  // What was changed while the sync ran waits for its alarm.
  else if (editedAt < startedAt) await browser.alarms.clear(SOON);
}
