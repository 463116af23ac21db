/** When the background syncs, what it leaves behind when it fails, and that its alarms stand at every start. */
import 'fake-indexeddb/auto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepSyncing, syncAtAlarm, syncFor, syncSoon } from '../../../entrypoints/background/syncing';
import { library } from '../../../storage/database';
import { syncOverview } from '../../../storage/sync/overview';
import { keepPlace } from '../../../storage/sync/place';
import { joinVault, createVault } from '../../../storage/sync/vault';
import { MemoryStore } from '../../sync/fleet/memory-store';

const contains = vi.fn(() => Promise.resolve(true));
const news = vi.fn(() => Promise.resolve());

beforeEach(async () => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser, { permissions: { contains } });
  contains.mockResolvedValue(true);
  vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => unknown) => work() } });
  await Promise.all([library.sync.clear(), library.devices.clear()]);
});

async function inVaultAt(url: string): Promise<void> {
  const store = new MemoryStore();
  await createVault({ store, name: 'desk' }, 'seven quiet compilers drink tea');
  await joinVault({ store, name: 'desk' }, { passphrase: 'seven quiet compilers drink tea' });
  await keepPlace({ backend: 'webdav', settings: { url, user: 'anna', password: 'secret' } });
}

const alarms = async () => (await fakeBrowser.alarms.getAll()).map(({ name }) => name).sort();
const last = async () => (await syncOverview())?.last;

/** A server that refuses everything in one way. */
async function refusing(status: number, headers: Record<string, string> = {}): Promise<{ url: string; server: Server }> {
  const server = createServer((_request, response) => response.writeHead(status, headers).end());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

describe('the background', () => {
  it('sets its alarm at every start while there is a vault, and clears it without one', async () => {
    await keepSyncing(news);
    expect(await alarms()).toEqual([]);
    await inVaultAt('http://127.0.0.1:1/');
    await keepSyncing(news);
    expect(await alarms()).toEqual(['sync']);
    await keepPlace(undefined);
    await keepSyncing(news);
    expect(await alarms()).toEqual([]);
  });

  it('makes no request and sets no alarm where nobody set sync up', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    await syncSoon();
    await syncFor('opened');
    await syncFor('asked');
    await syncAtAlarm('sync');
    expect(fetched).not.toHaveBeenCalled();
    expect(await alarms()).toEqual([]);
    fetched.mockRestore();
  });

  it('tells a server that is away, and plans the next try', async () => {
    await inVaultAt('http://127.0.0.1:1/');
    await syncFor('asked');
    expect(await last()).toMatchObject({ status: 'failed', problem: { kind: 'offline' } });
    expect(await alarms()).toEqual(['sync', 'sync-soon']);
    const overview = await syncOverview();
    expect(Date.parse(overview!.retryAt!)).toBeGreaterThan(Date.now());
  });

  it.each([
    [401, 'auth'],
    [403, 'forbidden'],
    [507, 'quota'],
    [503, 'server'],
    [429, 'busy'],
  ])('tells a server that answers %i as %s', async (status, kind) => {
    const { url, server } = await refusing(status, status === 403 ? {} : { 'retry-after': '600' });
    await inVaultAt(url);
    await syncFor('asked');
    expect(await last()).toMatchObject({ status: 'failed', problem: { kind } });
    expect(JSON.stringify(await last())).not.toContain('secret');
    expect(Date.parse((await syncOverview())!.retryAt!)).toBeGreaterThan(Date.now() + 590_000);
    server.close();
  });

  it('waits for its turn after a failure, but not for a person', async () => {
    const { url, server } = await refusing(503);
    await inVaultAt(url);
    await syncFor('asked');
    const fetched = vi.spyOn(globalThis, 'fetch');
    await syncAtAlarm('sync');
    expect(fetched).not.toHaveBeenCalled();
    await syncFor('asked');
    expect(fetched).toHaveBeenCalled();
    fetched.mockRestore();
    server.close();
  });

  it('asks for no network where the browser took the permission back, and says so', async () => {
    await inVaultAt('http://127.0.0.1:1/');
    contains.mockResolvedValue(false);
    const fetched = vi.spyOn(globalThis, 'fetch');
    await syncFor('asked');
    expect(fetched).not.toHaveBeenCalled();
    expect(await last()).toMatchObject({ status: 'failed', problem: { kind: 'noPermission' } });
    fetched.mockRestore();
  });
});
