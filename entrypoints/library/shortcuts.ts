import { type Command, commandOf, takesKeys } from '../../components/keys';

/** Runs a command; says whether there was something to run it on, so that other keys keep their own meaning. */
export type Run = (command: Command, target: Element) => boolean;

/** Keys pressed anywhere on the page, as long as no dialog is open and nobody is typing. */
export function listenForKeys(run: Run): void {
  document.addEventListener('keydown', (event) => {
    const target = event.target instanceof Element ? event.target : document.body;
    if (event.defaultPrevented || target.closest('dialog')) return;
    if (event.key === 'Escape' && escaped(target)) event.preventDefault();
    if (takesKeys(target)) return;
    const command = commandOf(event);
    if (!command || (ownKey(command) && target.matches('button, a, select, summary'))) return;
    if (run(command, target)) event.preventDefault();
  });
}

/** Space and Enter press what has the focus. */
function ownKey(command: Command): boolean {
  return command === 'select' || command === 'open';
}

/** The first Escape in a filled search field empties it; only the next one closes the popup. */
function escaped(target: Element): boolean {
  if (!(target instanceof HTMLInputElement) || target.type !== 'search' || target.value === '') return false;
  target.value = '';
  target.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
}
