import { i18n } from '#i18n';
import { ExportMenu } from '../../components/list/ExportMenu';
import { printing } from '../../components/list/printing';
import { SearchBar } from '../../components/list/SearchBar';
import { TagSwitches } from '../../components/list/TagSwitches';
import { type ListColumns, TalkList } from '../../components/list/TalkList';
import type { RowActions } from '../../components/list/TalkRow';
import { Empty } from '../../components/notices/Empty';
import { ProblemNotice } from '../../components/notices/ProblemNotice';
import { numberText } from '../../components/wording/locale';
import type { QueryProblem } from '../../core/query';
import type { App } from './app';
import { Lazily } from './Lazily';
import { isAsking } from './shelf';

/** Search field, tools and the list of a small view, tied to the shelf. Each part renders only for the signals it reads. */
export function ShelfPanel({ app }: { app: App }) {
  return (
    <>
      <Search app={app} />
      <div class="shelf-tools">
        <Count app={app} />
        <Tags app={app} />
        <Export app={app} />
      </div>
      <List app={app} actions={app.actions} />
    </>
  );
}

export function Search({ app: { shelf } }: { app: App }) {
  const problem = shelf.answer.value?.problem;
  return (
    <SearchBar
      query={shelf.asked.value.query}
      setQuery={(query) => shelf.ask({ query })}
      problem={problem && problemText(problem)}
      enter={shelf.focusList}
    />
  );
}

function Tags({ app: { shelf } }: { app: App }) {
  return <TagSwitches inUse={shelf.inUse.value} chosen={shelf.asked.value.tags} toggle={shelf.toggleTag} few={12} wake={shelf.needTags} />;
}

/** How many talks are shown, told to screen readers too. */
export function Count({ app: { shelf } }: { app: App }) {
  const total = shelf.answer.value?.total ?? 0;
  return (
    <p class="quiet-text count-shown" role="status">
      {total > 0 && i18n.t(isAsking(shelf.asked.value) ? 'count.shown' : 'count.talks', total, [numberText(total)])}
    </p>
  );
}

const loadChoices = async () => (await import('../../components/list/ExportChoices')).ExportChoices;

export function Export({ app: { shelf, exporting } }: { app: App }) {
  const [shown, selected] = [shelf.answer.value?.total ?? 0, shelf.selection.value.ids.size];
  const counts = { ...(selected > 0 && { selected }), ...(isAsking(shelf.asked.value) && { shown }), all: undefined };
  const [formats, templates] = [exporting.formats.value, exporting.templates.value];
  const choices = (close: () => void) => {
    const run = (...order: Parameters<typeof exporting.run>) => {
      close();
      void exporting.run(...order);
    };
    return <Lazily load={loadChoices} props={{ formats, templates, counts, run }} />;
  };
  return <ExportMenu load={() => void exporting.load()} busy={exporting.busy.value} disabled={!shown} choices={choices} />;
}

const loadRescue = async () => (await import('./Rescue')).Rescue;

export function List({ app, actions, columns }: { app: App; actions: RowActions; columns?: ListColumns | undefined }) {
  const { shelf } = app;
  const [answer, problem] = [shelf.answer.value, shelf.problem.value];
  if (problem) {
    return (
      <ProblemNotice kind={problem.kind} retry={() => void shelf.retry()}>
        <Lazily load={loadRescue} props={{ app, kind: problem.kind }} />
      </ProblemNotice>
    );
  }
  if (!answer) return <p class="quiet-text loading">{i18n.t('library.loading')}</p>;
  if (answer.total === 0) {
    return (
      <Empty asked={isAsking(shelf.asked.value)} clear={shelf.clear} suggestion={answer.suggestion} ask={(query) => shelf.ask({ query })} />
    );
  }
  return (
    <>
      <TalkList
        total={answer.total}
        rows={shelf.rows.value}
        currentId={shelf.currentId.value}
        selected={shelf.selection.value.ids}
        highlights={shelf.highlights.value}
        show={shelf.show}
        actions={actions}
        columns={columns}
      />
      {printing.value && <Printed shown={shelf.rows.value.size} total={answer.total} />}
    </>
  );
}

/** On paper: how much of the list this is, where it is not all of it. */
function Printed({ shown, total }: { shown: number; total: number }) {
  return shown < total ? <p>{i18n.t('library.printed', [numberText(shown), numberText(total)])}</p> : null;
}

function problemText({ kind, expected = [] }: QueryProblem): string {
  return kind === 'unknownValue' ? i18n.t('query.unknownValue', [expected.join(', ')]) : i18n.t(`query.${kind}`);
}
