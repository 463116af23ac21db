import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from '../Icon';
import { TagFilter, type TagFilterProps } from './TagFilter';

/** The tag filter of a small view: folded away until it is asked for, but never while it is on. */
export function TagSwitches({ wake, ...props }: TagFilterProps & { wake: () => void }) {
  const [open, setOpen] = useState(false);
  const shown = open || props.chosen.length > 0;
  return (
    <>
      <button
        type="button"
        class="button"
        aria-expanded={shown}
        aria-controls="tag-switches"
        onClick={() => {
          wake();
          setOpen(!shown);
        }}
      >
        <Icon name="tag" />
        {i18n.t('library.tagSwitch')}
      </button>
      <div id="tag-switches" class="tag-switches" hidden={!shown}>
        {shown && <TagFilter {...props} />}
        {shown && props.inUse.length === 0 && <p class="quiet-text">{i18n.t('library.noTags')}</p>}
      </div>
    </>
  );
}
