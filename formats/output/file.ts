import { inTurns } from '../../core/turns';

/** What a file is put together from is handed to the browser in parts of about this size, in bytes or UTF-16 units. */
const PART = 1_000_000;

/**
 * A file from what a format writes. It is never on the heap as a whole: the browser keeps the parts of a Blob, on disk where they are many. The page
 * gets to answer input in between.
 */
export async function toBlob(pieces: AsyncIterable<string | Uint8Array>, mime: string, signal?: AbortSignal): Promise<Blob> {
  const parts: Blob[] = [];
  let text = '';
  let part: (string | Uint8Array<ArrayBuffer>)[] = [];
  let size = 0;
  const close = () => {
    parts.push(new Blob([...part, text]));
    [part, text, size] = [[], '', 0];
  };
  for await (const piece of inTurns(pieces)) {
    signal?.throwIfAborted();
    size += piece.length;
    if (typeof piece === 'string') text += piece;
    else {
      part.push(text, piece as Uint8Array<ArrayBuffer>);
      text = '';
    }
    if (size >= PART) close();
  }
  close();
  return new Blob(parts, { type: mime });
}

/** The whole text, for the clipboard. */
export async function toText(pieces: AsyncIterable<string | Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of pieces) text += typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}
