import type { Backend, Entry, Listing, Settings, Store, StoredFile } from '../backend';
import { ifThere, onDisk } from '../folder/errors';
import { type FolderHandle, keptFolder } from '../folder/handles';
import { folderOf, isOurs, versionByTime, within } from '../names';
import { tryPlace } from '../probe';
import { SyncProblem } from '../problem';

/**
 * A folder on this computer that another program carries to the next one (Syncthing, Dropbox, a network drive). File System Access: Chromium only. The
 * browser may take the permission back at any time; that is a problem people can mend with one click.
 */
class FolderStore implements Store {
  private opened: Promise<FolderHandle> | undefined;

  constructor(private readonly folder: string | FolderHandle) {}

  async list(folder: string): Promise<Listing> {
    return onDisk(folder, async () => {
      const handle = await this.find(folder);
      const entries: Entry[] = [];
      for await (const child of handle?.values() ?? []) {
        const entry = child.kind === 'file' && isOurs(child.name) ? await entryOf(folder, child) : undefined;
        if (entry) entries.push(entry);
      }
      return { entries };
    });
  }

  async get(path: string, limit: number): Promise<Uint8Array | undefined> {
    return onDisk(path, async () => {
      const folder = await this.find(folderOf(path));
      const file = await (folder && ifThere(folder.getFileHandle(nameOf(path)).then((handle) => handle.getFile())));
      if (file && file.size > limit) throw new SyncProblem('badAnswer', 'The file is larger than it can be.', { path });
      return file && new Uint8Array(await file.arrayBuffer());
    });
  }

  async put(files: readonly StoredFile[]): Promise<void> {
    for (const { path, bytes } of files) await onDisk(path, () => this.write(path, bytes));
  }

  async remove(paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      await onDisk(path, async () => {
        const folder = await this.find(folderOf(path));
        await (folder && ifThere(folder.removeEntry(nameOf(path))));
      });
    }
  }

  /** The browser writes beside the file and puts the new one in its place at the end, so no reader ever sees half a file. */
  private async write(path: string, bytes: Uint8Array): Promise<void> {
    let folder: FileSystemDirectoryHandle = await this.root();
    for (const part of folderOf(path).split('/').filter(Boolean)) folder = await folder.getDirectoryHandle(part, { create: true });
    const file = await folder.getFileHandle(nameOf(path), { create: true });
    const writing = await file.createWritable();
    await writing.write(bytes.slice());
    await writing.close();
  }

  private async find(folder: string): Promise<FileSystemDirectoryHandle | undefined> {
    let found: FileSystemDirectoryHandle | undefined = await this.root();
    for (const part of folder.split('/').filter(Boolean)) found = found && (await ifThere(found.getDirectoryHandle(part)));
    return found;
  }

  private async root(): Promise<FolderHandle> {
    const handle = await (this.opened ??= this.load());
    const permission = (await handle.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';
    if (permission !== 'granted') {
      throw new SyncProblem('noPermission', 'The browser has taken back the permission for the folder.', { field: 'folder' });
    }
    return handle;
  }

  private async load(): Promise<FolderHandle> {
    const handle = typeof this.folder === 'string' ? await keptFolder(this.folder) : this.folder;
    if (!handle) throw new SyncProblem('noPermission', 'The browser no longer knows the folder.', { field: 'folder' });
    return handle;
  }
}

async function entryOf(folder: string, child: FileSystemHandle): Promise<Entry | undefined> {
  // It may have gone since the listing began.
  const file = await ifThere((child as FileSystemFileHandle).getFile());
  return file && { path: within(folder, file.name), version: versionByTime(file.lastModified, file.size, Date.now()), size: file.size };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The key of a kept folder, or the folder itself. */
function folderIn({ folder }: Settings): string | FolderHandle {
  if (typeof folder === 'string' && folder !== '') return folder;
  if (typeof folder === 'object' && folder !== null) return folder as FolderHandle;
  throw new SyncProblem('badSettings', 'No folder is chosen.', { field: 'folder' });
}

const folder: Backend = {
  name: 'Folder',
  fields: [{ name: 'folder', kind: 'folder', required: true }],
  origins: () => [],
  open: (settings) => new FolderStore(folderIn(settings)),
  probe: async (store) => ({ ...(await tryPlace(store, () => Promise.resolve(false))), atomicPut: false }),
};

export default folder;
