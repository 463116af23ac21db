import type { Talk } from '../../core/talk';
import { fromBase64, toBase64 } from '../../core/base64';

/** Talks as packed text: JSON, gzip, base64, because extension storage holds JSON alone. gzip's own checksum tells damage. */
export async function pack(talks: readonly Talk[]): Promise<string> {
  const packed = new Blob([JSON.stringify(talks)]).stream().pipeThrough(new CompressionStream('gzip'));
  return toBase64(new Uint8Array(await new Response(packed).arrayBuffer()));
}

/** What `pack` packed; undefined where it is damaged or gone. */
export async function unpack(packed: unknown): Promise<Talk[] | undefined> {
  const bytes = typeof packed === 'string' ? fromBase64(packed) : undefined;
  if (!bytes) return undefined;
  try {
    const text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
    return JSON.parse(text) as Talk[];
  } catch {
    return undefined;
  }
}
