import { i18n } from '#i18n';
import { numberText } from '../../../components/wording/locale';
import { inTurns } from '../../../core/turns';
import type { Backup } from '../../../formats/format';
import { toBlob } from '../../../formats/output/file';
import { openBackup } from '../../../storage/backup/read';
import type { LibraryApp } from '../library-app';

/** An automatic backup as a file of our own format, with the number of talks of it that are damaged; undefined where it is gone. */
export async function fileOf(id: string): Promise<{ file: File; missing: number } | undefined> {
  const kept = await openBackup(id);
  if (!kept) return undefined;
  const { madeAt } = kept;
  const { writerOf } = await import('../../../formats/formats');
  const write = await writerOf('json');
  const pieces = write(inTurns(kept.talks), { title: '', now: new Date(madeAt), backup: kept.beside as Backup });
  const blob = await toBlob(pieces, 'application/json');
  return { file: new File([blob], `talkshelf-${madeAt.slice(0, 10)}.json`, { type: blob.type }), missing: kept.missing() };
}

/** Opens an automatic backup as an import: what it holds is seen first, written at the second click, and can be undone. */
export async function restoreBackup(app: LibraryApp, id: string): Promise<void> {
  const found = await fileOf(id);
  if (!found) {
    app.toasts.add({ tone: 'danger', text: i18n.t('backups.gone') });
    return;
  }
  const { file, missing } = found;
  if (missing > 0) app.toasts.add({ tone: 'danger', text: i18n.t('backups.missing', missing, [numberText(missing)]) });
  location.hash = '#/import';
  (await app.importing()).open([file]);
}
