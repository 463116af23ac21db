import { type OfferedTalk, type Way, adopt, isWhole } from '../../core/adopt';
import { keysOf } from '../../core/identity';
import { unionOfTags } from '../../core/tags';
import { DRAFT_FIELDS, USER_FIELDS, type Talk } from '../../core/talk';
import { CandidateIndex } from '../candidates';
import { type Library, library } from '../database';
import { editedBy } from '../talks';
import { type Writing, write } from '../write';
import type { Staged } from './known';

/** What one step of an import did, and what takes it back. */
export interface Done extends Changes {
  /** How far the library's sequence of changes is now. */
  sequence: number;
}

export interface Changes {
  /** Ids of talks that are new. */
  added: string[];
  /** The changed talks as they were. */
  before: Talk[];
}

/**
 * Writes some staged talks in one transaction. Talks that somebody saved or changed since they were staged are met as they are now.
 * @param way what becomes of saved talks that the file tells otherwise
 * @param sequence how far the library's changes were when the talks were staged, or after the step before
 * @throws LibraryProblem; then nothing of the step was written
 */
export async function importStep(staged: readonly Staged[], way: Way, sequence: number, db: Library = library): Promise<Done> {
  return write(db, async (writing) => {
    const state = await db.meta.get('state');
    const isAsStaged = (state?.sequence ?? 0) === sequence;
    const now = isAsStaged ? staged : await metAgain(staged, db);
    const saved = await nowSaved(isAsStaged ? now.filter((each) => each.saved ?? each.twice) : now, db);
    const step = new Step(writing, saved, await inTrash(now, db), way);
    for (const each of now) step.take(each);
    return { ...step.changes, sequence: (state?.sequence ?? 0) + step.writes };
  });
}

/** Takes a step back: what it added is deleted, what it changed is as before. @throws LibraryProblem */
export async function takeBack({ added, before }: Changes, db: Library = library): Promise<void> {
  await write(db, async (writing) => {
    for (const talk of await db.talks.bulkGet(added)) if (talk) writing.bury(talk);
    const now = await db.talks.bulkGet(before.map(({ id }) => id));
    for (const [place, was] of before.entries()) {
      const talk = now[place];
      const back = talk && editedBy(talk, fieldsOf(was), writing.stamp);
      if (back) writing.put({ ...back, keys: was.keys, corrected: was.corrected });
    }
  });
}

class Step {
  readonly changes: Changes = { added: [], before: [] };
  writes = 0;
  private readonly added = new Set<string>();
  private readonly changed = new Set<string>();

  constructor(
    private readonly writing: Writing,
    private readonly saved: Map<string, Talk>,
    private readonly trash: ReadonlySet<string>,
    private readonly way: Way,
  ) {}

  take({ talk, twice }: Staged): void {
    const mine = this.saved.get(talk.id);
    if (!mine) this.add(talk);
    else this.change(mine, talk, twice || this.added.has(mine.id) ? 'merge' : this.way);
  }

  private add(offered: Staged['talk']): void {
    const isBack = this.trash.has(offered.id);
    const talk = newcomer(offered, this.writing.stamp, isBack);
    if (isBack) this.writing.unbury(talk);
    else this.writing.add(talk);
    this.writes++;
    this.saved.set(talk.id, talk);
    this.added.add(talk.id);
    this.changes.added.push(talk.id);
  }

  private change(mine: Talk, offered: OfferedTalk, way: Way): void {
    const edit = adopt(mine, offered, way);
    if (Object.keys(edit).length === 0) return;
    const now = editedBy(mine, edit, this.writing.stamp);
    if (now === mine) return;
    // What a file says was not corrected by a person, unless the file says so.
    const talk = { ...now, corrected: way === 'theirs' && isWhole(offered) ? (offered.corrected ?? []) : mine.corrected };
    this.writing.put(talk);
    this.writes++;
    this.saved.set(talk.id, talk);
    if (!this.added.has(mine.id) && !this.changed.has(mine.id)) this.changes.before.push(mine);
    this.changed.add(mine.id);
  }
}

/** The talks that the staged ones are, by id, as they are now. */
async function nowSaved(staged: readonly Staged[], db: Library): Promise<Map<string, Talk>> {
  if (staged.length === 0) return new Map();
  const found = await db.talks.bulkGet([...new Set(staged.map(({ talk }) => talk.id))]);
  return new Map(found.flatMap((talk) => (talk ? [[talk.id, talk]] : [])));
}

async function inTrash(staged: readonly Staged[], db: Library): Promise<Set<string>> {
  if ((await db.tombstones.limit(1).count()) === 0) return new Set();
  const found = await db.tombstones.bulkGet(staged.map(({ talk }) => talk.id));
  return new Set(found.flatMap((tombstone) => tombstone?.id ?? []));
}

/**
 * A new talk. One of our own files keeps its stamps, so that a backup restored here does not outdo later changes from other browsers; stamps from the future
 * and talks that come back from the trash get those of this moment.
 */
function newcomer(offered: Staged['talk'], stamp: string, isBack: boolean): Talk {
  const { stamp: own = '', stamps = {}, keys = [], tags = [] } = offered;
  const keeps = own !== '' && !isBack && [own, ...Object.values(stamps)].every((each) => each <= stamp);
  return {
    note: '',
    status: 'to watch',
    savedAt: new Date().toISOString(),
    corrected: [],
    ...offered,
    tags: unionOfTags([], tags),
    keys: [...new Set([...keys, ...keysOf(offered)])],
    stamp: keeps ? own : stamp,
    stamps: keeps ? stamps : {},
  };
}

function fieldsOf(talk: Talk): Partial<Talk> {
  return Object.fromEntries([...USER_FIELDS, ...DRAFT_FIELDS].map((field) => [field, talk[field]]));
}

/** Meets staged talks again, because the library changed meanwhile. */
async function metAgain(staged: readonly Staged[], db: Library): Promise<Staged[]> {
  const known = await CandidateIndex.of(
    db,
    staged.map(({ talk }) => talk),
  );
  return staged.map((each) => {
    const saved = each.saved ? undefined : known.match(each.talk);
    return saved ? { ...each, talk: { ...each.talk, id: saved.id } } : each;
  });
}
