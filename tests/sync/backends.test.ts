/** One suite for all places where a vault can be kept: real servers on this machine, started here. */
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../storage/sync/backend';
import { BACKENDS } from '../../storage/sync/backends';
import { SyncProblem } from '../../storage/sync/problem';
import { type Place, PLACES, type Started } from './places';

const EVERY_BYTE = Uint8Array.from({ length: 256 }, (_, at) => at);
const LIMIT = 10_000_000;

it('every backend is run against something', () => {
  expect(new Set(PLACES.map(({ backend }) => backend))).toEqual(new Set(BACKENDS.keys()));
});

/** In CI a server that is missing is a failure; at a desk `npm test` says what to install. */
const here = ({ program }: Place) => Boolean(process.env.CI) || !program || existsSync(program);

it.skip.each(PLACES.filter((place) => !here(place)))('$name is not installed: $program', () => undefined);

describe.each(PLACES.filter(here))('$name', ({ backend: id, start, capabilities }) => {
  const backend = BACKENDS.get(id)!;
  let started: Started;
  let store: Store;
  const another = () => backend.open(started.settings, fetch);

  beforeAll(async () => {
    started = await start();
    store = another();
  });
  afterAll(() => started.stop());

  it('has nothing in folders that are not there', async () => {
    expect((await store.list('v1/h'))?.entries).toEqual([]);
    expect(await store.get('v1/vault.json', LIMIT)).toBeUndefined();
    await store.remove(['v1/h/nobody.a']);
  });

  it('is found fit, and its abilities as they are', async () => {
    expect(await backend.probe(store)).toEqual(capabilities);
    expect((await store.list('v1/probe'))?.entries).toEqual([]);
  });

  it('gives back what was written, to others too', async () => {
    const files = [
      { path: 'v1/vault.json', bytes: new TextEncoder().encode('{}') },
      { path: 'v1/h/3f2a.a', bytes: EVERY_BYTE },
      { path: 'v1/s/3f2a/000001-abc', bytes: new Uint8Array(2_000_000).map((_, at) => at * 7) },
    ];
    await store.put(files);
    for (const { path, bytes } of files) expect(Buffer.compare((await another().get(path, LIMIT))!, bytes), path).toBe(0);
    expect(await paths('v1/h')).toEqual(['v1/h/3f2a.a']);
    expect(await paths('v1/s/3f2a')).toEqual(['v1/s/3f2a/000001-abc']);
  });

  it('lists the files of a folder and not what is in folders below', async () => {
    expect(await paths('v1')).toEqual(['v1/vault.json']);
    expect(await paths('v1/s')).toEqual([]);
  });

  it('names another version after every change, however fast and of whatever size', async () => {
    const seen = new Set<string | undefined>();
    for (const byte of [1, 2, 3, 4, 5]) {
      await store.put([{ path: 'v1/h/fast.a', bytes: new Uint8Array(64).fill(byte) }]);
      seen.add(await version(another(), 'v1/h/fast.a'));
      expect((await another().get('v1/h/fast.a', LIMIT))?.[0]).toBe(byte);
    }
    expect(seen.size).toBe(5);
  });

  it('replaces a file that another handle wrote', async () => {
    await another().put([{ path: 'v1/h/twice.b', bytes: EVERY_BYTE }]);
    await another().put([{ path: 'v1/h/twice.b', bytes: EVERY_BYTE.slice(0, 9) }]);
    expect(await store.get('v1/h/twice.b', LIMIT)).toHaveLength(9);
  });

  it('takes writes of several browsers at once, each its own files', async () => {
    const browsers = Array.from({ length: 4 }, (_, at) => `b${at}`);
    await Promise.all(
      browsers.map(async (name) => {
        const own = another();
        await own.put([{ path: `v1/s/${name}/1-x`, bytes: EVERY_BYTE }]);
        await own.put([{ path: `v1/h/${name}.a`, bytes: EVERY_BYTE }]);
      }),
    );
    expect(await paths('v1/h')).toEqual(expect.arrayContaining(browsers.map((name) => `v1/h/${name}.a`)));
    for (const name of browsers) expect(await paths(`v1/s/${name}`)).toEqual([`v1/s/${name}/1-x`]);
  });

  it('removes files, once and again', async () => {
    await store.put([{ path: 'v1/s/gone/1-a', bytes: EVERY_BYTE }]);
    await another().remove(['v1/s/gone/1-a', 'v1/s/gone/2-b']);
    await store.remove(['v1/s/gone/1-a']);
    expect(await paths('v1/s/gone')).toEqual([]);
    await store.put([{ path: 'v1/s/gone/1-a', bytes: EVERY_BYTE }]);
    expect(await store.get('v1/s/gone/1-a', LIMIT)).toHaveLength(256);
  });

  it('lists hundreds of files', async () => {
    const many = Array.from({ length: 250 }, (_, at) => ({ path: `v1/snap/many/${String(at).padStart(4, '0')}`, bytes: EVERY_BYTE }));
    await store.put(many);
    expect(await paths('v1/snap/many')).toEqual(many.map(({ path }) => path));
  });

  it('reads no more than it is told to', async () => {
    await expect(store.get('v1/s/3f2a/000001-abc', 1_000_000)).rejects.toMatchObject({ kind: 'badAnswer' });
  });

  it('says that nothing changed, where it can', async () => {
    const { mark } = (await store.list('v1/h'))!;
    expect(mark !== undefined).toBe(capabilities.conditionalList);
    if (mark === undefined) return;
    expect(await another().list('v1/h', mark)).toBeUndefined();
    await another().put([{ path: 'v1/h/news.a', bytes: EVERY_BYTE }]);
    await another().remove(['v1/h/twice.b']);
    const news = await another().list('v1/h', mark);
    expect(news?.entries).toEqual(expect.arrayContaining((await store.list('v1/h'))!.entries));
    expect(news?.entries.map(({ path }) => path)).toContain('v1/h/news.a');
    expect(news?.entries.map(({ path }) => path)).not.toContain('v1/h/twice.b');
    expect(await another().list('v1/h', news?.mark)).toBeUndefined();
  });

  it('tells a wrong password from a server that is away', async () => {
    if (!started.wrong) return;
    await expect(backend.open(started.wrong, fetch).list('v1/h')).rejects.toMatchObject({ kind: 'auth' });
    await started.stop();
    const away = await another()
      .list('v1/h')
      .catch((error: unknown) => error);
    expect(away).toBeInstanceOf(SyncProblem);
    expect(away).toMatchObject({ kind: 'offline' });
  });

  async function paths(folder: string): Promise<string[]> {
    return (await store.list(folder))!.entries.map(({ path }) => path).sort();
  }
});

async function version(store: Store, path: string): Promise<string | undefined> {
  const folder = path.slice(0, path.lastIndexOf('/'));
  return (await store.list(folder))?.entries.find((entry) => entry.path === path)?.version;
}
