import { i18n } from '#i18n';
import { Icon } from '../Icon';

export interface EmptyProps {
  asked: boolean;
  clear: () => void;
  /** The query in a spelling that finds something. */
  suggestion?: string;
  ask: (query: string) => void;
}

/** Nothing to show: because nothing is saved yet, or because nothing matches. */
export function Empty({ asked, clear, suggestion, ask }: EmptyProps) {
  return (
    <div class="empty">
      <Icon name={asked ? 'search' : 'library'} />
      <p class="empty-text">{i18n.t(asked ? 'library.none' : 'library.empty')}</p>
      <p class="quiet-text">{i18n.t(asked ? 'library.noneHelp' : 'library.emptyHelp')}</p>
      {suggestion && (
        <p>
          {i18n.t('query.didYouMean')}{' '}
          <button type="button" class="quiet" dir="auto" onClick={() => ask(suggestion)}>
            {suggestion}
          </button>
        </p>
      )}
      {asked && (
        <button type="button" class="button" onClick={clear}>
          {i18n.t('library.showAll')}
        </button>
      )}
    </div>
  );
}
