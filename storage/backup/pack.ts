import type { Talk } from '../../core/talk';
import { base64 } from '../sync/http/base64';

/** Talks as packed text: JSON, gzip, base64, because extension storage holds JSON alone. gzip's own checksum tells damage. */
export async function pack(talks: readonly Talk[]): Promise<string> {
  const packed = new Blob([JSON.stringify(talks)]).stream().pipeThrough(new CompressionStream('gzip'));
  return base64(new Uint8Array(await new Response(packed).arrayBuffer()));
}

/** What `pack` packed; undefined where it is damaged or gone. */
export async function unpack(packed: unknown): Promise<Talk[] | undefined> {
  if (typeof packed !== 'string') return undefined;
  try {
    const bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
    const text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
    return JSON.parse(text) as Talk[];
  } catch {
    return undefined;
  }
}
