/**
 * `v1/vault.json`, the one file that is not encrypted: which vault it is, and its key, wrapped by the passphrase. What it says of the derivation is
 * authenticated with the key, and never believed where it is weaker than what is written here: a server could ask for less.
 */
import { fromBase64, toBase64 } from '../../core/base64';
import { SyncProblem } from './problem';

/** OWASP's floor for PBKDF2-HMAC-SHA-256 (Password Storage Cheat Sheet, 2023). */
export const ITERATIONS = 600_000;
const MOST_ITERATIONS = 10_000_000;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;

export const VAULT_PATH = 'v1/vault.json';
/** The same once more, so that a write that is cut off leaves one of them whole. */
export const VAULT_COPY = 'v1/vault.copy.json';

export interface VaultFile {
  format: 'talkshelf vault';
  version: 1;
  id: string;
  /** Counts new passphrases. An older file is refused by who has seen a newer one. */
  revision: number;
  /** ISO 8601 instant in UTC. */
  createdAt: string;
  kdf: { name: 'PBKDF2-SHA-256'; iterations: number; salt: string };
  /** Nonce and wrapped key, base64. */
  wrapped: string;
}

type Frame = Omit<VaultFile, 'wrapped'>;

/** Wraps a key for a new vault, or an old one under a new passphrase. */
export async function wrap(
  key: Uint8Array<ArrayBuffer>,
  passphrase: string,
  about: Pick<VaultFile, 'id' | 'revision' | 'createdAt'>,
): Promise<VaultFile> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const kdf = { name: 'PBKDF2-SHA-256', iterations: ITERATIONS, salt: toBase64(salt) } as const;
  const frame: Frame = { format: 'talkshelf vault', version: 1, id: about.id, revision: about.revision, createdAt: about.createdAt, kdf };
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: aboutOf(frame) }, await derive(passphrase, kdf), key);
  return { ...frame, wrapped: toBase64(new Uint8Array([...iv, ...new Uint8Array(body)])) };
}

/** The key of a vault. @throws SyncProblem `wrongKey` */
export async function unwrap(file: VaultFile, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  const { wrapped, ...frame } = file;
  const bytes = fromBase64(wrapped) ?? new Uint8Array();
  const [iv, body] = [bytes.slice(0, NONCE_BYTES), bytes.slice(NONCE_BYTES)];
  try {
    const key = await derive(passphrase, file.kdf);
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: aboutOf(frame) }, key, body));
  } catch {
    throw new SyncProblem('wrongKey', 'The passphrase does not open this vault', { path: VAULT_PATH });
  }
}

/** What a vault's file says. @throws SyncProblem `damaged`, `newer`, or `weakVault` where it asks for less protection than is safe */
export function parseVault(bytes: Uint8Array): VaultFile {
  const file = parsed(bytes);
  if (file.format !== 'talkshelf vault' || typeof file.version !== 'number') throw damaged();
  if (file.version > 1) throw new SyncProblem('newer', 'The vault was made by a later version', { path: VAULT_PATH });
  const { id, revision, createdAt, wrapped } = file;
  if (typeof id !== 'string' || !/^[\da-f-]{36}$/.test(id) || !Number.isSafeInteger(revision)) throw damaged();
  if (typeof createdAt !== 'string' || createdAt.length > 30 || typeof wrapped !== 'string' || wrapped.length > 200) throw damaged();
  return { format: 'talkshelf vault', version: 1, id, revision: Number(revision), createdAt, kdf: checkedKdf(file.kdf), wrapped };
}

function checkedKdf(kdf: unknown): VaultFile['kdf'] {
  const { name, iterations, salt } = (kdf ?? {}) as Partial<Record<string, unknown>>;
  if (typeof salt !== 'string' || typeof iterations !== 'number' || !Number.isInteger(iterations)) throw damaged();
  const weak = name !== 'PBKDF2-SHA-256' || iterations < ITERATIONS || (fromBase64(salt)?.length ?? 0) < SALT_BYTES;
  if (weak || iterations > MOST_ITERATIONS || salt.length > 100) {
    throw new SyncProblem('weakVault', 'The vault asks for a derivation of its key that is not safe', { path: VAULT_PATH });
  }
  return { name: 'PBKDF2-SHA-256', iterations, salt };
}

function parsed(bytes: Uint8Array): Partial<Record<keyof VaultFile, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Told below, like any other file that is none.
  }
  throw damaged();
}

function damaged(): SyncProblem {
  return new SyncProblem('damaged', 'The vault’s own file cannot be read', { path: VAULT_PATH });
}

function aboutOf({ format, version, id, revision, createdAt, kdf }: Frame): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([format, version, id, revision, createdAt, kdf.name, kdf.iterations, kdf.salt]));
}

async function derive(passphrase: string, { iterations, salt }: VaultFile['kdf']): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', new TextEncoder().encode(passphrase.normalize('NFKC')), 'PBKDF2', false, [
    'deriveKey',
  ]);
  const how = { name: 'PBKDF2', hash: 'SHA-256', iterations, salt: fromBase64(salt) ?? new Uint8Array() };
  return crypto.subtle.deriveKey(how, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
