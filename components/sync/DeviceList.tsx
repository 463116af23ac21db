import { i18n } from '#i18n';
import type { DeviceSeen } from '../../storage/sync/overview';
import { momentText } from '../wording/dates';
import { locale, numberText } from '../wording/locale';

/** The browsers of the vault, this one first. */
export function DeviceList({ devices }: { devices: readonly DeviceSeen[] }) {
  return (
    <section class="sync-form" aria-labelledby="sync-devices">
      <h3 id="sync-devices">{i18n.t('sync.devices')}</h3>
      <ul class="cards">
        {devices.map((device) => (
          <li class="card" key={device.id}>
            <div class="card-text">
              <p class="card-title" dir="auto">
                {device.name || device.id}
              </p>
              <p class="quiet-text">{factsOf(device).join(' · ')}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function factsOf({ own, left, at, count }: DeviceSeen): string[] {
  const contact = at === '' ? i18n.t('sync.neverHeard') : i18n.t('sync.lastContact', [momentText(at, locale())]);
  return [
    own ? i18n.t('sync.thisDevice') : '',
    left ? i18n.t('sync.hasLeft') : contact,
    i18n.t('count.talks', count, [numberText(count)]),
  ].filter(Boolean);
}
