import { i18n } from '#i18n';
import type { SyncOverview } from '../../storage/sync/overview';
import type { SyncReport } from '../../storage/sync/report';
import { momentText } from '../wording/dates';
import { locale, numberText } from '../wording/locale';

const COUNTS = ['added', 'changed', 'deleted', 'united', 'pushed'] as const;

export interface SyncStateProps {
  overview: SyncOverview;
  busy: boolean;
  syncNow: () => void;
}

/** When the last sync was, what moved, and what still waits. */
export function SyncState({ overview: { last, succeededAt, retryAt, waiting }, busy, syncNow }: SyncStateProps) {
  return (
    <section class="sync-state" aria-label={i18n.t('sync.state')}>
      <p class="card-title" role="status">
        {busy ? i18n.t('sync.running') : succeededAt ? i18n.t('sync.lastAt', [momentText(succeededAt, locale())]) : i18n.t('sync.never')}
      </p>
      {!busy && last && <Moved report={last} />}
      {waiting > 0 && <p class="quiet-text">{i18n.t('sync.waiting', waiting, [numberText(waiting)])}</p>}
      {retryAt && <p class="quiet-text">{i18n.t('sync.retryAt', [momentText(retryAt, locale())])}</p>}
      <button type="button" class="primary" disabled={busy} onClick={syncNow}>
        {i18n.t('sync.now')}
      </button>
    </section>
  );
}

function Moved({ report }: { report: SyncReport }) {
  const moved = COUNTS.filter((count) => report[count] > 0);
  if (moved.length === 0) return <p class="quiet-text">{i18n.t('sync.nothingMoved')}</p>;
  return (
    <ul class="sync-moved" aria-label={i18n.t('sync.moved')}>
      {moved.map((count) => (
        <li key={count}>{i18n.t(`sync.count.${count}`, report[count], [numberText(report[count])])}</li>
      ))}
    </ul>
  );
}
