import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { dayText } from '../wording/dates';
import { locale } from '../wording/locale';

export interface RecoverySheetProps {
  vault: string;
  /** ISO 8601 instant in UTC. */
  createdAt: string;
  code: string;
  /** Where the vault is, without any secret. */
  place: string;
  done: () => void;
}

/** What people print and keep. Printed, it stands alone on its page. */
export function RecoverySheet({ vault, createdAt, code, place, done }: RecoverySheetProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="sync-form">
      <div class="sync-sheet">
        <h3 tabIndex={-1} ref={heading}>
          {i18n.t('sync.sheet.heading')}
        </h3>
        <p>{i18n.t('sync.sheet.help')}</p>
        <dl class="facts">
          <div>
            <dt>{i18n.t('sync.sheet.place')}</dt>
            <dd dir="auto">{place}</dd>
          </div>
          <div>
            <dt>{i18n.t('sync.sheet.vault')}</dt>
            <dd dir="ltr">{vault}</dd>
          </div>
          <div>
            <dt>{i18n.t('sync.sheet.made')}</dt>
            <dd>{dayText(createdAt, locale())}</dd>
          </div>
          <div>
            <dt>{i18n.t('sync.recoveryCode')}</dt>
            <dd>
              <code class="sync-code" dir="ltr">
                {code}
              </code>
            </dd>
          </div>
        </dl>
      </div>
      <div class="sync-deeds">
        <button type="button" class="button" onClick={() => print()}>
          {i18n.t('sync.sheet.print')}
        </button>
        <button type="button" class="primary" onClick={done}>
          {i18n.t('sync.sheet.done')}
        </button>
      </div>
    </section>
  );
}
