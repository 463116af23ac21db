import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Refusal } from '../../formats/input/refusal';
import { numberText } from '../wording/locale';
import type { Examined, Listed } from './examined';
import { fieldsText } from './fields';
import { placeText, reasonText } from './refusals';

/** How many entries a list shows before it is asked for more. */
const FEW = 100;

interface ListProps<T> {
  summary: string;
  total: number;
  entries: readonly T[];
  render: (entry: T) => ComponentChildren;
}

/** A number that opens into what it counts. Its entries exist only while it is open. */
function Opening<T>({ summary, total, entries, render }: ListProps<T>) {
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState(FEW);
  if (total === 0) return <p class="count-line quiet-text">{summary}</p>;
  return (
    <details class="count-line" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open && <ul class="listed">{entries.slice(0, shown).map(render)}</ul>}
      {open && shown < entries.length && (
        <button type="button" class="quiet" onClick={() => setShown(shown + FEW * 5)}>
          {i18n.t('count.more', total - shown, [numberText(total - shown)])}
        </button>
      )}
      {open && shown >= entries.length && entries.length < total && (
        <p class="quiet-text">{i18n.t('count.more', total - entries.length, [numberText(total - entries.length)])}</p>
      )}
    </details>
  );
}

/** How many talks are new, there already and changed; each number opens into a list. */
export function TalkCounts({ lists, sum }: { lists: Examined['lists']; sum: Record<'added' | 'saved' | 'changed', number> }) {
  return (
    <>
      {(['added', 'saved', 'changed'] as const).map((kind) => (
        <Opening
          key={kind}
          summary={i18n.t(`import.${kind}`, sum[kind], [numberText(sum[kind])])}
          total={sum[kind]}
          entries={lists[kind]}
          render={(entry: Listed) => (
            <li key={entry.title + entry.file}>
              <span dir="auto">{entry.title}</span>{' '}
              <span class="quiet-text">
                {entry.differs.length > 0 ? i18n.t('import.differs', [fieldsText(entry.differs)]) : <bdi>{entry.file}</bdi>}
              </span>
            </li>
          )}
        />
      ))}
    </>
  );
}

/** What is not taken, with file, line and reason. */
export function Refusals({ refused, total }: { refused: Examined['refused']; total: number }) {
  return (
    <Opening
      summary={i18n.t('import.refused', total, [numberText(total)])}
      total={total}
      entries={refused}
      render={(refusal: Refusal & { file: string }) => (
        <li key={`${placeText(refusal)} ${refusal.detail ?? ''}`}>
          <bdi class="refused-place">{placeText(refusal)}</bdi> {reasonText(refusal)}{' '}
          {refusal.detail && (
            <span class="quiet-text" dir="auto">
              {refusal.detail}
            </span>
          )}
        </li>
      )}
    />
  );
}
