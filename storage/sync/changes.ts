/**
 * Changes as lines of text: `[<seq>,<talk>]`, the talk as it is on the device that tells it, deleted or not. A change always holds the whole talk, so a
 * later one makes an earlier one needless and none can be applied in a wrong order.
 */
import { checkedTalk, isShallow, Refused } from '../../core/sync/check';
import type { MarkedTalk } from '../../core/sync/state';
import type { Library, TalkRow, Tombstone } from '../database';
import { SyncProblem } from './problem';

export interface Change {
  /** Its place in the sequence of the device that tells it. */
  seq: number;
  talk: MarkedTalk;
}

/** The most changes in one file, and the longest line: a talk with every field at its limit is a tenth of that. */
export const MOST_CHANGES = 20_000;
const LONGEST_LINE = 2_000_000;

/** What this device changed after a place in its sequence, in order; at most `limit` of it. */
export async function ownChanges(db: Library, after: number, limit: number, upTo = Infinity): Promise<Change[]> {
  const found = await db.transaction('r', db.talks, db.tombstones, () =>
    Promise.all([
      db.talks.where('mine').between(after, upTo, false, true).limit(limit).toArray(),
      db.tombstones.where('mine').between(after, upTo, false, true).limit(limit).toArray(),
    ]),
  );
  return [...found[0].map(ofRow), ...found[1].map(ofTombstone)].sort((a, b) => a.seq - b.seq).slice(0, limit);
}

/** How many changes this device made after a place in its sequence. */
export async function countOwn(db: Library, after: number): Promise<number> {
  const counts = await Promise.all([db.talks.where('mine').above(after).count(), db.tombstones.where('mine').above(after).count()]);
  return counts[0] + counts[1];
}

/** A row as it is told. */
export function ofRow({ seq: _seq, mine = 0, ...talk }: TalkRow): Change {
  return { seq: mine, talk };
}

/** A deleted talk as it is told. */
export function ofTombstone({ mine = 0, talk }: Tombstone): Change {
  const { seq: _seq, mine: _mine, ...bare } = talk as TalkRow;
  return { seq: mine, talk: bare };
}

export function lineOf({ seq, talk }: Change): string {
  return `${JSON.stringify([seq, talk])}\n`;
}

/** The changes of a file. @throws SyncProblem `damaged`: nothing of a file that holds something impossible is taken */
export function changesIn(lines: Iterable<string>, path: string): Change[] {
  const changes: Change[] = [];
  try {
    for (const line of lines) {
      if (line === '') continue;
      if (changes.length >= MOST_CHANGES || line.length > LONGEST_LINE) throw new Refused('a file has too many or too long records');
      changes.push(changeIn(line));
    }
  } catch (error) {
    if (!(error instanceof Refused) && !(error instanceof SyntaxError)) throw error;
    throw new SyncProblem('damaged', `A file holds what cannot be a talk: ${error.message.slice(0, 100)}`, { path });
  }
  return changes;
}

function changeIn(line: string): Change {
  const value: unknown = JSON.parse(line);
  if (!isShallow(value, 12)) throw new Refused('a record is nested too deeply');
  const [seq, talk] = Array.isArray(value) ? (value as unknown[]) : [];
  if (!Number.isSafeInteger(seq) || Number(seq) < 0) throw new Refused('a record has no place');
  return { seq: Number(seq), talk: checkedTalk(talk) };
}
