import { i18n } from '#i18n';
import type { SyncTrouble } from '../../storage/sync/trouble';

/** A quiet line where sync goes no further by itself: why, what to do, and the way there. */
export function SyncTroubleLine({ trouble, href }: { trouble: SyncTrouble; href: string }) {
  const text =
    'kind' in trouble
      ? `${i18n.t(`sync.problem.${trouble.kind}`)} ${i18n.t(`sync.problem.${trouble.kind}Help`)}`
      : i18n.t('sync.waitsForAnswer');
  return (
    <p class="quiet-text" role="status">
      {text}{' '}
      <a href={href} target="_blank" rel="noreferrer">
        {i18n.t('sync.open')}
      </a>
    </p>
  );
}
