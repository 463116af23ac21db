import { backupStep } from '../../../storage/backup/work';
import { writeSetting } from '../../../storage/settings';
import { besideTalks } from '../import/backup';

/**
 * Makes an automatic backup, where something was changed since the last one; one at a time, whoever of worker and pages asks.
 * @throws what kept it from being made, which is also noted for the views
 */
export function backUp(): Promise<void> {
  return navigator.locks.request('talkshelf-backup', async () => {
    try {
      while ((await backupStep(besideTalks)) === 'more');
      await writeSetting('backupFailed', undefined);
    } catch (error) {
      await writeSetting('backupFailed', new Date().toISOString()).catch(() => undefined);
      throw error;
    }
  });
}
