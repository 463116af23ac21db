import { signal } from '@preact/signals';
import type { RowActions } from '../../components/list/TalkRow';
import type { Command } from '../../components/keys';
import type { Talk } from '../../core/talk';
import type { LibraryProblem } from '../../storage/problem';
import { Deeds } from './deeds';
import { Exporting } from './exporting';
import { Shelf } from './shelf';
import { ToastRack } from './toasts';

/** What popup and library page share: the shelf, what can be done on it, and which dialog is open. */
export class App {
  readonly toasts = new ToastRack();
  readonly shelf = new Shelf();
  readonly deeds = new Deeds(this.toasts);
  readonly exporting = new Exporting(this.shelf, this.toasts);
  readonly editing = signal<{ talk: Talk; part: 'title' | 'tags' } | undefined>(undefined);
  readonly helping = signal(false);
  /** The talks that are to be copied, while it is asked how. */
  readonly copying = signal<readonly Talk[] | undefined>(undefined);

  readonly actions: RowActions = {
    setStatus: this.deeds.setStatus,
    edit: (talk, part) => {
      this.shelf.needTags();
      this.editing.value = { talk, part };
    },
    remove: (talk) => void this.deeds.remove([talk]),
    pick: this.shelf.pick,
  };

  /** A part of the view that could not be read says so like the list does. */
  readonly fail = (problem: LibraryProblem): void => {
    this.shelf.problem.value = problem;
  };

  /** Commands that mean the same in every view. */
  readonly run = (command: Command, target: Element): boolean => {
    if (command === 'search') focusOn('search');
    else if (command === 'undo') this.deeds.undoLast();
    else if (command === 'help') this.helping.value = true;
    else return this.runOnTalk(command, target);
    return true;
  };

  private runOnTalk(command: Command, target: Element): boolean {
    const talk = this.shelf.current();
    if (!talk) return false;
    if (command === 'status') this.deeds.nextStatus(talk);
    else if (command === 'edit') this.actions.edit(talk, 'title');
    else if (command === 'tag') this.actions.edit(talk, 'tags');
    else if (command === 'delete') this.actions.remove(talk);
    else if (command === 'copy') this.copying.value = [talk];
    else if (command === 'open') return target.matches('[role=row]') && openLink(target);
    else return false;
    return true;
  }
}

export function focusOn(id: string): void {
  const element = document.getElementById(id);
  element?.focus();
  if (element instanceof HTMLInputElement) element.select();
}

/** Follows the row's own link, so that there is one way a talk is opened. */
function openLink(row: Element): boolean {
  const link = row.querySelector('a');
  link?.click();
  return link !== null;
}
