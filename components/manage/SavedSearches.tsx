import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from '../Icon';

export interface SavedSearchesProps {
  names: readonly string[];
  open: (name: string) => void;
  remove: (name: string) => void;
}

/** The searches somebody keeps, each one click away. */
export function SavedSearches({ names, open, remove }: SavedSearchesProps) {
  if (names.length === 0) return null;
  return (
    <ul class="saved-searches" aria-label={i18n.t('searches.heading')}>
      {names.map((name) => (
        <li class="saved-search" key={name}>
          <button type="button" class="quiet" onClick={() => open(name)}>
            <Icon name="search" />
            <span dir="auto">{name}</span>
          </button>
          <button type="button" class="icon-button" aria-label={i18n.t('searches.removeOf', [name])} onClick={() => remove(name)}>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Keeps the search that is shown, under a name. */
export function KeepSearch({ suggestion, keep }: { suggestion: string; keep: (name: string) => void }) {
  const [name, setName] = useState<string>();
  if (name === undefined) {
    return (
      <button type="button" class="quiet" onClick={() => setName(suggestion)}>
        {i18n.t('searches.keep')}
      </button>
    );
  }
  return (
    <form
      class="rename"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) keep(name.trim());
        setName(undefined);
      }}
      onKeyDown={(event) => event.key === 'Escape' && setName(undefined)}
    >
      <input
        class="field"
        dir="auto"
        aria-label={i18n.t('searches.name')}
        maxLength={60}
        value={name}
        ref={(input) => {
          if (input && document.activeElement !== input) input.select();
        }}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" class="primary" disabled={name.trim() === ''}>
        {i18n.t('searches.save')}
      </button>
    </form>
  );
}
