import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { BackupList } from '../../../../components/backups/BackupList';
import { Notice } from '../../../../components/notices/Notice';
import { bytesText } from '../../../../components/wording/locale';
import { type BackupNote, listBackups, sizeOfBackups } from '../../../../storage/backup/catalogue';
import { readSetting } from '../../../../storage/settings';
import { backUp } from '../../backups/making';
import { restoreBackup } from '../../backups/restoring';
import type { LibraryApp } from '../../library-app';
import type { Section } from '../section';

export default { place: 85, heading: () => i18n.t('backups.heading'), View: Backups } satisfies Section;

interface Kept {
  backups: BackupNote[];
  bytes: number;
  failed: boolean;
}

/** What was packed away by itself, and the way to have it back. */
function Backups({ app }: { app: LibraryApp }) {
  const [kept, setKept] = useState<Kept>();
  const [opening, setOpening] = useState<string>();
  const look = async () => setKept(await lookAround());
  useEffect(() => void look(), []);
  const restore = (backup: BackupNote) => {
    setOpening(backup.id);
    void restoreBackup(app, backup.id).finally(() => setOpening(undefined));
  };
  return (
    <>
      <p>{i18n.t('backups.help')}</p>
      {kept?.failed && <Notice tone="warning" text={i18n.t('backups.failed')} />}
      {kept?.backups.length === 0 && <p class="quiet-text">{i18n.t('backups.none')}</p>}
      {kept && kept.backups.length > 0 && (
        <>
          <BackupList backups={kept.backups} opening={opening} restore={restore} />
          <p class="quiet-text">{i18n.t('backups.total', [bytesText(kept.bytes)])}</p>
        </>
      )}
      <p>
        <Now done={() => void look()} />
      </p>
    </>
  );
}

function Now({ done }: { done: () => void }) {
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    // How it went is in what is shown next.
    await backUp().catch((error: unknown) => console.error('talkshelf: no backup could be made', error));
    setBusy(false);
    done();
  };
  return (
    <button type="button" class="button" disabled={busy} onClick={() => void run()}>
      {i18n.t(busy ? 'backups.working' : 'backups.now')}
    </button>
  );
}

async function lookAround(): Promise<Kept> {
  const [backups, bytes, failed] = await Promise.all([listBackups(), sizeOfBackups(), readSetting('backupFailed')]);
  return { backups, bytes, failed: failed !== undefined };
}
