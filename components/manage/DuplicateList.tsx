import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Talk } from '../../core/talk';
import { siteOf } from '../../core/url';
import { dayText } from '../wording/dates';
import { factsOf, linkKindsOf, linkText, listText } from '../wording/facts';
import { locale } from '../wording/locale';
import { Empty } from './Empty';

export interface DuplicateListProps {
  /** Undefined while the library is being looked through. */
  groups: readonly (readonly Talk[])[] | undefined;
  /** The first is kept. */
  merge: (ids: readonly string[]) => void;
}

/** Talks that may be one, group by group: choose which record stays, and merge. */
export function DuplicateList({ groups, merge }: DuplicateListProps) {
  if (!groups) return <p class="quiet-text">{i18n.t('duplicates.looking')}</p>;
  if (groups.length === 0) return <Empty icon="check" text={i18n.t('duplicates.empty')} help={i18n.t('duplicates.help')} />;
  return (
    <>
      <p class="quiet-text">{i18n.t('duplicates.help')}</p>
      <ul class="cards">
        {groups.map((group) => (
          <li class="card" key={group.map(({ id }) => id).join()}>
            <Group group={group} merge={merge} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Group({ group, merge }: { group: readonly Talk[]; merge: (ids: readonly string[]) => void }) {
  const [keptId, setKeptId] = useState(group[0]?.id ?? '');
  const name = useId();
  return (
    <fieldset class="duplicates">
      <legend dir="auto">{group[0]?.title}</legend>
      {group.map((talk) => (
        <label class="duplicate" key={talk.id}>
          <input type="radio" name={name} checked={talk.id === keptId} onChange={() => setKeptId(talk.id)} />
          <span>
            {[siteOf(talk.source.url), ...factsOf(talk), listText(linkKindsOf(talk).map(linkText)), listText(talk.tags)]
              .filter(Boolean)
              .join(' · ')}
            <span class="quiet-text"> · {i18n.t('talk.savedOn', [dayText(talk.savedAt, locale())])}</span>
          </span>
        </label>
      ))}
      <button type="button" class="button" onClick={() => merge([keptId, ...group.map(({ id }) => id).filter((id) => id !== keptId)])}>
        {i18n.t('duplicates.merge')}
      </button>
    </fieldset>
  );
}
