/** Stands in for File System Access in Node: the same calls and errors, on a real folder. The real one is driven in a browser test. */
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FolderHandle } from '../../../storage/sync/folder/handles';

export interface Disk {
  handle: FolderHandle;
  /** What the browser says when it is asked. */
  permission: PermissionState;
  stop: () => Promise<void>;
}

export async function startFolder(): Promise<Disk> {
  const folder = await mkdtemp(join(tmpdir(), 'talkshelf-folder-'));
  const disk: Disk = {
    permission: 'granted',
    handle: undefined as unknown as FolderHandle,
    stop: () => rm(folder, { recursive: true, force: true }),
  };
  const root = { ...directory(folder), queryPermission: () => Promise.resolve(disk.permission) };
  disk.handle = root as unknown as FolderHandle;
  return disk;
}

interface Options {
  create?: boolean;
}

function directory(path: string) {
  return {
    kind: 'directory' as const,
    name: path.split('/').at(-1),
    async *values() {
      for (const child of await readdir(path, { withFileTypes: true })) {
        yield child.isDirectory() ? directory(join(path, child.name)) : file(join(path, child.name));
      }
    },
    async getDirectoryHandle(name: string, { create }: Options = {}): Promise<object> {
      if (create) await mkdir(join(path, name), { recursive: true });
      await there(join(path, name), 'directory');
      return directory(join(path, name));
    },
    async getFileHandle(name: string, { create }: Options = {}) {
      if (create) await writeFile(join(path, name), '', { flag: 'a' });
      await there(join(path, name), 'file');
      return file(join(path, name));
    },
    async removeEntry(name: string) {
      await there(join(path, name), 'file');
      await rm(join(path, name));
    },
  };
}

function file(path: string) {
  const name = path.split('/').at(-1) ?? '';
  return {
    kind: 'file' as const,
    name,
    async getFile() {
      const { mtimeMs } = await there(path, 'file');
      return new File([new Uint8Array(await readFile(path))], name, { lastModified: Math.floor(mtimeMs) });
    },
    createWritable() {
      const chunks: Uint8Array[] = [];
      return Promise.resolve({
        write: (chunk: Uint8Array) => Promise.resolve(chunks.push(chunk)),
        close: async () => {
          await writeFile(`${path}.crswap`, Buffer.concat(chunks));
          await rename(`${path}.crswap`, path);
        },
      });
    },
  };
}

async function there(path: string, kind: 'file' | 'directory') {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new DOMException('There is nothing of this name.', 'NotFoundError');
  if (found.isDirectory() !== (kind === 'directory')) throw new DOMException('It is of another kind.', 'TypeMismatchError');
  return found;
}
