import type { SaveReply } from '../../core/messages';
import type { TalkDraft } from '../../core/talk';

/** How a save is done; tests give their own. */
export interface Ways {
  /** Asks the background worker. */
  ask: (drafts: TalkDraft[], tags: string[]) => Promise<SaveReply>;
  /** Writes to the library from here. */
  write: (drafts: TalkDraft[], tags: string[]) => Promise<SaveReply>;
  /** Milliseconds until a message counts as unanswered. */
  patience?: number;
}

/**
 * Saves through the worker; one that does not answer is asked once more, and then the drafts are written from here. A save that was done
 * twice is done once: a talk that is there already is brought up to date.
 */
export async function saveSurely(drafts: TalkDraft[], tags: string[], { ask, write, patience = 4000 }: Ways): Promise<SaveReply> {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      return await answered(ask(drafts, tags), patience);
    } catch (error) {
      console.warn('talkshelf: the worker did not save', error);
    }
  }
  return write(drafts, tags);
}

/** Rejects where the promise takes longer than `patience`. */
export async function answered<T>(promise: Promise<T>, patience: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`talkshelf: no answer within ${patience} ms`)), patience);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
