import type { Backend, Entry, Listing, Settings, Store, StoredFile } from '../backend';
import { type Answer, type Ask, asking, textOf } from '../http/ask';
import { address, basicAuth, originOf, text } from '../http/settings';
import { folderOf, isOurs, versionByTime, within } from '../names';
import { tryPlace } from '../probe';
import { makeFolder, MISSING_FOLDER } from '../webdav/folders';
import { readMultistatus, type Resource } from '../webdav/multistatus';

/** ETags are enough to know what changed, and a listing is what an idle browser pays for. Folders are told by the slash at their end. */
const BRIEF = wanted('<getetag/>');
/** For servers that name no ETags. */
const FULL = wanted('<resourcetype/><getetag/><getcontentlength/><getlastmodified/>');

/**
 * WebDAV (RFC 4918): Nextcloud, ownCloud, Apache, nginx with dav-ext, lighttpd, rclone, and any NAS. Uses neither locks nor conditional writes, which
 * half of them ignore (measured 2026-11), and asks for one folder at a time, as Apache refuses a PROPFIND of a whole tree.
 */
class WebDavStore implements Store {
  private readonly ask: Ask;
  private readonly base: string;
  private wanted = BRIEF;

  constructor(settings: Settings, fetch: typeof globalThis.fetch) {
    this.base = address(settings, 'url');
    this.ask = asking(fetch, basicAuth(text(settings, 'user'), text(settings, 'password')));
  }

  async list(folder: string): Promise<Listing> {
    const headers = { depth: '1', 'content-type': 'application/xml; charset=utf-8' };
    const asked = { method: 'PROPFIND', headers, body: this.wanted, expect: [404, 410], path: folder };
    const answer = await this.ask(this.folderUrl(folder), asked);
    if (answer.status !== 207) return { entries: [] };
    const files = readMultistatus(textOf(answer)).filter(({ isFolder, name }) => !isFolder && isOurs(name));
    if (this.wanted === BRIEF && files.some(({ etag }) => etag === undefined)) {
      this.wanted = FULL;
      return this.list(folder);
    }
    const now = timeOf(answer);
    return { entries: files.map((file) => entryOf(folder, file, now)) };
  }

  async get(path: string, limit: number): Promise<Uint8Array | undefined> {
    const { status, body } = await this.ask(this.url(path), { expect: [404, 410], limit, path });
    return status === 404 || status === 410 ? undefined : body;
  }

  async put(files: readonly StoredFile[]): Promise<void> {
    for (const { path, bytes } of files) {
      const write = { method: 'PUT', body: bytes.slice(), headers: { 'content-type': 'application/octet-stream' }, path };
      const { status } = await this.ask(this.url(path), { ...write, expect: MISSING_FOLDER });
      if (!MISSING_FOLDER.includes(status)) continue;
      await makeFolder(this.ask, this.folderUrl, folderOf(path));
      await this.ask(this.url(path), write);
    }
  }

  async remove(paths: readonly string[]): Promise<void> {
    for (const path of paths) await this.ask(this.url(path), { method: 'DELETE', expect: [404, 410], path });
  }

  /** Whether a write that should only create (RFC 9110, 13.1.2) refuses to replace the file. */
  async refusesToReplace(path: string): Promise<boolean> {
    const headers = { 'if-none-match': '*', 'content-type': 'application/octet-stream' };
    const { status } = await this.ask(this.url(path), { method: 'PUT', headers, body: 'x', expect: [412], path });
    return status === 412;
  }

  private readonly folderUrl = (folder: string): string => (folder ? `${this.url(folder)}/` : this.base);

  private url(path: string): string {
    return this.base + path.split('/').map(encodeURIComponent).join('/');
  }
}

function wanted(properties: string): string {
  return `<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop>${properties}</prop></propfind>`;
}

/** The server's own clock, where it tells it. */
function timeOf({ headers }: Answer): number {
  const said = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(said) ? Date.now() : said;
}

function entryOf(folder: string, { name, etag, size, changed = 0 }: Resource, now: number): Entry {
  const version = etag ?? versionByTime(changed, size ?? 0, changed === 0 ? 0 : now);
  return { path: within(folder, name), version, ...(size !== undefined && { size }) };
}

const webdav: Backend = {
  name: 'WebDAV',
  fields: [
    { name: 'url', kind: 'url', required: true, placeholder: 'https://cloud.example/remote.php/dav/files/anna/Talkshelf/' },
    { name: 'user', kind: 'text', required: false },
    { name: 'password', kind: 'secret', required: false },
  ],
  origins: (settings) => [originOf(address(settings, 'url'))],
  open: (settings, fetch) => new WebDavStore(settings, fetch),
  probe: async (store) => ({
    ...(await tryPlace(store, async (path) => store instanceof WebDavStore && store.refusesToReplace(path))),
    atomicPut: false,
  }),
};

export default webdav;
