import { i18n } from '#i18n';
import type { BackupNote } from '../../storage/backup/catalogue';
import { momentText } from '../wording/dates';
import { bytesText, locale, numberText } from '../wording/locale';

export interface BackupListProps {
  backups: readonly BackupNote[];
  /** The one that is being unpacked. */
  opening: string | undefined;
  restore: (backup: BackupNote) => void;
}

/** The automatic backups with what each holds, newest first. */
export function BackupList({ backups, opening, restore }: BackupListProps) {
  return (
    <ul class="backups" aria-label={i18n.t('backups.heading')}>
      {backups.map((backup) => {
        const made = momentText(backup.madeAt, locale());
        return (
          <li key={backup.id}>
            <span>
              <time dateTime={backup.madeAt}>{made}</time>
              <span class="quiet-text">
                {i18n.t('count.talks', backup.count, [numberText(backup.count)])} · {bytesText(backup.bytes)}
              </span>
            </span>
            <button
              type="button"
              class="button"
              disabled={opening !== undefined}
              aria-label={i18n.t('backups.restoreOf', [made])}
              onClick={() => restore(backup)}
            >
              {i18n.t(opening === backup.id ? 'backups.opening' : 'backups.restore')}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
