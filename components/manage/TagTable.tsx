import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { fold } from '../../core/fold';
import { TAG_COLOURS, type TagColour } from '../../core/tag-colours';
import { tagOf } from '../../core/tags';
import { Icon } from '../Icon';
import type { TagCount } from '../tagbox/completion';
import { colourOf, Tag } from '../tagbox/Tag';
import { numberText } from '../wording/locale';
import { Empty } from './Empty';

export interface TagTableProps {
  inUse: readonly TagCount[];
  /** Gives the talks of a tag another one; merges where it is in use already. */
  rename: (tag: string, to: string) => void;
  remove: (tag: string) => void;
  /** Without a colour the tag has the usual one. */
  setColour: (tag: string, colour: TagColour | undefined) => void;
}

/** All tags with their counts: rename, merge by renaming into another, take away, colour. */
export function TagTable({ inUse, rename, remove, setColour }: TagTableProps) {
  const [renaming, setRenaming] = useState<string>();
  if (inUse.length === 0) return <Empty icon="tag" text={i18n.t('tagTable.empty')} help={i18n.t('library.noTags')} />;
  return (
    <>
      <p class="quiet-text">{i18n.t('tagTable.help')}</p>
      <ul class="cards">
        {inUse.map(({ tag, count }) => (
          <li class="card" key={tag}>
            {renaming === tag ? (
              <Rename
                tag={tag}
                inUse={inUse}
                done={(to) => {
                  setRenaming(undefined);
                  if (to && to !== tag) rename(tag, to);
                }}
              />
            ) : (
              <>
                <span class="card-text">
                  <Tag tag={tag} /> <span class="quiet-text">{i18n.t('count.talks', count, [numberText(count)])}</span>
                </span>
                <ColourPick tag={tag} set={(colour) => setColour(tag, colour)} />
                <button type="button" class="icon-button" aria-label={i18n.t('tagTable.renameOf', [tag])} onClick={() => setRenaming(tag)}>
                  <Icon name="edit" />
                </button>
                <button type="button" class="icon-button" aria-label={i18n.t('tagTable.removeOf', [tag])} onClick={() => remove(tag)}>
                  <Icon name="delete" />
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The colour as a dot; a native menu lies over it. */
function ColourPick({ tag, set }: { tag: string; set: (colour: TagColour | undefined) => void }) {
  const colour = colourOf(tag);
  return (
    <span class="colour-pick" data-colour={colour} title={i18n.t(`colour.${colour ?? 'none'}`)}>
      <select
        aria-label={i18n.t('tagTable.colourOf', [tag])}
        value={colour ?? 'none'}
        onChange={({ currentTarget: { value } }) => set(TAG_COLOURS.find((each) => each === value))}
      >
        {(['none', ...TAG_COLOURS] as const).map((each) => (
          <option key={each} value={each}>
            {i18n.t(`colour.${each}`)}
          </option>
        ))}
      </select>
    </span>
  );
}

function Rename({ tag, inUse, done }: { tag: string; inUse: readonly TagCount[]; done: (to?: string) => void }) {
  const [name, setName] = useState(tag);
  const to = tagOf(name);
  const other = inUse.find((each) => fold(each.tag) === fold(to) && each.tag !== tag);
  return (
    <form
      class="rename"
      onSubmit={(event) => {
        event.preventDefault();
        done(other?.tag ?? to);
      }}
      onKeyDown={(event) => event.key === 'Escape' && done()}
    >
      <input
        class="field"
        dir="auto"
        aria-label={i18n.t('tagTable.newName', [tag])}
        value={name}
        ref={(input) => {
          if (input && document.activeElement !== input) input.focus();
        }}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" class="primary" disabled={to === ''}>
        {other ? i18n.t('tagTable.merge', [other.tag]) : i18n.t('tagTable.rename')}
      </button>
      <button type="button" class="button" onClick={() => done()}>
        {i18n.t('editor.cancel')}
      </button>
    </form>
  );
}
