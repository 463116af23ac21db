import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { numberText } from '../wording/locale';
import type { Choice, Scope } from './ExportMenu';

export interface ExportChoicesProps {
  formats: readonly Choice[];
  templates: readonly Choice[];
  /** The talks that can be meant, the nearest first, with their number where it is known. */
  counts: Partial<Record<Scope, number | undefined>>;
  run: (id: string, way: 'download' | 'copy', scope: Scope) => void;
}

/** Which talks, in which format or by which template, as a file or to the clipboard. */
export function ExportChoices({ formats, templates, counts, run }: ExportChoicesProps) {
  const scopes = Object.keys(counts) as Scope[];
  const [scope, setScope] = useState(scopes[0] ?? 'all');
  const choose = (id: string, way: 'download' | 'copy') => run(id, way, scope);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => fit(box.current?.parentElement), []);
  return (
    <div ref={box}>
      {scopes.length > 1 && <ScopePick scope={scope} counts={counts} set={setScope} />}
      <Rows heading={i18n.t('export.templates')} choices={templates} choose={choose} />
      <a class="menu-link" href="/library.html#/templates" target={location.pathname === '/library.html' ? undefined : '_blank'}>
        {i18n.t('export.editTemplates')}
      </a>
      <Rows heading={i18n.t('export.formats')} choices={formats} choose={choose} />
    </div>
  );
}

/** Below the button a menu is looked for; from less height than this (pixels) it opens where there is more. */
const ENOUGH = 224;

/** Gives the menu the height that there is below its button, or above it. */
function fit(list: HTMLElement | null | undefined): void {
  const button = list?.parentElement?.getBoundingClientRect();
  if (!list || !button) return;
  const [above, below] = [button.top, innerHeight - button.bottom];
  const isAbove = below < ENOUGH && above > below;
  list.dataset.side = isAbove ? 'above' : 'below';
  list.style.setProperty('--room', `${Math.floor(isAbove ? above : below)}px`);
}

function ScopePick({ scope, counts, set }: { scope: Scope; counts: ExportChoicesProps['counts']; set: (scope: Scope) => void }) {
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
