import type { Talk } from '../core/talk';
import { type Library, library } from './database';
import { deleteTalks, type Edit, editedBy, restoreTalks } from './talks';
import { write } from './write';

/** So many talks are changed in one transaction, so that other views get their turn in between. */
const STEP = 500;

/** Told after every step: how many talks are dealt with. */
export type Progress = (done: number) => void;

/** What a talk was before an edit. */
export interface Before {
  id: string;
  edit: Edit;
}

/**
 * Changes many talks; `editOf` says what of each. Talks that are gone are passed over.
 * @returns what would take it back, for every talk that did change
 * @throws LibraryProblem; the steps before it are done
 */
export async function editTalks(
  ids: readonly string[],
  editOf: (talk: Talk) => Edit,
  progress: Progress = () => undefined,
  db: Library = library,
): Promise<Before[]> {
  const before: Before[] = [];
  await inSteps(ids, progress, async (step) => {
    const changed = await write(db, async (writing) => {
      const found: Before[] = [];
      for (const talk of await db.talks.bulkGet([...step])) {
        const edit = talk && editOf(talk);
        const now = edit && editedBy(talk, edit, writing.stamp);
        if (!edit || !now || now === talk) continue;
        writing.put(now);
        found.push({ id: talk.id, edit: Object.fromEntries(Object.keys(edit).map((field) => [field, talk[field as keyof Edit]])) });
      }
      return found;
    });
    before.push(...changed);
  });
  return before;
}

/** Puts back what `editTalks` said. @throws LibraryProblem */
export async function unedit(before: readonly Before[], progress?: Progress, db?: Library): Promise<void> {
  const edits = new Map(before.map(({ id, edit }) => [id, edit]));
  await editTalks([...edits.keys()], (talk) => edits.get(talk.id) ?? {}, progress, db);
}

/** Deletes any number of talks. @throws LibraryProblem; the steps before it are done */
export function deleteMany(ids: readonly string[], progress: Progress = () => undefined, db: Library = library): Promise<void> {
  return inSteps(ids, progress, (step) => deleteTalks(step, db));
}

/** Brings any number of talks back. @throws LibraryProblem */
export function restoreMany(ids: readonly string[], progress: Progress = () => undefined, db: Library = library): Promise<void> {
  return inSteps(ids, progress, async (step) => {
    await restoreTalks(step, db);
  });
}

async function inSteps(ids: readonly string[], progress: Progress, work: (step: readonly string[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < ids.length; from += STEP) {
    await work(ids.slice(from, from + STEP));
    progress(Math.min(from + STEP, ids.length));
  }
}
