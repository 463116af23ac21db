import { i18n } from '#i18n';
import type { Capabilities } from '../../storage/sync/backend';
import { Icon } from '../Icon';

const ABILITIES = ['versions', 'atomicPut', 'createOnly', 'conditionalList'] as const;

/** What trying the place has found, in plain sentences. None of it has to be done about. */
export function ProbeReport({ found }: { found: Capabilities }) {
  return (
    <section aria-label={i18n.t('sync.probe.heading')}>
      <h3>{i18n.t('sync.probe.heading')}</h3>
      <ul class="sync-findings">
        <li>
          <Icon name="check" /> {i18n.t('sync.probe.works')}
        </li>
        {ABILITIES.map((ability) => (
          <li key={ability}>
            <Icon name={found[ability] ? 'check' : 'dropped'} />{' '}
            {found[ability] ? i18n.t(`sync.probe.${ability}Yes`) : i18n.t(`sync.probe.${ability}No`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
