import { SyncProblem } from './problem';

/** So many bytes are unpacked at a time: at gzip's best that is 4 MB, whatever a hostile file unpacks to. */
const PIECE = 4096;

/** Packs a text. */
export async function gzip(text: string): Promise<Uint8Array> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** Unpacks a text of at most `limit` bytes. @throws SyncProblem `damaged`, before more than that is unpacked */
export async function gunzip(bytes: Uint8Array, limit: number, path: string): Promise<string> {
  const stream = new DecompressionStream('gzip');
  const fed = feed(stream.writable.getWriter(), bytes);
  fed.catch(() => undefined);
  try {
    const text = await drain(stream.readable.getReader(), limit);
    await fed;
    if (text === undefined) throw new SyncProblem('damaged', `A file unpacks to more than ${limit} bytes`, { path });
    return text;
  } catch (error) {
    if (error instanceof SyncProblem) throw error;
    throw new SyncProblem('damaged', 'A file cannot be unpacked', { path });
  }
}

async function feed(writer: WritableStreamDefaultWriter<BufferSource>, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.length; from += PIECE) {
    await writer.ready;
    await writer.write(bytes.slice(from, from + PIECE));
  }
  await writer.close();
}

/** What comes out as text, or undefined where it is more than `limit`. */
async function drain(reader: ReadableStreamDefaultReader<Uint8Array>, limit: number): Promise<string | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parts: string[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > limit) {
      await reader.cancel().catch(() => undefined);
      return undefined;
    }
    parts.push(decoder.decode(value, { stream: true }));
  }
  return parts.join('') + decoder.decode();
}
