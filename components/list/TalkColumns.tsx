import { i18n } from '#i18n';
import type { Talk } from '../../core/talk';
import type { Sort } from '../../storage/search/order';
import { Tag } from '../tagbox/Tag';
import { dateText, dayText } from '../wording/dates';
import { listText } from '../wording/facts';
import { locale } from '../wording/locale';
import type { Column } from './columns';
import { type Cells, TitleLink } from './TalkRow';

/** The columns by which the list can be sorted, and which way that goes. */
const SORTED = { title: 'ascending', date: 'descending', saved: 'descending' } as const;

/** Always there, in this order; hidden headings name what is a sign in each row. */
export interface TalkHeadProps {
  columns: readonly Column[];
  sort: Sort;
  /** Pressed again, a heading gives the usual order back. */
  setSort: (sort: Sort) => void;
}

/** The headings of the list; those that can sort it are buttons. */
export function TalkHead({ columns, sort, setSort }: TalkHeadProps) {
  return (
    <div class="talks-head" role="rowgroup">
      <div role="row" class="talks-headings" aria-rowindex={1}>
        <span role="columnheader" class="select-cell">
          <span class="unseen">{i18n.t('keys.select')}</span>
        </span>
        <span role="columnheader" class="status-cell">
          <span class="unseen">{i18n.t('talk.status')}</span>
        </span>
        {(['title', ...columns] as const).map((column) => (
          <span
            role="columnheader"
            class="talk-cell"
            key={column}
            data-column={column}
            aria-sort={isSorted(column) && sort === column ? SORTED[column] : undefined}
          >
            {isSorted(column) ? (
              <button type="button" class="quiet" onClick={() => setSort(sort === column ? 'relevance' : column)}>
                {columnText(column)}
                {sort === column && <span aria-hidden="true">{SORTED[column] === 'ascending' ? '↑' : '↓'}</span>}
              </button>
            ) : (
              columnText(column)
            )}
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

function isSorted(column: Column | 'title'): column is keyof typeof SORTED {
  return Object.hasOwn(SORTED, column);
}

export function columnText(column: Column | 'title'): string {
  return column === 'saved' ? i18n.t('column.saved') : i18n.t(`talk.${column}`);
}
