/**
 * Whether a talk is there. A deletion names all it has seen of the talk, of each node the latest stamp. What it has not seen, an edit or a save on
 * another device, keeps the talk alive, whatever the clocks say; what it has seen can never bring the talk back. So:
 *
 * - old data that arrives again, from a copied profile or a slow server, brings nothing back;
 * - an edit made elsewhere before that device heard of the deletion brings the talk back with all its fields: rather one talk too many than one
 *   lost. The deletion is then in the history;
 * - an undo of the deletion is a stamp of its own, later than everything.
 */
import { latest, unseen } from './dots';
import { SET_FIELDS, type TalkState } from './state';

/** The latest stamp of each node among all that holds of a talk. */
export function touchesOf(state: TalkState): string[] {
  const stamps = [state.born, ...(state.alive ? [state.alive] : [])];
  for (const { stamp } of state.fields.values()) stamps.push(stamp);
  for (const field of SET_FIELDS) for (const [adds] of state.sets[field].values()) stamps.push(...adds);
  return latest(stamps);
}

export function isAlive(state: TalkState): boolean {
  return state.gone.length === 0 || unseen(touchesOf(state), state.gone).length > 0;
}

/** The latest stamp anywhere in a talk: what a new change of it must be later than. */
export function lastStampOf(state: TalkState): string {
  let last = '';
  const see = (stamps: readonly string[]) => {
    for (const stamp of stamps) if (stamp > last) last = stamp;
  };
  see(touchesOf(state));
  see(state.gone);
  for (const field of SET_FIELDS) for (const [, gone] of state.sets[field].values()) see(gone);
  return last;
}

/** The talk after its deletion here. @param now ISO 8601 instant in UTC */
export function deleted(state: TalkState, now: string): TalkState {
  return { ...state, gone: latest([...state.gone, ...touchesOf(state)]), deletedAt: now > state.deletedAt ? now : state.deletedAt };
}

/** The talk after it was brought back here. @param stamp later than `lastStampOf` */
export function revived(state: TalkState, stamp: string): TalkState {
  return { ...state, alive: stamp };
}
