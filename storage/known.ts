import type { Talk, TalkDraft } from '../core/talk';
import { CandidateIndex } from './candidates';
import { type Library, library } from './database';
import { guarded } from './problem';

/** The saved talk behind each draft, or undefined. @throws LibraryProblem */
export async function savedTalksFor(drafts: readonly TalkDraft[], db: Library = library): Promise<(Talk | undefined)[]> {
  return guarded(async () => {
    const known = await CandidateIndex.of(db, drafts);
    return drafts.map((draft) => known.match(draft));
  });
}
