/** Bytes of a file -> text. Files say nothing about their encoding, so the bytes decide. */
import { repair, WINDOWS_1252 } from './mojibake';

/** More than this is not read: the largest real schedule is below one megabyte. */
const MOST_BYTES = 16_000_000;

/**
 * The text of a file: by its byte order mark, as UTF-16 where every second byte is zero, as UTF-8, else as Windows-1252. Text that
 * was decoded wrongly before it was saved is repaired. An iCalendar line may be folded inside a UTF-8 sequence (RFC 5545, 3.1); it
 * is joined before decoding.
 */
export function decodeText(bytes: Uint8Array): string {
  const read = bytes.subarray(0, MOST_BYTES);
  const text = strictly(read, encodingOf(read)) ?? strictly(unfolded(read), 'utf-8') ?? windows1252(read);
  return repair(text);
}

function encodingOf(bytes: Uint8Array): string {
  const [first = 0, second = 0, , fourth] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== 0 && second === 0 && fourth === 0) return 'utf-16le';
  if (first === 0 && second !== 0) return 'utf-16be';
  return 'utf-8';
}

/** Undefined where the bytes are no such text. A sequence cut off at the end of the file is let go. */
function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

function unfolded(bytes: Uint8Array): Uint8Array {
  const head = String.fromCharCode(...bytes.subarray(0, 64));
  if (!/^(ï»¿)?\s*BEGIN:VCALENDAR/i.test(head)) return bytes;
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const fold = foldAt(bytes, at);
    if (fold) at += fold - 1;
    else out[length++] = bytes[at] ?? 0;
  }
  return out.subarray(0, length);
}

/** Length of the line break with its blank at this place; 0 where there is none. */
function foldAt(bytes: Uint8Array, at: number): number {
  const breaks = bytes[at] === 13 && bytes[at + 1] === 10 ? 2 : bytes[at] === 10 || bytes[at] === 13 ? 1 : 0;
  const blank = bytes[at + breaks];
  return breaks && (blank === 32 || blank === 9) ? breaks + 1 : 0;
}

function windows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252.charAt(char.charCodeAt(0) - 0x80));
}
