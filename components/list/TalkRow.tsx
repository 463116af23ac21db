import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { addressOf } from '../../core/address';
import type { Highlights } from '../../core/highlight';
import { STATUSES, type Status, type Talk } from '../../core/talk';
import { Icon } from '../Icon';
import { factsOf, statusText } from '../wording/facts';
import { Tag } from '../tagbox/Tag';
import { Marked } from './Marked';

/** What can be done with a talk from its row. One object for all rows, never a new one, so that rows render only for what they show. */
export interface RowActions {
  setStatus: (talk: Talk, status: Status) => void;
  edit: (talk: Talk, part: 'title' | 'tags') => void;
  remove: (talk: Talk) => void;
  /** Makes it the current row. */
  pick: (talk: Talk, place: number) => void;
  select?: (talk: Talk, range: boolean) => void;
}

export interface TalkRowProps {
  talk: Talk;
  /** Its place in the whole list, from 0. */
  place: number;
  current: boolean;
  selected: boolean;
  /** Where the search found its words. */
  found: Highlights | undefined;
  actions: RowActions;
  /** Instead of the two lines, where the list has columns. */
  cells: Cells | undefined;
}

/** The cells of a talk in a list with columns. */
export type Cells = (talk: Talk, found: Highlights | undefined) => ComponentChildren;

/** A saved talk on two lines: title, and who, where, when and its tags. Arrow keys right and left reach its controls. */
export function TalkRow({ talk, place, current, selected, found, actions, cells }: TalkRowProps) {
  return (
    <div
      class="talk"
      role="row"
      id={`talk-${talk.id}`}
      data-id={talk.id}
      data-status={talk.status}
      data-current={current}
      aria-rowindex={place + (cells ? 2 : 1)}
      aria-selected={actions.select ? selected : undefined}
      tabIndex={current ? 0 : -1}
      style={`--place: ${place}`}
      onClick={() => actions.pick(talk, place)}
      onFocusIn={() => actions.pick(talk, place)}
    >
      {actions.select && <SelectCell talk={talk} selected={selected} select={actions.select} />}
      <div role="gridcell" class="status-cell">
        <StatusPick talk={talk} setStatus={actions.setStatus} />
      </div>
      {cells ? cells(talk, found) : <TextCell talk={talk} found={found} />}
      <div role="gridcell" class="row-actions">
        <button
          type="button"
          class="icon-button"
          tabIndex={-1}
          aria-label={titled('talk.editOf', talk)}
          onClick={() => actions.edit(talk, 'title')}
        >
          <Icon name="edit" />
        </button>
        <button
          type="button"
          class="icon-button"
          tabIndex={-1}
          aria-label={titled('talk.deleteOf', talk)}
          onClick={() => actions.remove(talk)}
        >
          <Icon name="delete" />
        </button>
      </div>
    </div>
  );
}

function SelectCell({ talk, selected, select }: { talk: Talk; selected: boolean; select: (talk: Talk, range: boolean) => void }) {
  return (
    <div role="gridcell" class="select-cell">
      <input
        type="checkbox"
        class="check"
        tabIndex={-1}
        checked={selected}
        aria-label={titled('talk.selectOf', talk)}
        onClick={(event) => {
          event.stopPropagation();
          select(talk, event.shiftKey);
        }}
      />
    </div>
  );
}

/** The status as a sign; a native menu lies over it. */
function StatusPick({ talk, setStatus }: { talk: Talk; setStatus: RowActions['setStatus'] }) {
  return (
    <span class="status-pick" title={statusText(talk.status)}>
      <Icon name={talk.status} />
      <select
        tabIndex={-1}
        aria-label={titled('talk.statusOf', talk)}
        value={talk.status}
        onChange={(event) => setStatus(talk, event.currentTarget.value as Status)}
      >
        {STATUSES.map((status) => (
          <option key={status} value={status}>
            {statusText(status)}
          </option>
        ))}
      </select>
    </span>
  );
}

/** The title, as a link where the talk has an address. */
export function TitleLink({ talk, found }: { talk: Talk; found: Highlights | undefined }) {
  const address = addressOf(talk);
  const title = (
    <bdi>
      <Marked text={talk.title || i18n.t('talk.untitled')} ranges={found?.title?.[0]} />
    </bdi>
  );
  if (!address) return title;
  return (
    <a href={address} target="_blank" rel="noreferrer" tabIndex={-1}>
      {title}
    </a>
  );
}

function TextCell({ talk, found }: { talk: Talk; found: Highlights | undefined }) {
  return (
    <div role="gridcell" class="talk-text">
      <p class="talk-title">
        <TitleLink talk={talk} found={found} />
      </p>
      <p class="talk-facts">
        {factsOf(talk).map((fact) => (
          <span class="fact" key={fact}>
            <bdi>{fact}</bdi>
          </span>
        ))}
        {talk.tags.map((tag) => (
          <Tag key={tag} tag={tag} />
        ))}
      </p>
    </div>
  );
}

function titled(key: 'talk.editOf' | 'talk.deleteOf' | 'talk.statusOf' | 'talk.selectOf', talk: Talk): string {
  return i18n.t(key, [talk.title || i18n.t('talk.untitled')]);
}
