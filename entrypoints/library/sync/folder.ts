import { type FolderHandle, keptFolder } from '../../../storage/sync/folder/handles';
import { SyncProblem } from '../../../storage/sync/problem';

interface Picking {
  showDirectoryPicker?(options: { id: string; mode: 'readwrite' }): Promise<FolderHandle>;
}

/** Whether this browser lets extensions write into a folder: Chromium does. */
export function hasFolders(): boolean {
  return 'showDirectoryPicker' in globalThis;
}

/** The browser's own dialog; rejects with an `AbortError` where it is closed. */
export async function pickFolder(): Promise<FolderHandle> {
  const handle = await (globalThis as Picking).showDirectoryPicker?.({ id: 'vault', mode: 'readwrite' });
  if (!handle) throw new SyncProblem('noPermission', 'This browser has no access to folders.');
  return handle;
}

/** Asks for a folder that was chosen before. @throws SyncProblem `noPermission` */
export async function allowFolder(key: string): Promise<void> {
  const answer = await (await keptFolder(key))?.requestPermission?.({ mode: 'readwrite' });
  if (answer === 'denied' || answer === 'prompt')
    throw new SyncProblem('noPermission', 'The permission for the folder was not given.', { field: 'folder' });
}
