import { useEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { DeviceList } from '../../../components/sync/DeviceList';
import { LeaveVault, NewPassphrase } from '../../../components/sync/LeaveVault';
import { QuestionNotice } from '../../../components/sync/QuestionNotice';
import { RecoverySheet } from '../../../components/sync/RecoverySheet';
import { ReplacedList } from '../../../components/sync/ReplacedList';
import { SyncProblemNotice } from '../../../components/sync/SyncProblemNotice';
import { SyncState } from '../../../components/sync/SyncState';
import { library } from '../../../storage/database';
import { SYNC_TABLES, watch } from '../../../storage/live';
import type { SyncPlace } from '../../../storage/settings';
import { recentlyReplaced, type Replaced, type SyncOverview } from '../../../storage/sync/overview';
import type { App } from '../app';
import { Desk } from './desk';
import { Repair } from './Repair';
import { placeText } from './SetUpView';

const MOST_REPLACED = 50;

export interface StandingProps {
  app: App;
  place: SyncPlace;
  overview: SyncOverview;
  /** The place was changed or left. */
  changed: () => void;
}

/** How sync stands in a browser that is in a vault, and everything that can be done about it. */
export function Standing({ app, place, overview, changed }: StandingProps) {
  const desk = useMemo(() => new Desk(place, app.toasts, changed), [place]);
  const busy = desk.busy.value;
  const { problem, question } = overview.last ?? {};
  const trouble = desk.problem.value ?? problem;
  if (desk.sheet.value) {
    return <RecoverySheet {...desk.sheet.value} place={placeText(place)} done={() => (desk.sheet.value = undefined)} />;
  }
  return (
    <>
      <p class="quiet-text" dir="auto">
        {placeText(place)}
      </p>
      {!busy && trouble && (
        <SyncProblemNotice
          kind={trouble.kind}
          {...(trouble.kind === 'noPermission' && { action: i18n.t('sync.allow'), act: desk.allow })}
        />
      )}
      {!busy && question && <QuestionNotice question={question} agree={desk.agree} />}
      <SyncState overview={overview} busy={busy} syncNow={desk.syncNow} />
      <DeviceList devices={overview.devices} />
      <Aside app={app} desk={desk} />
      <Repair place={place} changed={changed} />
      <NewPassphrase busy={busy} change={desk.changePassphrase} />
      <LeaveVault busy={busy} leave={desk.leave} remove={desk.remove} />
    </>
  );
}

/** The values that were put aside, live. */
function Aside({ app, desk }: { app: App; desk: Desk }) {
  const [replaced, setReplaced] = useState<readonly Replaced[]>([]);
  useEffect(() => watch(() => recentlyReplaced(MOST_REPLACED), setReplaced, app.fail, library, SYNC_TABLES), []);
  return <ReplacedList replaced={replaced} restore={desk.restore} />;
}
