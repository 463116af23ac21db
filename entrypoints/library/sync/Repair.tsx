import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { ProbeReport } from '../../../components/sync/ProbeReport';
import { SyncProblemNotice } from '../../../components/sync/SyncProblemNotice';
import type { SyncPlace } from '../../../storage/settings';
import { PlaceForm } from './SetUpView';
import { SetUp } from './setup';

/** A new password, token or address for the vault this browser is in. */
export function Repair({ place, changed }: { place: SyncPlace; changed: () => void }) {
  const setUp = useMemo(() => new SetUp(place), [place]);
  const { found, problem, busy } = setUp;
  return (
    <details class="sync-form">
      <summary>{i18n.t('sync.changePlace')}</summary>
      {problem.value && <SyncProblemNotice kind={problem.value.kind} />}
      {found.value ? (
        <>
          <ProbeReport found={found.value.capabilities} />
          <button type="button" class="primary" disabled={busy.value} onClick={() => setUp.repair(changed)}>
            {i18n.t('sync.usePlace')}
          </button>
        </>
      ) : (
        <PlaceForm setUp={setUp} />
      )}
    </details>
  );
}
