import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TagCount } from '../tagbox/completion';
import { colourOf } from '../tagbox/Tag';
import { numberText } from '../wording/locale';

export interface TagFilterProps {
  inUse: readonly TagCount[];
  chosen: readonly string[];
  toggle: (tag: string) => void;
  /** How many tags are shown before "all tags". */
  few: number;
}

/** Tags as switches: the list shows talks that carry all that are on. */
export function TagFilter({ inUse, chosen, toggle, few }: TagFilterProps) {
  const [all, setAll] = useState(false);
  if (inUse.length === 0 && chosen.length === 0) return null;
  const gone = chosen.filter((tag) => !inUse.some((other) => other.tag === tag)).map((tag) => ({ tag, count: 0 }));
  const first = inUse.filter(({ tag }, place) => all || place < few || chosen.includes(tag));
  return (
    <div class="tag-filter" role="group" aria-label={i18n.t('library.tagFilter')}>
      {[...gone, ...first].map(({ tag, count }) => (
        <button
          type="button"
          class="tag-switch"
          key={tag}
          data-colour={colourOf(tag)}
          aria-pressed={chosen.includes(tag)}
          onClick={() => toggle(tag)}
        >
          <span dir="auto">{tag}</span> <span class="count">{numberText(count)}</span>
        </button>
      ))}
      {inUse.length > few && (
        <button type="button" class="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {i18n.t(all ? 'library.fewerTags' : 'library.allTags')}
        </button>
      )}
    </div>
  );
}
