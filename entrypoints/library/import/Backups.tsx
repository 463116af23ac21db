import { i18n } from '#i18n';
import type { App } from '../app';

/** The whole library, with settings, templates and saved searches, as one file of our own format. */
export function Backups({ app: { exporting } }: { app: App }) {
  return (
    <section class="backup" aria-labelledby="backup-heading">
      <h3 id="backup-heading">{i18n.t('backup.heading')}</h3>
      <p class="quiet-text">{i18n.t('backup.help')}</p>
      <button type="button" class="button" disabled={exporting.busy.value} onClick={() => void exporting.run('json', 'download', 'all')}>
        {exporting.busy.value ? i18n.t('export.working') : i18n.t('backup.download')}
      </button>
    </section>
  );
}
