import { equal } from '../equal';
import { stampAfter, stampIn } from '../clock';
import { fold } from '../fold';
import type { Talk } from '../talk';
import { withAddition, withoutAdditions, type Dots } from './dots';
import { deleted, lastStampOf, revived } from './life';
import { SET_FIELDS, stateOf, talkOf, type MarkedTalk, type SetField, type TalkState } from './state';

/**
 * The row after a change on this device: what differs from the row before gets a stamp that is later than all the row has seen, even where another
 * device's clock runs years ahead.
 */
export function changed(before: MarkedTalk | undefined, next: Talk, stamp: string): MarkedTalk {
  return before ? talkOf(changedState(stateOf(before), before, next, stamp)) : begun(next, stamp);
}

/** The row to be kept of a talk that is deleted on this device. @param now ISO 8601 instant in UTC */
export function buried(before: MarkedTalk, now: string): MarkedTalk {
  return talkOf(deleted(stateOf(before), now));
}

/** The row of a talk that was deleted and comes back on this device. */
export function unburied(before: MarkedTalk, next: Talk, stamp: string): MarkedTalk {
  const was = stateOf(before);
  const state = changedState(was, before, next, stamp);
  return talkOf(revived(state, stampAfter(stampIn(was.id, stamp), lastStampOf(was))));
}

/** A new record. Stamps that were not made now stay: a talk may come back out of a file that held them. */
function begun(talk: Talk, now: string): Talk {
  const own = stampIn(talk.id, now);
  const restamped = (stamp: string) => (stamp === now ? own : stamp);
  const stamps = Object.fromEntries(Object.entries(talk.stamps).map(([field, stamp]) => [field, restamped(stamp)]));
  return { ...talk, stamp: restamped(talk.stamp), stamps };
}

function changedState(state: TalkState, before: MarkedTalk, next: Talk, stamp: string): TalkState {
  const now = stampAfter(stampIn(state.id, stamp), lastStampOf(state));
  const fields = new Map(state.fields);
  const sets = { ...state.sets };
  const { stamp: _stamp, stamps: _stamps, ...values } = next as unknown as Record<string, unknown>;
  const was = before as unknown as Record<string, unknown>;
  for (const field of new Set([...state.fields.keys(), ...Object.keys(values)])) {
    if (equal(was[field], values[field]) || NOT_CHANGED_BY_HAND.has(field)) continue;
    fields.set(field, { stamp: now, value: values[field] });
    if (isSet(field)) sets[field] = changedSet(state.sets[field], before[field], next[field], now, field === 'tags' ? fold : String);
  }
  return { ...state, fields, sets };
}

const NOT_CHANGED_BY_HAND = new Set(['id', 'seq', 'mine', 'marks']);

function isSet(field: string): field is SetField {
  return (SET_FIELDS as readonly string[]).includes(field);
}

/** Elements that are hidden behind one that is alike (another spelling of a tag) go and stay with it. */
function changedSet(
  known: ReadonlyMap<string, Dots>,
  before: readonly string[],
  next: readonly string[],
  stamp: string,
  alike: (text: string) => string,
): Map<string, Dots> {
  const after = new Map(known);
  const removed = new Set(before.filter((element) => !next.includes(element)).map(alike));
  for (const [element, dots] of known) {
    if (removed.has(alike(element)) && !next.includes(element)) after.set(element, withoutAdditions(dots));
  }
  for (const element of next) {
    if (!before.includes(element)) after.set(element, withAddition(after.get(element), stamp));
  }
  return after;
}
