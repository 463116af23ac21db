/** Every place the shared suite runs against: what starts it, the settings a person would type, and what its probe must find. */
import type { Capabilities, Settings } from '../../storage/sync/backend';
import { PROGRAMS } from '../tools/servers.mjs';
import { startCouch } from './servers/couchdb';
import { startFolder } from './servers/folder';
import { startGitHub, TOKEN } from './servers/github';
import { type Recipe, startServer } from './servers/process';
import { ACCOUNT, apache, lighttpd, nginx, rclone } from './servers/webdav';

export interface Started {
  settings: Settings;
  /** The same with a wrong password or token; absent where there is none. */
  wrong?: Settings;
  stop: () => Promise<void>;
}

export interface Place {
  name: string;
  backend: string;
  start: () => Promise<Started>;
  capabilities: Capabilities;
  /** The program it needs on this machine. */
  program?: string;
}

const PLAIN: Capabilities = { versions: true, atomicPut: false, createOnly: false, conditionalList: false };

export const PLACES: readonly Place[] = [
  {
    name: 'lighttpd',
    backend: 'webdav',
    program: lighttpd.program,
    start: () => webdav(lighttpd),
    capabilities: { ...PLAIN, createOnly: true },
  },
  { name: 'Apache', backend: 'webdav', program: apache.program, start: () => webdav(apache), capabilities: { ...PLAIN, createOnly: true } },
  { name: 'nginx with dav-ext', backend: 'webdav', program: nginx.program, start: () => webdav(nginx), capabilities: PLAIN },
  { name: 'rclone serve webdav', backend: 'webdav', program: rclone.program, start: () => webdav(rclone), capabilities: PLAIN },
  {
    name: 'a server that speaks CouchDB',
    backend: 'couchdb',
    start: async () => withAccount(await startCouch()),
    capabilities: { ...PLAIN, createOnly: true, conditionalList: true },
  },
  {
    name: 'a git-backed stand-in for GitHub',
    backend: 'github',
    program: PROGRAMS.git,
    start: async () => {
      const { url, stop } = await startGitHub();
      const settings = { repository: 'anna/vault', token: TOKEN, api: url };
      return { settings, wrong: { ...settings, token: 'expired' }, stop };
    },
    capabilities: { ...PLAIN, atomicPut: true, conditionalList: true },
  },
  {
    name: 'a stand-in for File System Access',
    backend: 'folder',
    start: async () => {
      const disk = await startFolder();
      return { settings: { folder: disk.handle }, stop: disk.stop };
    },
    capabilities: PLAIN,
  },
];

async function webdav(recipe: Recipe): Promise<Started> {
  const running = await startServer(recipe);
  // A folder that is not there yet, as a person would name one.
  return withAccount({ ...running, url: `${running.url}Talk shelf/` });
}

function withAccount({ url, stop }: { url: string; stop: () => Promise<void> }): Started {
  const settings = { url, ...ACCOUNT };
  return { settings, wrong: { ...settings, password: 'wrong' }, stop };
}
