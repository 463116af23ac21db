import { foldTitle } from '../core/fold';
import { isMergeProposal } from '../core/identity';
import type { Talk, TalkDraft } from '../core/talk';
import { type Library, library } from './database';
import { mergeTalks, type Merged, unmergeTalks } from './duplicates';
import { search } from './search';
import { deleteTalks, saveDrafts } from './talks';

/** Drafts looked at; a schedule may list hundreds, and each costs a search. */
const MOST_DRAFTS = 40;
const MOST_ALIKE = 20;

/**
 * For each draft the saved talk that it probably is though it was met elsewhere (core/identity.ts), or undefined. Only titles that the search finds
 * are compared, so the size of the library does not matter.
 * @throws LibraryProblem
 */
export async function mergeProposals(drafts: readonly TalkDraft[], db: Library = library): Promise<(Talk | undefined)[]> {
  const found: (Talk | undefined)[] = [];
  for (const draft of drafts.slice(0, MOST_DRAFTS)) {
    const title = foldTitle(draft.title);
    const { talks } = title ? await search(`"${title}"`, { limit: MOST_ALIKE }, db) : { talks: [] };
    found.push(talks.find((talk) => isMergeProposal(draft, talk)));
  }
  return found;
}

/**
 * Makes a draft part of a saved talk: as if it had been saved and the two merged.
 * @returns what takes it back, or undefined where the talk is gone or knows the draft already
 * @throws LibraryProblem
 */
export async function mergeDraft(
  draft: TalkDraft,
  tags: readonly string[],
  id: string,
  db: Library = library,
): Promise<(() => Promise<void>) | undefined> {
  const { added } = await saveDrafts([draft], tags, db);
  const [other] = added;
  if (!other) return undefined;
  const merged = await mergeTalks([id, other], db);
  if (!merged) return undefined;
  return () => takeBack(merged, other, db);
}

async function takeBack(merged: Merged, other: string, db: Library): Promise<void> {
  await unmergeTalks(merged, db);
  await deleteTalks([other], db);
}
