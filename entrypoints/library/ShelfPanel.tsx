import { i18n } from '#i18n';
import { ExportMenu } from '../../components/list/ExportMenu';
import { SearchBar } from '../../components/list/SearchBar';
import { TagFilter } from '../../components/list/TagFilter';
import { TalkList } from '../../components/list/TalkList';
import { Empty } from '../../components/notices/Empty';
import { ProblemNotice } from '../../components/notices/ProblemNotice';
import { numberText } from '../../components/wording/locale';
import type { App } from './app';

/** Search field, tag switches and the list, tied to the shelf. Each part renders only for the signals it reads. */
export function ShelfPanel({ app, fewTags }: { app: App; fewTags: number }) {
  return (
    <>
      <Search app={app} />
      <div class="shelf-tools">
        <Tags app={app} few={fewTags} />
        <Result app={app} />
      </div>
      <List app={app} />
    </>
  );
}

export function Search({ app: { shelf } }: { app: App }) {
  return <SearchBar query={shelf.query.value} setQuery={shelf.ask} enter={shelf.focusList} />;
}

export function Tags({ app: { shelf }, few }: { app: App; few: number }) {
  return <TagFilter inUse={shelf.inUse.value} chosen={shelf.tags.value} toggle={shelf.toggleTag} few={few} />;
}

/** How many talks are shown, told to screen readers too, and what can be done with all of them. */
export function Result({ app: { shelf, exporting } }: { app: App }) {
  const total = shelf.total.value;
  if (!total) return <p class="unseen" role="status" />;
  const asked = shelf.query.value.trim() !== '' || shelf.tags.value.length > 0;
  return (
    <div class="result">
      <p class="quiet-text" role="status">
        {i18n.t(asked ? 'count.shown' : 'count.talks', total, [numberText(total)])}
      </p>
      <ExportMenu
        choices={exporting.choices.value}
        load={() => void exporting.load()}
        busy={exporting.busy.value}
        disabled={false}
        run={(id, way) => void exporting.run(id, way)}
      />
    </div>
  );
}

export function List({ app: { shelf, actions } }: { app: App }) {
  const [total, problem] = [shelf.total.value, shelf.problem.value];
  if (problem) return <ProblemNotice kind={problem.kind} retry={shelf.retry} />;
  if (total === undefined) return <p class="quiet-text loading">{i18n.t('library.loading')}</p>;
  const asked = shelf.query.value.trim() !== '' || shelf.tags.value.length > 0;
  if (total === 0) return <Empty asked={asked} clear={shelf.clear} />;
  return (
    <TalkList
      total={total}
      rows={shelf.rows.value}
      currentId={shelf.currentId.value}
      selected={shelf.selection.value.ids}
      show={shelf.show}
      actions={actions}
    />
  );
}
