import type { SaveReply } from '../core/messages';
import { keysAfter, recapture } from '../core/capture';
import { equal } from '../core/equal';
import { keysOf } from '../core/identity';
import { unionOfTags } from '../core/tags';
import { DRAFT_FIELDS, LIMITS, type DraftField, type Status, type Talk, type TalkDraft, type UserField } from '../core/talk';
import { CandidateIndex } from './candidates';
import { type Library, library } from './database';
import { write } from './write';

/**
 * Saves drafts in one transaction. A talk that is there already, from this page or another, is brought up to date instead of saved twice; its tags
 * are joined with those given, everything else of its owner stays. `status` is that of the new ones.
 * @throws LibraryProblem
 */
export async function saveDrafts(
  drafts: readonly TalkDraft[],
  tags: readonly string[] = [],
  db: Library = library,
  status: Status = 'to watch',
): Promise<SaveReply> {
  return write(db, async (writing) => {
    const known = await CandidateIndex.of(db, drafts);
    const reply: SaveReply = { added: [], updated: [], unchanged: [] };
    const now = Date.now();
    for (const [place, draft] of drafts.entries()) {
      const saved = known.match(draft);
      // A millisecond apart, so that newest first shows a page's talks in the order of the page.
      const talk = saved
        ? refreshed(saved, draft, tags, writing.stamp)
        : newTalk(draft, { tags: unionOfTags([], tags), status }, writing.stamp, new Date(now - place));
      reply[!saved ? 'added' : talk === saved ? 'unchanged' : 'updated'].push(talk.id);
      if (talk === saved) continue;
      if (saved) writing.put(talk);
      else writing.add(talk);
      known.add(talk);
    }
    return reply;
  });
}

/** What a person may change of a talk. */
export type Edit = Partial<Pick<Talk, UserField | DraftField>>;

/**
 * Changes fields of a talk for its owner; fields of the page that differ count as corrected from then on.
 * @returns the talk as it is now, or undefined where it is gone
 * @throws LibraryProblem
 */
export async function editTalk(id: string, edit: Edit, db: Library = library): Promise<Talk | undefined> {
  return write(db, async (writing) => {
    const talk = await db.talks.get(id);
    if (!talk) return undefined;
    const now = editedBy(talk, edit, writing.stamp);
    if (now !== talk) writing.put(now);
    return now;
  });
}

/** The talk after a change by its owner; the very same object where nothing changes. */
export function editedBy(talk: Talk, edit: Edit, stamp: string): Talk {
  const changed = changesOf(talk, cleaned(edit));
  if (changed.length === 0) return talk;
  const corrected = DRAFT_FIELDS.filter((field) => talk.corrected.includes(field) || changed.some(([name]) => name === field));
  return { ...applied(talk, changed, stamp), corrected };
}

/** Deletes talks; `restoreTalks` brings them back. Ids that are gone already are passed over. @throws LibraryProblem */
export async function deleteTalks(ids: readonly string[], db: Library = library): Promise<void> {
  await write(db, async (writing) => {
    for (const talk of await db.talks.bulkGet([...ids])) if (talk) writing.bury(talk);
  });
}

/** Undoes deletions. @returns how many talks are back @throws LibraryProblem */
export async function restoreTalks(ids: readonly string[], db: Library = library): Promise<number> {
  return write(db, async (writing) => {
    const found = (await db.tombstones.bulkGet([...ids])).flatMap((tombstone) => (tombstone && !tombstone.to ? tombstone : []));
    for (const { talk } of found) writing.unbury(talk);
    return found.length;
  });
}

type Change = [field: UserField | DraftField, value: unknown];

function newTalk(draft: TalkDraft, owner: Pick<Talk, 'tags' | 'status'>, stamp: string, savedAt: Date): Talk {
  return {
    ...draft,
    ...owner,
    note: '',
    corrected: [],
    id: crypto.randomUUID(),
    keys: keysOf(draft),
    savedAt: savedAt.toISOString(),
    stamp,
    stamps: {},
  };
}

/** The talk after a re-capture; the very same object where nothing changed. */
function refreshed(talk: Talk, draft: TalkDraft, tags: readonly string[], stamp: string): Talk {
  const changed = changesOf(talk, { ...recapture(talk, draft), tags: unionOfTags(talk.tags, tags) });
  return changed.length === 0 ? talk : applied(talk, changed, stamp);
}

function changesOf(talk: Talk, edit: Edit): Change[] {
  return (Object.entries(edit) as Change[]).filter(([field, value]) => !equal(talk[field], value));
}

function applied(talk: Talk, changed: Change[], stamp: string): Talk {
  const merged: Talk = { ...talk, ...Object.fromEntries(changed) };
  const stamps = { ...talk.stamps, ...Object.fromEntries(changed.map(([field]) => [field, stamp])) };
  return { ...merged, stamps, keys: keysAfter(talk, merged) };
}

function cleaned(edit: Edit): Edit {
  return {
    ...edit,
    ...(edit.tags && { tags: unionOfTags([], edit.tags) }),
    ...(edit.note !== undefined && { note: edit.note.slice(0, LIMITS.note) }),
    ...(edit.title !== undefined && { title: edit.title.trim().slice(0, LIMITS.title) }),
  };
}
