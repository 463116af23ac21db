import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { About } from '../../formats/format';
import { Icon } from '../Icon';

/** A format as the menu shows it. */
export type Choice = Pick<About, 'label' | 'extension'> & { id: string };

export interface ExportMenuProps {
  /** Fetched when the menu is opened. */
  choices: readonly Choice[];
  load: () => void;
  busy: boolean;
  disabled: boolean;
  run: (id: string, way: 'download' | 'copy') => void;
}

/** The shown talks as a file or on the clipboard, in every format there is. */
export function ExportMenu({ choices, load, busy, disabled, run }: ExportMenuProps) {
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
        {choices.map(({ id, label }) => (
          <div class="menu-row" key={id}>
            {(['download', 'copy'] as const).map((way) => (
              <button
                type="button"
                key={way}
                onClick={() => {
                  close();
                  run(id, way);
                }}
              >
                {i18n.t(`export.${way}`, [label])}
              </button>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

function menuKey(event: KeyboardEvent, close: () => void): void {
  if (event.key === 'Escape') {
    event.preventDefault();
    event.stopPropagation();
    close();
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  const stops = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
  const place = stops.indexOf(document.activeElement as HTMLButtonElement);
  stops[(place + (event.key === 'ArrowDown' ? 1 : -1) + stops.length) % stops.length]?.focus();
}
