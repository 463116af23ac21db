/** Making, joining and leaving a vault. None of it touches a talk; the first sync does the rest. */
import { type Library, library } from '../database';
import type { Store } from './backend';
import { seal, unseal } from './sealed';
import { SyncProblem } from './problem';
import { randomId } from './random';
import type { SelfRow, VaultRow } from './tables';
import { fromCode, toCode } from './text-bytes';
import { parseVault, unwrap, VAULT_COPY, VAULT_PATH, type VaultFile, wrap } from './vault-file';

/** What people print and keep: with it the vault is opened even where the passphrase is forgotten. */
export interface RecoverySheet {
  vault: string;
  /** ISO 8601 instant in UTC. */
  createdAt: string;
  /** The vault's key, in groups of four letters. Whoever has it can read everything. */
  code: string;
}

export type Opener = { passphrase: string } | { recoveryCode: string };

interface Place {
  store: Store;
  /** What this browser calls itself to the others. */
  name: string;
  db?: Library;
}

const MOST_VAULT = 10_000;
/** Sealed with the vault's key, so that a recovery code can be tried. */
const CHECK_PATH = 'v1/check';

/** Whether there is a vault. @throws SyncProblem */
export async function hasVault(store: Store): Promise<boolean> {
  return (await readVault(store)) !== undefined;
}

/** Makes a vault with a new random key. @throws SyncProblem `vaultThere` where there is one */
export async function createVault({ store, name, db = library }: Place, passphrase: string): Promise<RecoverySheet> {
  if (await hasVault(store)) throw new SyncProblem('vaultThere', 'There is a vault in this place already', { path: VAULT_PATH });
  const key = crypto.getRandomValues(new Uint8Array(32));
  const file = await wrap(key, passphrase, { id: crypto.randomUUID(), revision: 1, createdAt: new Date().toISOString() });
  const vault = { id: file.id, secret: await secretOf(key) };
  await store.put([{ path: CHECK_PATH, bytes: await seal(vault, CHECK_PATH, 1, 'talkshelf') }]);
  await putVault(store, file);
  await enter(db, file, vault.secret, name);
  return { vault: file.id, createdAt: file.createdAt, code: await toCode(key) };
}

/** Joins the vault that is there, by passphrase or by the code of the recovery sheet. @throws SyncProblem `noVault`, `wrongKey`, `weakVault`, … */
export async function joinVault({ store, name, db = library }: Place, opener: Opener): Promise<void> {
  const file = await theVault(store);
  const key = 'passphrase' in opener ? await unwrap(file, opener.passphrase) : await keyOfCode(store, file, opener.recoveryCode);
  await enter(db, file, await secretOf(key), name);
}

/** Sets a new passphrase. The key stays, so the other browsers notice nothing. @throws SyncProblem `wrongKey`; `damaged` for an older file than was seen */
export async function changePassphrase({ store, db = library }: Omit<Place, 'name'>, opener: Opener, next: string): Promise<RecoverySheet> {
  const file = await theVault(store);
  const known = (await db.sync.get('vault')) as VaultRow | undefined;
  if (known && isOlder(file, known))
    throw new SyncProblem('damaged', 'The place shows an older file of the vault than before', { path: VAULT_PATH });
  const key = 'passphrase' in opener ? await unwrap(file, opener.passphrase) : await keyOfCode(store, file, opener.recoveryCode);
  const renewed = await wrap(key, next, { ...file, revision: file.revision + 1 });
  await putVault(store, renewed);
  if (known) await db.sync.put({ ...known, file: JSON.stringify(renewed) });
  return { vault: file.id, createdAt: file.createdAt, code: await toCode(key) };
}

/** Stops syncing here. The library stays as it is, and what this browser has put into the vault stays there for the others. */
export async function leaveVault(db: Library = library): Promise<void> {
  await db.transaction('rw', db.sync, db.devices, async () => {
    await db.sync.clear();
    await db.devices.clear();
  });
}

/** Deletes the vault for everybody and stops syncing here. Every library stays as it is. @throws SyncProblem */
export async function deleteVault({ store, db = library }: Omit<Place, 'name'>): Promise<void> {
  const heads = (await store.list('v1/h'))?.entries ?? [];
  // The vault's own file goes first: without it nobody can join what is half gone.
  await store.remove([VAULT_PATH, VAULT_COPY, CHECK_PATH]);
  for (const folder of ['v1/s', 'v1/snap']) {
    for (const device of new Set(heads.map(({ path }) => deviceOf(path)))) {
      const files = (await store.list(`${folder}/${device}`))?.entries ?? [];
      await store.remove(files.map(({ path }) => path));
    }
  }
  await store.remove(heads.map(({ path }) => path));
  await leaveVault(db);
}

function deviceOf(path: string): string {
  return path.slice('v1/h/'.length).replace(/\.[ab]$/, '');
}

async function enter(db: Library, file: VaultFile, secret: CryptoKey, name: string): Promise<void> {
  const vault: VaultRow = { key: 'vault', id: file.id, secret, file: JSON.stringify(file), joinedAt: new Date().toISOString() };
  await db.transaction('rw', db.sync, db.devices, async () => {
    await db.sync.clear();
    await db.devices.clear();
    await db.sync.bulkPut([vault, newSelf(name)]);
  });
}

/** A device that has written nothing yet. */
export function newSelf(name: string, was: string[] = []): SelfRow {
  return {
    ...{ key: 'self', device: randomId(), name, was, generation: 0, tokens: {}, slots: {}, segments: [], layout: 0 },
    ...{ garbage: [], thoroughAt: 0, missing: [], joined: false },
  };
}

/** The copy is written first, and each is read again, so that at any moment one of them is whole. */
async function putVault(store: Store, file: VaultFile): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(file));
  for (const path of [VAULT_COPY, VAULT_PATH]) {
    await store.put([{ path, bytes }]);
    const stored = await store.get(path, MOST_VAULT);
    if (!stored || parseVault(stored).wrapped !== file.wrapped)
      throw new SyncProblem('badAnswer', 'The vault’s own file was not stored as written', { path });
  }
}

async function theVault(store: Store): Promise<VaultFile> {
  const file = await readVault(store);
  if (!file) throw new SyncProblem('noVault', 'There is no vault in this place', { path: VAULT_PATH });
  return file;
}

async function readVault(store: Store): Promise<VaultFile | undefined> {
  let problem: SyncProblem | undefined;
  for (const path of [VAULT_PATH, VAULT_COPY]) {
    const bytes = await store.get(path, MOST_VAULT);
    try {
      if (bytes) return parseVault(bytes);
    } catch (error) {
      if (!(error instanceof SyncProblem) || error.kind !== 'damaged') throw error;
      problem ??= error;
    }
  }
  if (problem) throw problem;
  return undefined;
}

async function keyOfCode(store: Store, file: VaultFile, code: string): Promise<Uint8Array<ArrayBuffer>> {
  const key = await fromCode(code);
  const check = await store.get(CHECK_PATH, MOST_VAULT);
  const wrong = new SyncProblem('wrongKey', 'The recovery code does not open this vault', { path: VAULT_PATH });
  if (!key || !check) throw wrong;
  await unseal({ id: file.id, secret: await secretOf(key) }, CHECK_PATH, check).catch(() => Promise.reject(wrong));
  return key;
}

function isOlder(file: VaultFile, { id, file: text }: VaultRow): boolean {
  return file.id === id && file.revision < (JSON.parse(text) as VaultFile).revision;
}

function secretOf(key: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
