/** Starts a server of the system for a test, waits until it answers, and leaves nothing behind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Running } from './listening';
import { INSTALL } from '../../tools/servers.mjs';

export interface Recipe {
  /** Path of the program. */
  program: string;
  /** Configuration files by name; `conf` makes them for a folder and a port. */
  files: (folder: string, port: number) => Record<string, string>;
  args: (folder: string, port: number) => string[];
  /** Where the vault's folder is. */
  path: string;
}

const PATIENCE = 10_000;

/** A server that can go away and come back with everything it holds. */
export interface Server extends Running {
  /** What it holds is in `data` of it. */
  folder: string;
  pause: () => Promise<void>;
  resume: () => Promise<void>;
}

/** Starts a server with `data` (writable for everybody) in a folder of its own. */
export async function startServer({ program, files, args, path }: Recipe): Promise<Server> {
  if (!existsSync(program)) throw new Error(`${program} is missing: ${INSTALL}`);
  const folder = await mkdtemp(join(tmpdir(), 'talkshelf-server-'));
  const port = await freePort();
  await mkdir(join(folder, 'data'));
  for (const [name, content] of Object.entries(files(folder, port))) await writeFile(join(folder, name), content);
  // As root the servers hand their work to a user without rights.
  for (const each of [folder, join(folder, 'data')]) await chmod(each, 0o777);
  const url = `http://127.0.0.1:${port}${path}`;
  const start = () => started(program, args(folder, port), folder, url);
  let end = await start();
  return {
    url,
    folder,
    pause: () => end(),
    resume: async () => {
      end = await start();
    },
    stop: async () => {
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** @returns what ends it */
async function started(program: string, args: string[], folder: string, url: string): Promise<() => Promise<void>> {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  await answering(child, url);
  return async () => {
    process.off('exit', kill);
    await ended(child);
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (typeof address !== 'object' || !address) throw new Error('no free port');
  return address.port;
}

async function answering(child: ChildProcess, url: string): Promise<void> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const end = Date.now() + PATIENCE;
  while (child.exitCode === null && Date.now() < end) {
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 10));
    }
  }
  child.kill('SIGKILL');
  throw new Error(`${child.spawnfile} does not answer: ${said}`);
}

/** TERM lets a server end its own children; one that does not is killed. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const impatient = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await gone;
  clearTimeout(impatient);
}
