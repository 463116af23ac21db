/** One thing a person did that can be taken back. */
export interface Undoable {
  /** What was done, in words. */
  text: string;
  undo: () => Promise<unknown>;
}

/** How far back one can go; older deeds stay done. */
const DEPTH = 50;

/** What can be undone, last deed first. Plain values: every change is a new one. */
export type UndoStack = readonly Undoable[];

export function pushed(stack: UndoStack, deed: Undoable): UndoStack {
  return [deed, ...stack].slice(0, DEPTH);
}

export function dropped(stack: UndoStack, deed: Undoable): UndoStack {
  return stack.filter((other) => other !== deed);
}
