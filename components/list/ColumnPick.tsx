import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Column, COLUMNS } from './columns';
import { columnText } from './TalkColumns';

/** Which columns the list has; none makes it two lines a talk. */
export function ColumnPick({ columns, set }: { columns: readonly Column[]; set: (columns: readonly Column[]) => void }) {
  const box = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (box.current) box.current.open = false;
  };
  return (
    <details
      class="menu column-pick"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !box.current?.open) return;
        event.preventDefault();
        event.stopPropagation();
        close();
        box.current.querySelector('summary')?.focus();
      }}
      onFocusOut={(event) => {
        if (event.relatedTarget && !box.current?.contains(event.relatedTarget as Node)) close();
      }}
    >
      <summary class="button">{i18n.t('column.heading')}</summary>
      <fieldset class="menu-list">
        <legend class="unseen">{i18n.t('column.heading')}</legend>
        {COLUMNS.map((column) => (
          <label class="facet-value" key={column}>
            <input
              type="checkbox"
              class="check"
              checked={columns.includes(column)}
              onChange={() => set(COLUMNS.filter((each) => (each === column) !== columns.includes(each)))}
            />
            {columnText(column)}
          </label>
        ))}
        <p class="help">{i18n.t('column.help')}</p>
      </fieldset>
    </details>
  );
}
