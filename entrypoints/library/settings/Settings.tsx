import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { SettingsSection } from '../../../components/settings/SettingsSection';
import type { LibraryApp } from '../library-app';
import { detail } from '../route';
import { SECTIONS } from './sections';

/** Every section below the other, with a list of them to get there. */
export function Settings({ app }: { app: LibraryApp }) {
  const view = useRef<HTMLDivElement>(null);
  const wanted = detail.value;
  useEffect(() => {
    const heading = wanted && view.current?.querySelector<HTMLElement>(`#settings-${CSS.escape(wanted)}`);
    if (!heading) return;
    heading.scrollIntoView();
    heading.focus({ preventScroll: true });
  }, [wanted]);
  return (
    <div class="settings" ref={view}>
      <nav aria-label={i18n.t('settings.sections')}>
        <ul class="settings-index">
          {SECTIONS.map(({ id, heading }) => (
            <li key={id}>
              <a class="button" href={`#/settings/${id}`}>
                {heading()}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {SECTIONS.map(({ id, heading, View }) => (
        <SettingsSection key={id} id={`settings-${id}`} heading={heading()}>
          <View app={app} />
        </SettingsSection>
      ))}
    </div>
  );
}
