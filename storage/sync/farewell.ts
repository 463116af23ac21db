import { type Library, library } from '../database';
import type { Store } from './backend';
import { syncOnce } from './engine';
import { leaveVault } from './vault';

/** Nobody waits longer for a place that cannot be reached, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Leaves the vault: tells the last changes and that this browser is gone, where the place can be reached, and stops syncing. Its files stay in the vault: what
 * it told is nowhere else for a browser that joins later.
 */
export async function farewell(store: Store, db: Library = library): Promise<void> {
  const ended = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE));
  await Promise.race([syncOnce({ store, db, leaving: true, budget: PATIENCE }), ended]);
  await leaveVault(db);
}
