import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { STATUSES, type Status } from '../../core/talk';
import { TagBox } from '../tagbox/TagBox';
import type { TagCount } from '../tagbox/completion';
import { statusText } from '../wording/facts';
import { numberText } from '../wording/locale';

export interface BulkBarProps {
  selected: number;
  total: number;
  inUse: readonly TagCount[];
  /** How many are dealt with, while a change is under way. */
  progress: number | undefined;
  selectAll: () => void;
  clear: () => void;
  addTags: (tags: string[]) => void;
  setStatus: (status: Status) => void;
  remove: () => void;
  /** More that can be done with them. */
  children?: ComponentChildren;
}

/** What can be done with all selected talks at once. */
export function BulkBar({ selected, total, inUse, progress, selectAll, clear, addTags, setStatus, remove, children }: BulkBarProps) {
  const [tags, setTags] = useState<string[]>([]);
  const add = () => {
    if (tags.length === 0) return;
    addTags(tags);
    setTags([]);
  };
  return (
    <div class="bulk" role="group" aria-label={i18n.t('library.bulk')}>
      <p class="bulk-count" role="status">
        {i18n.t('count.selected', selected, [numberText(selected)])}
      </p>
      {selected < total && (
        <button type="button" class="quiet" onClick={selectAll}>
          {i18n.t('library.selectAll')}
        </button>
      )}
      <button type="button" class="quiet" onClick={clear}>
        {i18n.t('library.clearSelection')}
      </button>
      {progress !== undefined && <progress max={selected} value={progress} aria-label={i18n.t('library.working')} />}
      <div class="bulk-deeds">
        <select
          id="bulk-status"
          class="field"
          aria-label={i18n.t('library.setStatus')}
          value=""
          onChange={(event) => {
            setStatus(event.currentTarget.value as Status);
            event.currentTarget.value = '';
          }}
        >
          <option value="" disabled>
            {i18n.t('library.setStatus')}
          </option>
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {statusText(status)}
            </option>
          ))}
        </select>
        <TagBox label={i18n.t('library.addTags')} inputId="bulk-tags" tags={tags} inUse={inUse} change={setTags} done={add} />
        <button type="button" class="button" disabled={tags.length === 0} onClick={add}>
          {i18n.t('library.add')}
        </button>
        <button type="button" class="button danger" onClick={remove}>
          {i18n.t('talk.delete')}
        </button>
        {children}
      </div>
    </div>
  );
}
