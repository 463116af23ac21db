/** The keyboard map: which key means what, wherever a view stands. */

export const COMMANDS = ['search', 'tag', 'status', 'edit', 'delete', 'undo', 'help', 'select', 'open', 'copy'] as const;
export type Command = (typeof COMMANDS)[number];

/** What a key does; the same list is shown to people. */
const KEYS: ReadonlyMap<string, Command> = new Map([
  ['/', 'search'],
  ['t', 'tag'],
  ['s', 'status'],
  ['e', 'edit'],
  ['d', 'delete'],
  ['Delete', 'delete'],
  ['c', 'copy'],
  ['z', 'undo'],
  ['?', 'help'],
  [' ', 'select'],
  ['x', 'select'],
  ['Enter', 'open'],
]);

/** What of a key press matters; a KeyboardEvent fits. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing?: boolean;
}

/** The command of a key press, or undefined. Keys held with a modifier belong to the browser, keys of a text being composed to its owner. */
export function commandOf(press: Press): Command | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return undefined;
  return KEYS.get(press.key.length === 1 ? press.key.toLowerCase() : press.key);
}

/** Whether keys typed there are text or belong to the control itself. */
export function takesKeys(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** The place the cursor goes to in a list of `total`, or undefined where the key does not move. `page` is the rows of one screen. */
export function moved(key: string, place: number, total: number, page = 10): number | undefined {
  const steps: Record<string, number> = {
    ArrowDown: place + 1,
    ArrowUp: place - 1,
    PageDown: place + page,
    PageUp: place - page,
    Home: 0,
    End: total - 1,
  };
  if (total === 0 || !Object.hasOwn(steps, key)) return undefined;
  return Math.min(Math.max(steps[key] ?? 0, 0), total - 1);
}
