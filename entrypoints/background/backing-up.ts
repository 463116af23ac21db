import { browser } from 'wxt/browser';
import { backUp } from '../library/backups/making';

export const BACKUP_ALARM = 'backup';

/** So long after a change (minutes) a backup is made; further changes until then are in the same one. */
const AFTER = 30;

/** To be called when something was changed, and at every start, because browsers may drop alarms: where nothing was changed, none is made. */
export async function backUpSoon(): Promise<void> {
  if (!(await browser.alarms.get(BACKUP_ALARM))) await browser.alarms.create(BACKUP_ALARM, { delayInMinutes: AFTER });
}

/** Backs up, step by step. The worker may be stopped in between: the alarm wakes it to go on. */
export async function backUpAtAlarm(): Promise<void> {
  await browser.alarms.create(BACKUP_ALARM, { delayInMinutes: 1 });
  try {
    await backUp();
    await browser.alarms.clear(BACKUP_ALARM);
  } catch (error) {
    console.warn('talkshelf: no backup could be made', error);
    await browser.alarms.create(BACKUP_ALARM, { delayInMinutes: AFTER });
  }
}
