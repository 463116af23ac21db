import { type OfferedTalk, differences, isWhole } from '../../core/adopt';
import { keysOf } from '../../core/identity';
import type { Talk } from '../../core/talk';
import { CandidateIndex } from '../candidates';
import { type Library, library } from '../database';
import { everyTalk, talksById } from '../lookups';
import { guarded } from '../problem';

/** A talk and the file it stands in. */
export interface Offer {
  talk: OfferedTalk;
  file: string;
}

/** A talk of a file beside what is there already. */
export interface Staged extends Offer {
  /** With the id it has or will have in the library. */
  talk: OfferedTalk & { id: string };
  /** The id is that of a talk that was saved before. */
  saved?: true;
  /** The id is that of a talk that stands further up in the same files. */
  twice?: true;
  /** The fields that differ from the saved talk. */
  differs: string[];
}

/** Tells of the talks of some files which are there already: in the library, or further up in the files. Reads only. */
export class Known {
  /** Files that are left out, so that what stands in them counts as not seen. */
  readonly broken = new Set<string>();
  private readonly incoming = new CandidateIndex();
  /** The ids this import adds, with the file of each. */
  private readonly taken = new Map<string, string>();
  private places: Map<string, string[]> | undefined;
  private asked = 0;

  private constructor(
    private readonly db: Library,
    private readonly count: number,
    /** How far the library's sequence of changes was when it was asked. */
    readonly sequence: number,
  ) {}

  /** @throws LibraryProblem */
  static async of(db: Library = library): Promise<Known> {
    return guarded(async () => {
      const { count = 0, sequence = 0 } = (await db.meta.get('state')) ?? {};
      return new Known(db, count, sequence);
    });
  }

  /** @throws LibraryProblem */
  async meet(offers: readonly Offer[]): Promise<Staged[]> {
    const talks = offers.map(({ talk }) => talk);
    const [byId, byKey] = await Promise.all([this.withIds(talks), this.withKeys(talks)]);
    return offers.map((offer) => this.stage(offer, byId.get(offer.talk.id ?? '') ?? byKey?.match(offer.talk)));
  }

  private stage({ talk, file }: Offer, saved: Talk | undefined): Staged {
    if (saved) return { talk: { ...talk, id: saved.id }, file, saved: true, differs: differences(saved, talk) };
    // Talks of our own files were told apart by the library they come from.
    const above = isWhole(talk) ? talk.id : (this.incoming.match(talk)?.id ?? talk.id);
    if (above !== undefined && this.isTaken(above)) return { talk: { ...talk, id: above }, file, twice: true, differs: [] };
    const named = { ...talk, id: talk.id ?? crypto.randomUUID() };
    this.taken.set(named.id, file);
    if (!isWhole(talk)) this.incoming.add(trimmed(named));
    return { talk: named, file, differs: [] };
  }

  private isTaken(id: string): boolean {
    const file = this.taken.get(id);
    return file !== undefined && !this.broken.has(file);
  }

  private async withIds(offered: readonly OfferedTalk[]): Promise<Map<string, Talk>> {
    const ids = this.count === 0 ? [] : offered.flatMap(({ id }) => id ?? []);
    return new Map((ids.length > 0 ? await talksById(ids, this.db) : []).map((talk) => [talk.id, talk]));
  }

  /** The saved talks that share a key. Many keys are found quicker by reading the whole library once than one by one. */
  private async withKeys(offered: readonly OfferedTalk[]): Promise<CandidateIndex | undefined> {
    if (this.count === 0) return undefined;
    const keys = new Set(offered.flatMap(keysOf));
    this.asked += keys.size;
    return guarded(async () => {
      if (!this.places && this.asked * 2 < this.count) return CandidateIndex.of(this.db, offered);
      this.places ??= await placesIn(this.db);
      const index = new CandidateIndex();
      const ids = new Set([...keys].flatMap((key) => this.places?.get(key) ?? []));
      for (const talk of await talksById([...ids], this.db)) index.add(talk);
      return index;
    });
  }
}

/** The talks of every key. */
async function placesIn(db: Library): Promise<Map<string, string[]>> {
  const places = new Map<string, string[]>();
  for await (const { id, keys } of everyTalk(db, 2000)) {
    for (const key of keys) {
      const ids = places.get(key);
      if (ids) ids.push(id);
      else places.set(key, [id]);
    }
  }
  return places;
}

/** What telling two talks apart needs of one; a file can hold very many. */
function trimmed(talk: OfferedTalk & { id: string }): Talk {
  const { id, title, kind, links, source } = talk;
  const owner = { tags: [], note: '', status: 'to watch', savedAt: '', corrected: [], stamp: '', stamps: {} } as const;
  return { id, title, kind, speakers: [], links, source, keys: keysOf(talk), ...owner, tags: [], corrected: [] };
}
