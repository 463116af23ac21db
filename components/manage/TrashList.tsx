import { i18n } from '#i18n';
import type { Trashed } from '../../storage/trash';
import { Empty } from './Empty';
import { dayText } from '../wording/dates';
import { factsOf } from '../wording/facts';
import { locale, numberText } from '../wording/locale';

export interface TrashListProps {
  trashed: readonly Trashed[];
  total: number;
  restore: (ids: readonly string[]) => void;
  more: () => void;
}

/** Deleted talks, newest first, each with the way back. */
export function TrashList({ trashed, total, restore, more }: TrashListProps) {
  if (total === 0) return <Empty icon="delete" text={i18n.t('trash.empty')} help={i18n.t('trash.help')} />;
  return (
    <>
      <div class="section-head">
        <p class="quiet-text">{i18n.t('trash.help')}</p>
        <button type="button" class="button" onClick={() => restore(trashed.map(({ talk }) => talk.id))}>
          {i18n.t('trash.restoreShown', trashed.length, [numberText(trashed.length)])}
        </button>
      </div>
      <ul class="cards">
        {trashed.map(({ talk, deletedAt }) => (
          <li class="card" key={talk.id}>
            <div class="card-text">
              <p class="card-title" dir="auto">
                {talk.title}
              </p>
              <p class="quiet-text">{[...factsOf(talk), i18n.t('trash.deletedOn', [dayText(deletedAt, locale())])].join(' · ')}</p>
            </div>
            <button type="button" class="button" aria-label={i18n.t('trash.restoreOf', [talk.title])} onClick={() => restore([talk.id])}>
              {i18n.t('trash.restore')}
            </button>
          </li>
        ))}
      </ul>
      {trashed.length < total && (
        <button type="button" class="quiet" onClick={more}>
          {i18n.t('count.more', total - trashed.length, [numberText(total - trashed.length)])}
        </button>
      )}
    </>
  );
}
