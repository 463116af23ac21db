import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from '../Icon';
import { numberText } from '../wording/locale';

/** A format or a template as the menu shows it. */
export interface Choice {
  id: string;
  label: string;
}

/** Which talks are meant. */
export type Scope = 'selected' | 'shown' | 'all';

export interface ExportMenuProps {
  /** Both are fetched when the menu is opened. */
  formats: readonly Choice[];
  templates: readonly Choice[];
  /** The talks that can be meant, the nearest first, with their number where it is known. */
  counts: Partial<Record<Scope, number | undefined>>;
  load: () => void;
  busy: boolean;
  disabled: boolean;
  run: (id: string, way: 'download' | 'copy', scope: Scope) => void;
}

/** Talks as a file or on the clipboard, in every format and by every template there is. */
export function ExportMenu({ formats, templates, counts, load, busy, disabled, run }: ExportMenuProps) {
  const [open, setOpen] = useState(false);
  const [picked, setPicked] = useState<Scope>();
  const box = useRef<HTMLDivElement>(null);
  const scopes = Object.keys(counts) as Scope[];
  const scope = scopes.find((each) => each === picked) ?? scopes[0] ?? 'all';
  const close = () => {
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  };
  const choose = (id: string, way: 'download' | 'copy') => {
    close();
    run(id, way, scope);
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
        {scopes.length > 1 && <ScopePick scope={scope} counts={counts} set={setPicked} />}
        <Rows heading={i18n.t('export.templates')} choices={templates} choose={choose} />
        <a class="menu-link" href="/library.html#/templates" target={location.pathname === '/library.html' ? undefined : '_blank'}>
          {i18n.t('export.editTemplates')}
        </a>
        <Rows heading={i18n.t('export.formats')} choices={formats} choose={choose} />
      </div>
    </div>
  );
}

function ScopePick({ scope, counts, set }: { scope: Scope; counts: ExportMenuProps['counts']; set: (scope: Scope) => void }) {
  return (
    <select
      id="export-scope"
      class="field"
      aria-label={i18n.t('export.scope')}
      value={scope}
      onChange={(event) => set(event.currentTarget.value as Scope)}
    >
      {(Object.keys(counts) as Scope[]).map((each) => (
        <option key={each} value={each}>
          {i18n.t(`export.scopes.${each}`)}
          {counts[each] !== undefined && ` (${numberText(counts[each])})`}
        </option>
      ))}
    </select>
  );
}

interface RowsProps {
  heading: string;
  choices: readonly Choice[];
  choose: (id: string, way: 'download' | 'copy') => void;
}

function Rows({ heading, choices, choose }: RowsProps) {
  return (
    <div role="group" aria-label={heading}>
      <p class="menu-heading" aria-hidden="true">
        {heading}
      </p>
      {choices.map(({ id, label }) => (
        <div class="menu-row" key={id}>
          {(['copy', 'download'] as const).map((way) => (
            <button type="button" key={way} onClick={() => choose(id, way)}>
              {i18n.t(`export.${way}`, [label])}
            </button>
          ))}
        </div>
      ))}
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
