import { i18n } from '#i18n';
import type { Damage } from '../../storage/settings';
import { momentText } from '../wording/dates';
import { locale, numberText } from '../wording/locale';

export interface DamageNoticeProps {
  damage: Damage;
  /** The backup that brings talks back: when it was made, as an ISO 8601 instant, and the address that opens it. */
  backup: { madeAt: string; address: string } | undefined;
  seen: () => void;
}

/** Tells that the browser lost talks, and offers the backup; stays until it is dismissed. */
export function DamageNotice({ damage, backup, seen }: DamageNoticeProps) {
  const [had, has] = [numberText(damage.had), numberText(damage.has)];
  const made = backup && momentText(backup.madeAt, locale());
  return (
    <div class="notice" data-tone="warning" role="alert">
      <p class="notice-text">{i18n.t('problem.damage')}</p>
      <p class="notice-help">{made ? i18n.t('problem.damageBackup', [had, has, made]) : i18n.t('problem.damageHelp', [had, has])}</p>
      <p class="notice-deeds">
        {made && (
          <a class="button" href={backup.address} target={location.pathname === '/library.html' ? undefined : '_blank'} rel="noreferrer">
            {i18n.t('backups.restoreOf', [made])}
          </a>
        )}
        <button type="button" class="button" onClick={seen}>
          {i18n.t('problem.damageSeen')}
        </button>
      </p>
    </div>
  );
}
