/** The engine on every place: a vault is made, joined, kept in step and deleted, over real servers, and what that costs in requests and bytes. */
import 'fake-indexeddb/auto';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteMany } from '../../storage/bulk';
import { Library } from '../../storage/database';
import type { Store } from '../../storage/sync/backend';
import { BACKENDS } from '../../storage/sync/backends';
import { syncOnce } from '../../storage/sync/engine';
import { recentlyReplaced, syncOverview } from '../../storage/sync/overview';
import type { SyncReport } from '../../storage/sync/report';
import { createVault, deleteVault, hasVault, joinVault } from '../../storage/sync/vault';
import { editTalk, saveDrafts } from '../../storage/talks';
import { draftOf } from '../unit/drafts';
import { type Place, PLACES, type Started } from './places';

const PASSPHRASE = 'seven quiet compilers drink tea';
const here = ({ program }: Place) => Boolean(process.env.CI) || !program || existsSync(program);

/** A browser: a library of its own, and a way to the place that counts what goes over it. */
class Browser {
  readonly db = new Library(crypto.randomUUID());
  readonly store: Store;
  readonly used = { requests: 0, bytes: 0 };

  constructor(
    readonly name: string,
    { backend }: Place,
    { settings }: Started,
  ) {
    this.store = BACKENDS.get(backend)!.open(settings, async (input, init) => {
      const response = await fetch(input, init);
      const body = await response.clone().arrayBuffer();
      this.used.requests += 1;
      this.used.bytes += body.byteLength + sizeOf(init?.body);
      return response;
    });
  }

  async sync(agreed = false): Promise<SyncReport> {
    Object.assign(this.used, { requests: 0, bytes: 0 });
    let report = await syncOnce({ store: this.store, db: this.db, agreed });
    while (report.status === 'more') report = await syncOnce({ store: this.store, db: this.db });
    return report;
  }

  async save(title: string): Promise<void> {
    await saveDrafts([draftOf({ title, source: { ...draftOf().source, url: `https://borealis.example/${title}` } })], [], this.db);
  }

  async titles(): Promise<string[]> {
    return (await this.db.talks.toArray()).map(({ title }) => title).sort();
  }
}

function sizeOf(body: RequestInit['body']): number {
  return typeof body === 'string' ? Buffer.byteLength(body) : body instanceof Uint8Array ? body.byteLength : 0;
}

describe.each(PLACES.filter(here))('a vault on $name', (place) => {
  let started: Started;
  let [desk, sofa]: Browser[] = [];

  beforeAll(async () => {
    started = await place.start();
    desk = new Browser('desk', place, started);
    sofa = new Browser('sofa', place, started);
  });
  afterAll(async () => {
    desk!.db.close();
    sofa!.db.close();
    await started.stop();
  });

  it('is made by one browser and joined by another, which asks before it puts two libraries together', async () => {
    await desk!.save('Alpha');
    await sofa!.save('Beta');
    await createVault({ store: desk!.store, name: 'desk', db: desk!.db }, PASSPHRASE);
    expect(await desk!.sync()).toMatchObject({ status: 'done', pushed: 1 });
    await expect(joinVault({ store: sofa!.store, name: 'sofa', db: sofa!.db }, { passphrase: 'wrong' })).rejects.toMatchObject({
      kind: 'wrongKey',
    });
    await joinVault({ store: sofa!.store, name: 'sofa', db: sofa!.db }, { passphrase: PASSPHRASE });
    expect(await sofa!.sync()).toMatchObject({ status: 'needsAnswer', question: { kind: 'join', here: 1, there: 1 } });
    expect(await sofa!.titles()).toEqual(['Beta']);
    expect(await sofa!.sync(true)).toMatchObject({ status: 'done', added: 1, pushed: 1 });
    expect(await desk!.sync()).toMatchObject({ status: 'done', added: 1 });
    expect([await desk!.titles(), await sofa!.titles()]).toEqual([
      ['Alpha', 'Beta'],
      ['Alpha', 'Beta'],
    ]);
    expect((await syncOverview(sofa!.db))?.devices).toMatchObject([
      { name: 'sofa', own: true },
      { name: 'desk', own: false },
    ]);
  });

  it('carries edits and deletions both ways, and puts the value aside that was overruled', async () => {
    const [alpha] = await desk!.db.talks.filter(({ title }) => title === 'Alpha').toArray();
    await editTalk(alpha!.id, { note: 'from the desk' }, desk!.db);
    const before = Date.now();
    await expect.poll(() => Date.now()).toBeGreaterThan(before);
    await editTalk(alpha!.id, { note: 'from the sofa' }, sofa!.db);
    const [beta] = await desk!.db.talks.filter(({ title }) => title === 'Beta').toArray();
    await deleteMany([beta!.id], undefined, desk!.db);
    await desk!.sync();
    expect(await sofa!.sync()).toMatchObject({ status: 'done', deleted: 1 });
    await desk!.sync();
    for (const { db } of [desk!, sofa!]) {
      expect((await db.talks.toArray()).map(({ title, note }) => ({ title, note }))).toEqual([{ title: 'Alpha', note: 'from the sofa' }]);
    }
    expect(await recentlyReplaced(10, desk!.db)).toMatchObject([{ field: 'note', value: 'from the desk', title: 'Alpha', by: 'sofa' }]);
  });

  const counts = place.backend !== 'folder' ? it : undefined;
  counts?.('costs little: idle, one change told, one change heard', async () => {
    await settle(desk!, sofa!);
    await sofa!.sync();
    const idle = { ...sofa!.used };
    const [alpha] = await desk!.db.talks.toArray();
    await editTalk(alpha!.id, { status: 'watched' }, desk!.db);
    expect(await desk!.sync()).toMatchObject({ status: 'done', pushed: 1 });
    const push = { ...desk!.used };
    expect(await sofa!.sync()).toMatchObject({ status: 'done', changed: 1 });
    const pull = { ...sofa!.used };
    console.log(`${place.name}: idle ${told(idle)}; push ${told(push)}; pull ${told(pull)}`);
    expect(idle.requests).toBe(1);
    expect(idle.bytes).toBeLessThanOrEqual(2_048);
    for (const { bytes } of [push, pull]) expect(bytes).toBeLessThanOrEqual(8_192);
    for (const { requests } of [push, pull]) expect(requests).toBeLessThanOrEqual(2);
  });

  it('is deleted for everybody, and no library with it', async () => {
    await deleteVault({ store: desk!.store, db: desk!.db });
    expect(await hasVault(sofa!.store)).toBe(false);
    expect(await sofa!.titles()).toEqual(['Alpha']);
    expect(await syncOverview(desk!.db)).toBeUndefined();
    for (const folder of ['v1', 'v1/h']) expect((await desk!.store.list(folder))?.entries).toEqual([]);
  });
});

/** Lets all hear of everything, acknowledgements among it, until a look costs no more than a look: places without ETags take files for changed for two seconds. */
async function settle(...browsers: Browser[]): Promise<void> {
  const looks = async () => {
    for (const browser of browsers) await browser.sync();
    return Math.max(...browsers.map(({ used }) => used.requests));
  };
  await expect.poll(looks, { timeout: 15_000, interval: 100 }).toBeLessThanOrEqual(1);
}

function told({ requests, bytes }: Browser['used']): string {
  return `${requests} requests, ${bytes} bytes`;
}
