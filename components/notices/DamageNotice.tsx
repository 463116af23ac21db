import { i18n } from '#i18n';
import type { Damage } from '../../storage/settings';
import { numberText } from '../wording/locale';
import { Notice } from './Notice';

/** Tells once that the browser lost talks; stays until it is dismissed. */
export function DamageNotice({ damage, seen }: { damage: Damage; seen: () => void }) {
  return (
    <Notice
      tone="warning"
      text={i18n.t('problem.damage')}
      help={i18n.t('problem.damageHelp', [numberText(damage.had), numberText(damage.has)])}
      action={i18n.t('problem.damageSeen')}
      act={seen}
    />
  );
}
