import { i18n } from '#i18n';
import { Icon } from '../Icon';

export interface SearchBarProps {
  query: string;
  setQuery: (query: string) => void;
  /** Why the query cannot be answered. */
  problem?: string;
  /** The key that goes on into the list. */
  enter: () => void;
}

/** The search field; the list below follows every key. */
export function SearchBar({ query, setQuery, problem, enter }: SearchBarProps) {
  return (
    <div class="search" role="search">
      <Icon name="search" />
      <input
        id="search"
        type="search"
        class="field"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        aria-label={i18n.t('library.search')}
        aria-keyshortcuts="/"
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? 'search-problem' : undefined}
        placeholder={i18n.t('library.search')}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
          event.preventDefault();
          enter();
        }}
      />
      <kbd aria-hidden="true">/</kbd>
      {problem && (
        <p class="search-problem" id="search-problem" role="status">
          {problem}
        </p>
      )}
    </div>
  );
}
