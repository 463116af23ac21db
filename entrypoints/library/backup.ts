import { i18n } from '#i18n';
import type { Talk } from '../../core/talk';
import { toBlob } from '../../formats/output/file';
import { everyTalk, withoutPlace } from '../../storage/lookups';
import { backupNow } from './import/backup';

/** Every talk, with the settings, templates and saved searches that travel, as one file of our own format. @returns how many talks @throws LibraryProblem */
export async function downloadBackup(everything: AsyncIterable<Talk> = everyTalk()): Promise<number> {
  const { writerOf } = await import('../../formats/formats');
  const [write, backup] = await Promise.all([writerOf('json'), backupNow()]);
  let count = 0;
  const talks = async function* () {
    for await (const talk of everything) {
      count++;
      yield withoutPlace(talk);
    }
  };
  const options = { title: i18n.t('export.title'), backup };
  const file = await toBlob(write(talks(), options), 'application/json');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `talkshelf-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return count;
}
