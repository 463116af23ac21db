import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { StartAnew } from '../../components/notices/StartAnew';
import { numberText } from '../../components/wording/locale';
import { type BackupNote, listBackups } from '../../storage/backup/catalogue';
import { talksAnyway } from '../../storage/newer';
import type { ProblemKind } from '../../storage/problem';
import { removeLibrary } from '../../storage/reset';
import type { App } from './app';
import { downloadBackup } from './backup';
import { restoreAddress } from './backups/address';

/** What can be done about a library that cannot be used, beside trying again. */
export function Rescue({ app, kind }: { app: App; kind: ProblemKind }) {
  if (kind === 'newer') return <TakeOut app={app} />;
  return kind === 'unreadable' ? <Anew app={app} /> : null;
}

/** What a newer version wrote can be read, only not written to. */
function TakeOut({ app }: { app: App }) {
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      const count = await downloadBackup(talksAnyway());
      app.toasts.add({ text: i18n.t('count.exported', count, [numberText(count), 'JSON']) });
    } catch (error) {
      console.error('talkshelf: the newer library could not be read', error);
      app.toasts.add({ tone: 'danger', text: i18n.t('export.failed') });
    }
    setBusy(false);
  };
  return (
    <button type="button" class="button" disabled={busy} onClick={() => void run()}>
      {i18n.t(busy ? 'export.working' : 'rescue.export')}
    </button>
  );
}

function Anew({ app }: { app: App }) {
  const [found, setFound] = useState<{ backup?: BackupNote }>();
  useEffect(() => void listBackups().then(([backup]) => setFound({ backup })), []);
  const start = async () => {
    try {
      await removeLibrary();
      const address = found?.backup ? restoreAddress(found.backup.id) : '/library.html';
      if (location.pathname === '/library.html') location.assign(address);
      else open(address);
    } catch (error) {
      console.error('talkshelf: the library could not be removed', error);
      app.toasts.add({ tone: 'danger', text: i18n.t('problem.changeFailed') });
    }
  };
  return found ? <StartAnew backup={found.backup} start={() => void start()} /> : null;
}
