import type { ComponentChildren } from 'preact';

/** One subject of the settings. Its heading can take the focus, for links that lead to it. */
export function SettingsSection({ id, heading, children }: { id: string; heading: string; children: ComponentChildren }) {
  return (
    <section class="settings-section" aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        {heading}
      </h3>
      {children}
    </section>
  );
}
