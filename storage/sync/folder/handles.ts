import { Dexie, type EntityTable } from 'dexie';

/** What File System Access gives that TypeScript's library does not know yet (Chromium, 2026-11). */
export interface FolderHandle extends FileSystemDirectoryHandle {
  queryPermission?(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
}

interface Kept {
  key: string;
  handle: FolderHandle;
}

/** A handle fits into IndexedDB alone. It has a database of its own, so that a library that is lost or thrown away takes no folder with it. */
class Handles extends Dexie {
  kept!: EntityTable<Kept, 'key'>;

  constructor() {
    super('talkshelf-folders');
    this.version(1).stores({ kept: 'key' });
  }
}

const handles = new Handles();

/** Keeps a folder that a person picked. @returns what the setting `folder` holds */
export async function keepFolder(handle: FolderHandle): Promise<string> {
  const key = crypto.randomUUID();
  await handles.kept.put({ key, handle });
  return key;
}

export async function keptFolder(key: string): Promise<FolderHandle | undefined> {
  return (await handles.kept.get(key))?.handle;
}

export async function forgetFolder(key: string): Promise<void> {
  await handles.kept.delete(key);
}
