import { signal } from '@preact/signals';
import { SyncProblem } from '../../../storage/sync/problem';

/** What a person does step by step: whether a step is under way, and why the last one failed. */
export abstract class Steps {
  readonly busy = signal(false);
  readonly problem = signal<SyncProblem | undefined>(undefined);

  protected async work(step: () => Promise<void>): Promise<void> {
    this.busy.value = true;
    this.problem.value = undefined;
    try {
      await step();
    } catch (error) {
      if (isCancelled(error)) return;
      this.problem.value = error instanceof SyncProblem ? error : new SyncProblem('library', 'The step failed.');
      if (!(error instanceof SyncProblem)) console.error('talkshelf: a step of sync failed', error);
    } finally {
      this.busy.value = false;
    }
  }
}

/** Somebody closed the browser's own dialog. */
function isCancelled(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
