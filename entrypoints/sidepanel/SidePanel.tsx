import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { Notice } from '../../components/notices/Notice';
import { ProblemNotice } from '../../components/notices/ProblemNotice';
import { Toasts } from '../../components/notices/Toasts';
import { ItemList } from '../../components/panel/ItemList';
import { NoteBox } from '../../components/panel/NoteBox';
import type { ToastRack } from '../library/toasts';
import type { Panel } from './panel';

/** The talks of the page beside it, and the note of the talk it is about. */
export function SidePanel({ panel, toasts }: { panel: Panel; toasts: ToastRack }) {
  return (
    <>
      <header class="bar">
        <h1>{i18n.t('extensionName')}</h1>
        <a class="button" href={browser.runtime.getURL('/library.html')} target="_blank" rel="noreferrer">
          {i18n.t('library.open')}
        </a>
      </header>
      <main data-state={panel.state.value} aria-busy={panel.state.value === 'reading'}>
        <Content panel={panel} />
      </main>
      <Toasts toasts={toasts.shown.value} dismiss={toasts.dismiss} hold={toasts.hold} />
    </>
  );
}

function Content({ panel }: { panel: Panel }) {
  const state = panel.state.value;
  if (state === 'reading') return <p class="quiet-text">{i18n.t('page.reading')}</p>;
  if (state === 'nothing') return <Notice text={i18n.t('page.nothing')} help={i18n.t('page.nothingHelp')} />;
  if (state === 'forbidden') return <Notice text={i18n.t('panel.closed')} help={i18n.t('panel.closedHelp')} />;
  if (state === 'failed') return <Notice tone="danger" text={i18n.t('page.failed')} help={i18n.t('page.failedHelp')} />;
  return (
    <>
      <h2 dir="auto">{panel.title.value}</h2>
      {panel.problem.value && <ProblemNotice kind={panel.problem.value.kind} />}
      <Notes panel={panel} />
      <ItemList offers={panel.offers.value} busy={panel.saving.value} clip={panel.clip} />
    </>
  );
}

function Notes({ panel }: { panel: Panel }) {
  const talk = panel.talk.value;
  if (!talk) return null;
  return (
    <NoteBox
      text={panel.note.text.value}
      write={panel.note.write}
      leave={() => void panel.note.flush()}
      stamp={() => void panel.stamp()}
      jump={(seconds) => void panel.jump(seconds)}
    />
  );
}
