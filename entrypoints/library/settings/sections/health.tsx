import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { HealthList } from '../../../../components/settings/HealthList';
import { send } from '../../../../core/messages';
import { rebuildIndex } from '../../../../storage/health';
import type { LibraryApp } from '../../library-app';
import { type Check, checkAll, reportOf, type Subject } from '../../health/checks';
import type { Section } from '../section';

export default { place: 87, heading: () => i18n.t('health.heading'), View: Health } satisfies Section;

/** What is healthy and what is not, with the way to mend it, and a report that gives nothing away. */
function Health({ app }: { app: LibraryApp }) {
  const [checks, setChecks] = useState<Check[]>([]);
  const look = async () => setChecks(await checkAll());
  useEffect(() => void look(), []);
  const rebuild = async () => {
    try {
      await rebuildIndex();
      await send('changed', null);
    } catch (error) {
      console.error('talkshelf: the index could not be emptied', error);
      app.toasts.add({ tone: 'danger', text: i18n.t('problem.changeFailed') });
    }
    await look();
  };
  const repairs = { index: { name: i18n.t('health.rebuild'), run: () => void rebuild() } };
  return (
    <>
      <p>{i18n.t('health.help')}</p>
      <HealthList checks={checks} nameOf={(subject) => i18n.t(`health.subject.${subject as Subject}`)} repairs={repairs} />
      <p class="notice-deeds">
        <button type="button" class="button" onClick={() => void look()}>
          {i18n.t('health.again')}
        </button>
        <button type="button" class="button" disabled={checks.length === 0} onClick={() => download(reportOf(checks))}>
          {i18n.t('health.report')}
        </button>
      </p>
    </>
  );
}

function download(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = `talkshelf-report-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
