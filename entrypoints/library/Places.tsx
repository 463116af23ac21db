import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from '../../components/Icon';
import { SavedSearches } from '../../components/manage/SavedSearches';
import type { LibraryApp } from './library-app';
import { isNarrow } from './narrow';
import { place, PLACES } from './route';

const ICONS = {
  talks: 'library',
  duplicates: 'duplicate',
  tags: 'tag',
  statistics: 'statistics',
  trash: 'delete',
  import: 'import',
  templates: 'copy',
  sync: 'sync',
  settings: 'settings',
} as const;

/** Where there is little room, the parts are folded away behind the name of the one that is shown. */
export function Fold({ children }: { children: ComponentChildren }) {
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!isNarrow.peek() || !fold.current?.open) return;
    fold.current.open = false;
    fold.current.querySelector('summary')?.focus();
  }, [place.value]);
  return (
    <details class="fold" ref={fold} open={!isNarrow.value}>
      <summary>
        <Icon name={ICONS[place.value]} />
        {i18n.t(`places.${place.value}`)}
      </summary>
      {children}
    </details>
  );
}

/** The parts of the library. */
export function Places() {
  return (
    <nav aria-label={i18n.t('places.heading')}>
      <ul class="places">
        {PLACES.map((each) => (
          <li key={each}>
            <a href={`#/${each}`} aria-current={place.value === each ? 'page' : undefined}>
              <Icon name={ICONS[each]} />
              {i18n.t(`places.${each}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The searches somebody keeps. */
export function Kept({ app: { searches } }: { app: LibraryApp }) {
  const open = (name: string) => {
    location.hash = '#/talks';
    searches.open(name);
  };
  return <SavedSearches names={searches.kept.value.map(({ name }) => name)} open={open} remove={searches.remove} />;
}
