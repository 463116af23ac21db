import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Talk } from '../../core/talk';
import type { Sort, SortKey } from '../../storage/search/order';
import { Icon } from '../Icon';
import { Tag } from '../tagbox/Tag';
import { dateText, dayText } from '../wording/dates';
import { listText } from '../wording/facts';
import { locale } from '../wording/locale';
import type { Column } from './columns';
import { directionOf, keyOf, nextSort } from './sorting';
import { type Cells, TitleLink } from './TalkRow';

export interface TalkHeadProps {
  columns: readonly Column[];
  sort: Sort;
  setSort: (sort: Sort) => void;
}

/** The headings of the list, each a button: pressed once it sorts by its column, again the other way round, and a third time no more. */
export function TalkHead({ columns, sort, setSort }: TalkHeadProps) {
  const heading = (column: SortKey, children: ComponentChildren) => (
    <button type="button" class="quiet" title={columnText(column)} onClick={() => setSort(nextSort(column, sort))}>
      {children}
      {keyOf(sort) === column && <span aria-hidden="true">{directionOf(sort) === 'ascending' ? '↑' : '↓'}</span>}
    </button>
  );
  const sorted = (column: SortKey) => (keyOf(sort) === column ? directionOf(sort) : undefined);
  return (
    <div class="talks-head" role="rowgroup">
      <div role="row" class="talks-headings" aria-rowindex={1}>
        <span role="columnheader" class="select-cell">
          <span class="unseen">{i18n.t('keys.select')}</span>
        </span>
        <span role="columnheader" class="status-cell" aria-sort={sorted('status')}>
          {heading(
            'status',
            <>
              <span class="unseen">{columnText('status')}</span>
              {keyOf(sort) !== 'status' && <Icon name="watching" />}
            </>,
          )}
        </span>
        {(['title', ...columns] as const).map((column) => (
          <span role="columnheader" class="talk-cell" key={column} data-column={column} aria-sort={sorted(column)}>
            {heading(column, columnText(column))}
          </span>
        ))}
      </div>
    </div>
  );
}

/** What stands below the headings. */
export function cellsFor(columns: readonly Column[]): Cells {
  return (talk, found) => (
    <>
      <div role="gridcell" class="talk-cell talk-title" data-column="title">
        <TitleLink talk={talk} found={found} />
      </div>
      {columns.map((column) => (
        <div role="gridcell" class="talk-cell" key={column} data-column={column} dir="auto">
          <Value talk={talk} column={column} />
        </div>
      ))}
    </>
  );
}

function Value({ talk, column }: { talk: Talk; column: Column }) {
  if (column === 'tags')
    return (
      <>
        {talk.tags.map((tag) => (
          <Tag key={tag} tag={tag} />
        ))}
      </>
    );
  if (column === 'date') return <>{dateText(talk.starts?.slice(0, 10), locale())}</>;
  if (column === 'saved') return <>{dayText(talk.savedAt, locale())}</>;
  return <>{column === 'event' ? talk.event?.name : listText(talk.speakers.map(({ name }) => name))}</>;
}

export function columnText(column: SortKey): string {
  return column === 'saved' ? i18n.t('column.saved') : i18n.t(`talk.${column}`);
}
