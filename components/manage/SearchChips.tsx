import { useState } from 'preact/hooks';
import { i18n } from '#i18n';

export interface SearchChipsProps {
  names: readonly string[];
  open: (name: string) => void;
  /** Back to all talks. */
  clear: () => void;
}

/** The searches somebody keeps, as chips: one press asks it, another takes it back. */
export function SearchChips({ names, open, clear }: SearchChipsProps) {
  const [on, setOn] = useState<string>();
  const press = (name: string) => {
    if (on === name) clear();
    else open(name);
    setOn(on === name ? undefined : name);
  };
  return (
    <ul class="search-chips" aria-label={i18n.t('searches.heading')}>
      {names.map((name) => (
        <li key={name}>
          <button type="button" class="tag-switch" aria-pressed={on === name} onClick={() => press(name)}>
            <bdi>{name}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}
