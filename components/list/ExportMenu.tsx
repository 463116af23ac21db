import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from '../Icon';

/** A format or a template as the menu shows it. */
export interface Choice {
  id: string;
  label: string;
}

/** Which talks are meant. */
export type Scope = 'selected' | 'shown' | 'all';

export interface ExportMenuProps {
  load: () => void;
  busy: boolean;
  disabled: boolean;
  /** What there is to choose, while the menu is open; called back when something was chosen. */
  choices: (close: () => void) => ComponentChildren;
}

/** The way out for talks: a menu of every format and template there is. */
export function ExportMenu({ load, busy, disabled, choices }: ExportMenuProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  };
  return (
    <div
      class="menu"
      ref={box}
      onKeyDown={(event) => open && menuKey(event, close)}
      onFocusOut={(event) => {
        if (event.relatedTarget && !box.current?.contains(event.relatedTarget as Node)) setOpen(false);
      }}
    >
      <button
        type="button"
        class="button"
        id="export"
        aria-expanded={open}
        aria-controls="export-choices"
        disabled={disabled || busy}
        onClick={() => {
          load();
          setOpen(!open);
        }}
      >
        <Icon name="export" />
        {busy ? i18n.t('export.working') : i18n.t('export.heading')}
      </button>
      <div class="menu-list" id="export-choices" role="group" aria-label={i18n.t('export.menu')} hidden={!open}>
        {open && choices(close)}
      </div>
    </div>
  );
}

function menuKey(event: KeyboardEvent, close: () => void): void {
  if (event.target instanceof HTMLSelectElement && event.key !== 'Escape') return;
  if (event.key === 'Escape') {
    event.preventDefault();
    event.stopPropagation();
    close();
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  const stops = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('button, a, select')];
  const place = stops.indexOf(document.activeElement as HTMLElement);
  stops[(place + (event.key === 'ArrowDown' ? 1 : -1) + stops.length) % stops.length]?.focus();
}
