import { equal } from '../../core/equal';
import { joined } from '../../core/sync/join';
import { isAlive } from '../../core/sync/life';
import { type MarkedTalk, stateOf, talkOf, type TalkState } from '../../core/sync/state';
import { CandidateIndex } from '../candidates';
import type { Library, TalkRow } from '../database';
import type { Change } from './changes';

/** A record of the library while changes are taken in. */
interface Standing {
  talk: MarkedTalk;
  alive: boolean;
}

/** What became of one record. */
export interface Outcome extends Standing {
  /** How it was; nothing for a record that is new here. */
  before?: Standing;
  /** What came in for it last. */
  incoming: MarkedTalk;
  /** Whether the other devices have to hear of it from here: it was found to be one with another record. */
  news: boolean;
}

/**
 * The part of the library that some changes concern, and what they make of it. Writes nothing, so that what would happen can be counted before it does.
 */
export class Shelf {
  readonly outcomes = new Map<string, Outcome>();
  /** Records that became part of another: from id to id. */
  readonly aliases = new Map<string, { to: string; talk: MarkedTalk }>();
  private readonly standing = new Map<string, Standing>();
  private readonly to = new Map<string, string>();

  private candidates = new CandidateIndex();

  /** Reads what the changes concern. Inside a transaction, what it finds holds until its end. */
  static async of(db: Library, changes: readonly Change[]): Promise<Shelf> {
    const shelf = new Shelf();
    await shelf.load(db, [...new Set(changes.flatMap(({ talk }) => [talk.id, ...(talk.marks?.ids ?? [])]))]);
    const fresh = changes.filter(({ talk }) => !shelf.standing.get(shelf.rootOf(talk.id))?.alive).map(({ talk }) => talk);
    if (fresh.length === 0) return shelf;
    shelf.candidates = await CandidateIndex.of(db, fresh);
    for (const talk of shelf.candidates.talks()) if (!shelf.standing.has(talk.id)) shelf.standing.set(talk.id, { talk, alive: true });
    return shelf;
  }

  /** Takes one change in. */
  take({ talk }: Change): void {
    const roots = new Set([talk.id, ...(talk.marks?.ids ?? [])].map((id) => this.rootOf(id)));
    const known = [...roots].filter((id) => this.standing.has(id));
    const standings = known.flatMap((id) => this.standing.get(id) ?? []);
    const state = standings.map((standing) => stateOf(standing.talk)).reduce(joined, stateOf(talk));
    const twin = standings.some(({ alive }) => alive) || !isAlive(state) ? undefined : this.twinOf(talk, known);
    if (twin) this.settle(joined(state, stateOf(twin)), talk, [...known, twin.id], true);
    else this.settle(state, talk, known, false);
  }

  /** The record of the same page that stands here, for one that was not here before. */
  private twinOf(talk: MarkedTalk, known: readonly string[]): MarkedTalk | undefined {
    const same = this.candidates.match(talk);
    const twin = same && this.standing.get(this.rootOf(same.id));
    return twin?.alive && !known.includes(twin.talk.id) ? twin.talk : undefined;
  }

  private settle(state: TalkState, incoming: MarkedTalk, known: readonly string[], found: boolean): void {
    const root = this.standing.get(state.id);
    const united = known.filter((id) => id !== state.id);
    const first = this.outcomes.get(state.id) ?? united.map((id) => this.outcomes.get(id)).find(Boolean);
    const before = first ? first.before : (root ?? this.standing.get(united[0] ?? ''));
    for (const id of state.ids) this.unite(id, state.id, incoming);
    const talk = known.length === 0 ? incoming : talkOf(state);
    if (united.length === 0 && root && equal(bare(root.talk), bare(talk))) return;
    const now = { talk, alive: isAlive(state) };
    this.outcomes.set(state.id, { ...now, before, incoming, news: found || united.length > 0 || (first?.news ?? false) });
    this.standing.set(state.id, now);
    if (now.alive) this.candidates.add(talk);
  }

  private unite(id: string, to: string, incoming: MarkedTalk): void {
    if (this.to.get(id) === to) return;
    this.aliases.set(id, { to, talk: bare(this.standing.get(id)?.talk ?? { ...incoming, id }) });
    this.outcomes.delete(id);
    this.standing.delete(id);
    this.to.set(id, to);
  }

  private async load(db: Library, ids: readonly string[]): Promise<void> {
    const [talks, tombstones] = await Promise.all([db.talks.bulkGet([...ids]), db.tombstones.bulkGet([...ids])]);
    const further: string[] = [];
    ids.forEach((id, i) => {
      const [talk, tombstone] = [talks[i], tombstones[i]];
      if (talk) this.standing.set(id, { talk, alive: true });
      else if (tombstone?.to) further.push(tombstone.to);
      else if (tombstone) this.standing.set(id, { talk: tombstone.talk, alive: false });
      if (tombstone?.to) this.to.set(id, tombstone.to);
      // What a row says it is made of was united before.
      for (const other of (talk ?? (tombstone?.to ? undefined : tombstone?.talk))?.marks?.ids ?? []) this.to.set(other, id);
    });
    const next = further.filter((id) => !this.standing.has(id) && !ids.includes(id));
    if (next.length > 0) await this.load(db, next);
  }

  private rootOf(id: string): string {
    let root = id;
    for (let to = this.to.get(root); to !== undefined && to < root; to = this.to.get(root)) root = to;
    return root;
  }
}

/** A talk without its place in this database. */
function bare(talk: MarkedTalk): MarkedTalk {
  const { seq: _seq, mine: _mine, ...rest } = talk as TalkRow;
  return rest;
}
