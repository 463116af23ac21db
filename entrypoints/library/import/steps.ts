import type { Way } from '../../../core/adopt';
import type { Staged } from '../../../storage/import/known';
import { type Changes, importStep, takeBack } from '../../../storage/import/step';
import type { Prepared } from './examine';

/** How the talks of some files are to be taken. */
export interface Choice {
  way: Way;
  /** Whether what could be read of files that break off is taken too. */
  withBroken: boolean;
}

export interface Ended {
  added: number;
  changed: number;
  /** Whether somebody stopped it before its end. */
  stopped: boolean;
  /** What went wrong before its end; what is counted here was written. */
  error?: unknown;
  /** Takes everything back. */
  undo: (progress: Progress) => Promise<void>;
}

export type Progress = (done: number, total: number) => void;

/** Writes what was prepared, step by step. Between two steps the page answers input, and the signal can stop it. Never throws. */
export async function perform(
  { steps, files, sequence }: Prepared,
  choice: Choice,
  progress: Progress,
  signal: AbortSignal,
): Promise<Ended> {
  const broken = new Set(choice.withBroken ? [] : files.flatMap(({ file, broken }) => (broken ? [file] : [])));
  const log: Blob[] = [];
  const ended: Ended = { added: 0, changed: 0, stopped: false, undo: (told) => takeAllBack(log, told) };
  try {
    for (const [place, step] of steps.entries()) {
      if (signal.aborted) return { ...ended, stopped: true };
      const staged = (JSON.parse(await step.text()) as Staged[]).filter(
        ({ file, saved }) => !broken.has(file) && !(saved && choice.way === 'mine'),
      );
      const { sequence: now, ...changes } = await importStep(staged, choice.way, sequence);
      sequence = now;
      log.push(new Blob([JSON.stringify(changes)]));
      ended.added += changes.added.length;
      ended.changed += changes.before.length;
      progress(place + 1, steps.length);
    }
  } catch (error) {
    return { ...ended, error };
  }
  return ended;
}

async function takeAllBack(log: readonly Blob[], progress: Progress): Promise<void> {
  for (const [place, changes] of log.toReversed().entries()) {
    await takeBack(JSON.parse(await changes.text()) as Changes);
    progress(place + 1, log.length);
  }
}
