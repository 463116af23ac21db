import { i18n } from '#i18n';
import { BackendForm } from '../../../components/sync/BackendForm';
import { ProbeReport } from '../../../components/sync/ProbeReport';
import { RecoverySheet } from '../../../components/sync/RecoverySheet';
import { SyncProblemNotice } from '../../../components/sync/SyncProblemNotice';
import { VaultForm } from '../../../components/sync/VaultForm';
import type { SyncPlace } from '../../../storage/settings';
import { BACKENDS } from '../../../storage/sync/backends';
import { hasFolders } from './folder';
import type { SetUp } from './setup';

const CHOICES = [...BACKENDS]
  .filter(([, { fields }]) => hasFolders() || !fields.some(({ kind }) => kind === 'folder'))
  .map(([id, { name, fields }]) => ({ id, name, fields }))
  .sort((one, other) => Number(other.id === 'webdav') - Number(one.id === 'webdav') || one.name.localeCompare(other.name, 'en'));

/** The steps of setting up, each in the place of the one before. */
export function SetUpView({ setUp, done }: { setUp: SetUp; done: () => void }) {
  const { sheet, found, problem, busy } = setUp;
  if (sheet.value && found.value) return <RecoverySheet {...sheet.value} place={placeText(found.value.place)} done={done} />;
  return (
    <>
      <p>{i18n.t('sync.intro')}</p>
      {problem.value && <SyncProblemNotice kind={problem.value.kind} />}
      {found.value ? (
        <>
          <ProbeReport found={found.value.capabilities} />
          <VaultForm there={found.value.there} deviceName={deviceName()} busy={busy.value} open={setUp.openVault} />
        </>
      ) : (
        <>
          <PlaceForm setUp={setUp} />
          {!hasFolders() && <p class="help">{i18n.t('sync.folderElsewhere')}</p>}
        </>
      )}
    </>
  );
}

export function PlaceForm({ setUp }: { setUp: SetUp }) {
  const { chosen, values, problem, busy } = setUp;
  return (
    <BackendForm
      choices={CHOICES}
      chosen={chosen.value}
      choose={setUp.choose}
      values={values.value}
      setValue={setUp.setValue}
      wrong={problem.value?.detail.field}
      pickFolder={setUp.pick}
      busy={busy.value}
      connect={setUp.connect}
    />
  );
}

/** Where a vault is, without any secret. */
export function placeText({ backend, settings }: SyncPlace): string {
  const where = settings['repository'] ?? settings['url'] ?? '';
  return [BACKENDS.get(backend)?.name ?? backend, where].filter(Boolean).join(', ');
}

/** What the other browsers will show of this one, until somebody finds a better name. */
function deviceName(): string {
  const { userAgent } = navigator;
  const browser = ['Edg', 'Firefox', 'Chrome'].find((name) => userAgent.includes(`${name}/`));
  const system = ['Windows', 'Android', 'Mac', 'CrOS', 'Linux'].find((name) => userAgent.includes(name));
  return [browser === 'Edg' ? 'Edge' : browser, system].filter(Boolean).join(', ');
}
