/**
 * A file of the vault: gzip, then AES-256-GCM. The vault, the path and the generation are authenticated with it, so that a server can neither exchange two
 * files nor pass an old one off as a new one.
 *
 *     "TSH1" (4) | generation, big endian (8) | nonce (12) | ciphertext and tag
 */
import { gunzip, gzip } from './gzip';
import { SyncProblem } from './problem';
import type { VaultRow } from './tables';

const MAGIC = [0x54, 0x53, 0x48, 0x31];
const NONCE_AT = 12;
const BODY_AT = 24;

/** The most bytes a file unpacks to. */
export const MOST_UNPACKED = 64 * 1024 * 1024;

export type Keys = Pick<VaultRow, 'id' | 'secret'>;

export async function seal({ id, secret }: Keys, path: string, generation: number, text: string): Promise<Uint8Array> {
  const head = new Uint8Array(BODY_AT);
  head.set(MAGIC);
  new DataView(head.buffer).setBigUint64(4, BigInt(generation));
  crypto.getRandomValues(head.subarray(NONCE_AT));
  const packed = await gzip(text);
  const body = await crypto.subtle.encrypt(parameters(id, path, head), secret, packed as BufferSource);
  const file = new Uint8Array(BODY_AT + body.byteLength);
  file.set(head);
  file.set(new Uint8Array(body), BODY_AT);
  return file;
}

/** The text of a file and the generation it was written for. @throws SyncProblem `damaged` where it was not written for this place by a device of this vault */
export async function unseal({ id, secret }: Keys, path: string, file: Uint8Array): Promise<{ text: string; generation: number }> {
  const head = file.slice(0, BODY_AT);
  if (file.length < BODY_AT || MAGIC.some((byte, i) => head[i] !== byte))
    throw new SyncProblem('damaged', 'A file is cut off or none of ours', { path });
  let packed: ArrayBuffer;
  try {
    packed = await crypto.subtle.decrypt(parameters(id, path, head), secret, file.slice(BODY_AT));
  } catch {
    throw new SyncProblem('damaged', 'A file was changed, exchanged or written with another key', { path });
  }
  const generation = Number(new DataView(head.buffer).getBigUint64(4));
  return { text: await gunzip(new Uint8Array(packed), MOST_UNPACKED, path), generation };
}

function parameters(vault: string, path: string, head: Uint8Array): AesGcmParams {
  const about = new TextEncoder().encode(`talkshelf\n${vault}\n${path}\n`);
  const additionalData = new Uint8Array(about.length + NONCE_AT);
  additionalData.set(about);
  additionalData.set(head.subarray(0, NONCE_AT), about.length);
  return { name: 'AES-GCM', iv: head.slice(NONCE_AT, BODY_AT), additionalData };
}
