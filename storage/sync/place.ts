/** The place of this browser's vault: kept in the browser's extension storage, because it holds a password or token. */
import { readSetting, type SyncPlace, writeSetting } from '../settings';
import type { Backend, Store } from './backend';
import { BACKENDS } from './backends';
import { SyncProblem } from './problem';

export async function keptPlace(): Promise<SyncPlace | undefined> {
  return readSetting('syncPlace');
}

/** Keeps a place, or forgets the one that is kept. */
export async function keepPlace(place: SyncPlace | undefined): Promise<void> {
  await writeSetting('syncPlace', place);
}

/** @throws SyncProblem `badSettings`, also for a backend that this version does not have */
export function backendOf({ backend }: SyncPlace): Backend {
  const found = BACKENDS.get(backend);
  if (!found) throw new SyncProblem('badSettings', 'This version does not know the kind of place the vault is in.');
  return found;
}

/** @throws SyncProblem `badSettings` */
export function openPlace(place: SyncPlace): Store {
  // The browser's fetch must be called on its own object.
  return backendOf(place).open(place.settings, (input, init) => fetch(input, init));
}

/** A place that cannot be used for the reason given. The engine meets the reason at its first step, and reports it like any other. */
export function closedPlace(problem: SyncProblem): Store {
  const refuse = () => Promise.reject(problem);
  return { list: refuse, get: refuse, put: refuse, remove: refuse };
}
