import { i18n } from '#i18n';
import type { ProblemKind } from '../../storage/problem';
import { Notice } from '../notices/Notice';
import type { Examined } from './examined';
import { Refusals } from './ImportLists';

export interface ImportDoneProps {
  /** What was written, in words. */
  text: string;
  /** Whether there is anything to take back. */
  wrote: boolean;
  stopped: boolean;
  problem: ProblemKind | undefined;
  refused: Examined['refused'];
  undo: () => void;
  again: () => void;
}

/** What an import did, and where to go on. */
export function ImportDone({ text, wrote, stopped, problem, refused, undo, again }: ImportDoneProps) {
  return (
    <div class="import-done">
      {problem && <Notice tone="danger" text={i18n.t('import.brokeOff')} help={i18n.t(`problem.${problem}`)} />}
      <p class="drop-text" role="status">
        {stopped && `${i18n.t('import.stopped')} `}
        {text}
      </p>
      {(stopped || problem) && wrote && <p class="quiet-text">{i18n.t('import.stoppedHelp')}</p>}
      {refused.length > 0 && <Refusals refused={refused} total={refused.length} />}
      <div class="buttons">
        <a class="primary" href="#/talks">
          {i18n.t('import.show')}
        </a>
        {wrote && (
          <button type="button" class="button" onClick={undo}>
            {i18n.t('undo.undo')}
          </button>
        )}
        <button type="button" class="button" onClick={again}>
          {i18n.t('import.again')}
        </button>
      </div>
    </div>
  );
}
