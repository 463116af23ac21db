import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { bytesText, numberText } from '../../../../components/wording/locale';
import { watch } from '../../../../storage/live';
import { countOfTalks } from '../../../../storage/lookups';
import { trashedTalks } from '../../../../storage/trash';
import type { App } from '../../app';
import { downloadBackup } from '../../backup';
import type { Section } from '../section';

export default { place: 80, heading: () => i18n.t('settings.storage'), View: Storage } satisfies Section;

interface Used {
  talks: number;
  trashed: number;
  bytes: number | undefined;
}

/** What the library takes up, and the way to keep all of it elsewhere. */
function Storage({ app }: { app: App }) {
  const [used, setUsed] = useState<Used>();
  useEffect(() => watch(measure, setUsed, app.fail), []);
  return (
    <>
      {used && (
        <dl class="facts">
          <Fact name={i18n.t('places.talks')} value={numberText(used.talks)} />
          <Fact name={i18n.t('places.trash')} value={numberText(used.trashed)} />
          {used.bytes !== undefined && <Fact name={i18n.t('settings.used')} value={bytesText(used.bytes)} />}
        </dl>
      )}
      <p>{i18n.t('settings.backupHelp')}</p>
      <p class="notice-deeds">
        <Download app={app} done={() => undefined} />
        <a class="button" href="#/import">
          {i18n.t('settings.restore')}
        </a>
      </p>
    </>
  );
}

/** Writes everything into a file; `done` when the browser has it. */
export function Download({ app, done }: { app: App; done: () => void }) {
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      const count = await downloadBackup();
      app.toasts.add({ text: i18n.t('count.exported', count, [numberText(count), 'JSON']) });
      done();
    } catch (error) {
      console.error('talkshelf: the backup failed', error);
      app.toasts.add({ tone: 'danger', text: i18n.t('export.failed') });
    }
    setBusy(false);
  };
  return (
    <button type="button" class="button" disabled={busy} onClick={() => void run()}>
      {i18n.t(busy ? 'export.working' : 'settings.backup')}
    </button>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

async function measure(): Promise<Used> {
  const [talks, { total: trashed }, { usage }] = await Promise.all([countOfTalks(), trashedTalks(0), navigator.storage.estimate()]);
  return { talks, trashed, bytes: usage };
}
