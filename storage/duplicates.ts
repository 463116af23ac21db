import { foldTitle } from '../core/fold';
import { isMergeProposal } from '../core/identity';
import { mergeOf } from '../core/merge';
import type { Talk } from '../core/talk';
import { type Library, library } from './database';
import { everyTalk, talksById } from './lookups';
import { editedBy } from './talks';
import { write } from './write';

/** Groups looked at, so that a library full of one title stays usable. */
const MOST_GROUPS = 200;
const MOST_ALIKE = 20;

/**
 * Talks that may be one: the same title and an overlapping speaker or event (core/identity.ts). Reads every talk once and keeps only titles.
 * @throws LibraryProblem
 */
export async function duplicates(db: Library = library): Promise<Talk[][]> {
  const byTitle = new Map<string, string[]>();
  for await (const { id, title } of everyTalk(db, 2000)) {
    const key = foldTitle(title);
    const ids = byTitle.get(key);
    if (!ids) byTitle.set(key, [id]);
    else if (ids.length < MOST_ALIKE) ids.push(id);
  }
  const groups: Talk[][] = [];
  for (const ids of byTitle.values()) {
    if (ids.length < 2) continue;
    groups.push(...proposals(await talksById(ids, db)));
    if (groups.length >= MOST_GROUPS) break;
  }
  return groups;
}

/** What takes a merge back. */
export interface Merged {
  /** The talk that was kept, as it was before. */
  before: Talk;
  otherIds: string[];
}

/** Makes one talk of several: the first is kept, the others are deleted. @returns undefined where one of them is gone @throws LibraryProblem */
export async function mergeTalks(ids: readonly string[], db: Library = library): Promise<Merged | undefined> {
  return write(db, async (writing) => {
    const [before, ...others] = (await db.talks.bulkGet([...ids])).flatMap((talk) => talk ?? []);
    if (!before || others.length !== ids.length - 1) return undefined;
    const merged = others.reduce<Talk>((kept, other) => {
      const next = editedBy(kept, mergeOf(kept, other), writing.stamp);
      return { ...next, keys: [...new Set([...next.keys, ...other.keys])] };
    }, before);
    // What came from the other page was not corrected by a person.
    writing.put({ ...merged, corrected: before.corrected });
    for (const other of others) writing.bury(other);
    return { before, otherIds: others.map(({ id }) => id) };
  });
}

/** Puts the talks back as they were before `mergeTalks`. @throws LibraryProblem */
export async function unmergeTalks({ before, otherIds }: Merged, db: Library = library): Promise<void> {
  await write(db, async (writing) => {
    const now = await db.talks.get(before.id);
    const back = now && editedBy(now, fieldsOf(before), writing.stamp);
    if (back) writing.put({ ...back, keys: before.keys, corrected: before.corrected });
    for (const tombstone of await db.tombstones.bulkGet(otherIds)) {
      if (tombstone) writing.unbury(tombstone.talk);
    }
  });
}

function fieldsOf({ title, kind, speakers, event, starts, ends, zone, location, abstract, language, links, tags, note, status }: Talk) {
  return { title, kind, speakers, event, starts, ends, zone, location, abstract, language, links, tags, note, status };
}

/** The talks of one title, in groups that belong together; the one that was saved first stands first. */
function proposals(alike: readonly Talk[]): Talk[][] {
  const groups: Talk[][] = [];
  for (const talk of alike) {
    const group = groups.find((talks) => talks.some((other) => isMergeProposal(talk, other)));
    if (group) group.push(talk);
    else groups.push([talk]);
  }
  return groups.filter((group) => group.length > 1).map((group) => group.sort((a, b) => (a.savedAt < b.savedAt ? -1 : 1)));
}
