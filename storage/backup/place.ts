/**
 * Where the automatic backups lie: the browser's own extension storage. Of all that survives the loss of IndexedDB's files it alone also survives the
 * clearing of the extension's site data, which takes IndexedDB, the file system (OPFS) and the cache storage together (Chromium, 2026-11); in Firefox it
 * belongs to another origin. It has no other reader, and `unlimitedStorage` lifts its limit.
 */
import { browser } from 'wxt/browser';

const PREFIX = 'backup/';

/** What lies under some names; `undefined` for what is not there. Values are as JSON has them. */
export async function readKept(names: readonly string[]): Promise<unknown[]> {
  const found = await browser.storage.local.get(names.map((name) => PREFIX + name));
  return names.map((name) => found[PREFIX + name]);
}

/** Writes all or nothing, also when the browser is killed meanwhile. */
export async function writeKept(values: Record<string, unknown>): Promise<void> {
  await browser.storage.local.set(Object.fromEntries(Object.entries(values).map(([name, value]) => [PREFIX + name, value])));
}

export async function removeKept(names: readonly string[]): Promise<void> {
  await browser.storage.local.remove(names.map((name) => PREFIX + name));
}
