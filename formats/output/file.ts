/** Text is handed to the browser in pieces of this many characters: a Blob keeps them outside the heap, on disk where they are many. */
const PIECE = 1_000_000;

/** A file from what a format writes, without ever holding it on the heap as a whole. */
export async function toBlob(pieces: AsyncIterable<string | Uint8Array>, mime: string, signal?: AbortSignal): Promise<Blob> {
  const parts: Blob[] = [];
  let text = '';
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    if (typeof piece === 'string') text += piece;
    else parts.push(new Blob([text, piece.slice()]));
    if (typeof piece !== 'string') text = '';
    if (text.length < PIECE) continue;
    parts.push(new Blob([text]));
    text = '';
    // A macrotask: the page gets to answer input between two pieces.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return new Blob([...parts, text], { type: mime });
}

/** The whole text, for the clipboard. */
export async function toText(pieces: AsyncIterable<string | Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of pieces) text += typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}
