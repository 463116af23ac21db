import { i18n } from '#i18n';
import { Icon } from '../Icon';

/** Nothing to show: because nothing is saved yet, or because nothing matches. */
export function Empty({ asked, clear }: { asked: boolean; clear: () => void }) {
  return (
    <div class="empty">
      <Icon name={asked ? 'search' : 'library'} />
      <p class="empty-text">{i18n.t(asked ? 'library.none' : 'library.empty')}</p>
      <p class="quiet-text">{i18n.t(asked ? 'library.noneHelp' : 'library.emptyHelp')}</p>
      {asked && (
        <button type="button" class="button" onClick={clear}>
          {i18n.t('library.showAll')}
        </button>
      )}
    </div>
  );
}
