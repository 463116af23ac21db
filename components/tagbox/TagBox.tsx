import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { tagsIn, unionOfTags } from '../../core/tags';
import { Icon } from '../Icon';
import { type TagCount, completions } from './completion';
import { colourOf } from './Tag';

export interface TagBoxProps {
  label: string;
  /** The id of the input, for focus from outside. */
  inputId: string;
  tags: readonly string[];
  inUse: readonly TagCount[];
  change: (tags: string[]) => void;
  /** The box is about to be used: what is in use is needed now. */
  wake?: () => void;
  /** Enter with nothing typed. */
  done?: () => void;
}

/** Tags as chips with a box to type more (ARIA combobox). Enter, comma or a pick adds; Backspace in the empty box takes the last away. */
export function TagBox({ label, inputId, tags, inUse, change, wake, done }: TagBoxProps) {
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState(-1);
  const [open, setOpen] = useState(false);
  const listId = useId();
  const offers = open ? completions(typed, inUse, tags) : [];

  const add = (text: string) => {
    if (tagsIn(text).length > 0) change(unionOfTags(tags, tagsIn(text)));
    setTyped('');
    setPlace(-1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const handled = keyed(event.key);
    if (!handled) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const keyed = (key: string): boolean => {
    if (key === 'ArrowDown' || key === 'ArrowUp') return step(key === 'ArrowDown' ? 1 : -1);
    if (key === 'Enter' || key === ',') return accept(key);
    if (key === 'Backspace' && typed === '' && tags.length > 0) {
      change(tags.slice(0, -1));
      return true;
    }
    if (key !== 'Escape' || (offers.length === 0 && typed === '')) return false;
    setTyped('');
    setOpen(false);
    return true;
  };
  const step = (by: number): boolean => {
    setOpen(true);
    const total = completions(typed, inUse, tags).length;
    setPlace(total === 0 ? -1 : (place + by + total + (place < 0 && by < 0 ? 1 : 0)) % total);
    return true;
  };
  const accept = (key: string): boolean => {
    const text = offers[place] ?? typed;
    if (text.trim()) add(text);
    else if (key === 'Enter') done?.();
    return key === ',' || Boolean(text.trim()) || done !== undefined;
  };

  return (
    <div class="tagbox" role="group" aria-label={label}>
      {tags.map((tag) => (
        <span class="chip" key={tag} data-colour={colourOf(tag)}>
          <span dir="auto">{tag}</span>
          <button
            type="button"
            class="chip-remove"
            aria-label={i18n.t('tagBox.remove', [tag])}
            onClick={() => {
              change(tags.filter((other) => other !== tag));
              document.getElementById(inputId)?.focus();
            }}
          >
            <Icon name="close" />
          </button>
        </span>
      ))}
      <input
        id={inputId}
        class="tagbox-input"
        dir="auto"
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={offers.length > 0}
        aria-controls={listId}
        aria-activedescendant={offers[place] === undefined ? undefined : `${listId}-${place}`}
        autocomplete="off"
        placeholder={tags.length === 0 ? i18n.t('tagBox.placeholder') : ''}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setPlace(-1);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onFocus={() => {
          wake?.();
          setOpen(true);
        }}
        onBlur={() => {
          setOpen(false);
          if (typed.trim()) add(typed);
        }}
      />
      <ul class="offers" id={listId} role="listbox" aria-label={i18n.t('tagBox.suggestions')} hidden={offers.length === 0}>
        {offers.map((tag, index) => (
          <li
            key={tag}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === place}
            dir="auto"
            onPointerDown={(event) => {
              // Before the blur of the input, which would add what is typed so far.
              event.preventDefault();
              add(tag);
            }}
          >
            {tag}
          </li>
        ))}
      </ul>
    </div>
  );
}
