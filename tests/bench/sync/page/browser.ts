/** One of two browsers in a vault: opens the vault, changes all talks, and syncs in this page or in the worker. */
import { send } from '../../../../core/messages';
import { editTalks } from '../../../../storage/bulk';
import { library } from '../../../../storage/database';
import { syncOnce } from '../../../../storage/sync/engine';
import { keepPlace, openPlace } from '../../../../storage/sync/place';
import { createVault, joinVault } from '../../../../storage/sync/vault';
import { write } from '../../../../storage/write';
import { batches } from '../../writing';

const PASSPHRASE = 'seven quiet compilers drink tea at noon';

/** @param settings of a WebDAV server */
async function begin(settings: Record<string, string>, files: number): Promise<void> {
  const place = { backend: 'webdav', settings };
  for await (const talks of batches(files)) {
    await write(library, (writing) => {
      for (const talk of talks) writing.add(talk);
      return Promise.resolve();
    });
  }
  if (files > 0) await createVault({ store: openPlace(place), name: 'One' }, PASSPHRASE);
  else await joinVault({ store: openPlace(place), name: 'Other' }, { passphrase: PASSPHRASE });
  await keepPlace(place);
  await sync(settings);
}

async function sync(settings: Record<string, string>): Promise<void> {
  const store = openPlace({ backend: 'webdav', settings });
  for (let isDone = false; !isDone;) {
    const { status, problem } = await syncOnce({ store, agreed: true });
    if (problem) throw new Error(problem.kind);
    isDone = status !== 'more';
  }
}

/** Changes a field of every talk. */
async function changeAll(): Promise<void> {
  await editTalks(await library.talks.toCollection().primaryKeys(), () => ({ status: 'watching' }));
}

/** Has the worker sync as after a click on "Sync now"; `changed` talks were counted then. @returns milliseconds */
async function syncInWorker(): Promise<{ took: number; changed: number }> {
  const started = performance.now();
  await send('sync', { why: 'agreed' });
  const changed = await library.talks.filter(({ status }) => status === 'watching').count();
  return { took: performance.now() - started, changed };
}

Object.assign(globalThis, { bench: { begin, sync, changeAll, syncInWorker } });
