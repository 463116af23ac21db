/**
 * Repair of text that was UTF-8 and was decoded once (or twice) as Windows-1252 or Mac Roman: `â€™` or `‚Äô` instead of `’`.
 * A text is only touched where nearly every mark in it beyond ASCII belongs to such a wrong pair or triple, so that clean
 * text of any language comes back as it was.
 */

interface Reading {
  text: string;
  /** Sequences that can hardly be anything but a wrong decoding. */
  sure: number;
  /** Marks outside every sequence, and sequences that clean text may hold too. */
  doubtful: number;
}

/** What Windows-1252 has in 80-9F. Node 20's own decoder takes these bytes for control characters. */
export const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const WRONG = ['windows-1252', 'macintosh'].map(bytesBehind);
const ROUNDS = 3;

/** The text with wrong decodings undone; clean text as it was. */
export function repair(text: string): string {
  let now = text;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = repairOnce(now);
    if (next === now) break;
    now = next;
  }
  return now;
}

function repairOnce(text: string): string {
  if (!looksWrong(text)) return text;
  return repairWhole(text) ?? text.replace(/[^\r\n]+/g, (line) => (looksWrong(line) ? (repairWhole(line) ?? line) : line));
}

/** The lead bytes C2-F4 in either encoding, followed by a mark that is no ASCII: where it is missing there is nothing to do. */
function looksWrong(text: string): boolean {
  return /[\u00c2-\u00f4\u0192\u0152\u0153\u0178\u0131\u02c6-\u02dd\u2013-\u203a\u2044\u20ac\u2206\u221a\u2248\u25ca\uf8ff\ufb01\ufb02][^\0-\u007f]/.test(
    text,
  );
}

function repairWhole(text: string): string | undefined {
  const readings = WRONG.map((bytes) => reread(text, bytes)).filter(({ sure, doubtful }) => sure > 0 && doubtful * 4 <= sure);
  return readings.sort((a, b) => b.sure - a.sure)[0]?.text;
}

/** Reads the text again with the characters taken for the bytes they were decoded from. No sequence reaches over ASCII. */
function reread(text: string, bytes: ReadonlyMap<string, number>): Reading {
  const reading: Reading = { text: '', sure: 0, doubtful: 0 };
  reading.text = text.replace(/[^\0-\u007f]+/g, (run, start: number) => {
    const end = start + run.length;
    let said = '';
    let before = false;
    for (let at = start; at < end;) {
      const found = sequenceAt(text, at, bytes);
      const next = at + (found?.length ?? 1);
      if (found && isSure(text, at, found, before || sequenceAt(text, next, bytes) !== undefined)) reading.sure += 1;
      else reading.doubtful += 1;
      said += found ? String.fromCodePoint(found.point) : text.charAt(at);
      before = found !== undefined;
      at = next;
    }
    return said;
  });
  return reading;
}

function sequenceAt(text: string, at: number, bytes: ReadonlyMap<string, number>): { point: number; length: number } | undefined {
  const lead = bytes.get(text.charAt(at)) ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return undefined;
  let point = lead & (0xff >> (length + 1));
  for (let next = 1; next < length; next += 1) {
    const byte = bytes.get(text.charAt(at + next)) ?? 0;
    if (byte < 0x80 || byte > 0xbf) return undefined;
    point = (point << 6) | (byte & 0x3f);
  }
  return isWritten(point, length) ? { point, length } : undefined;
}

/** Whether people write this character, and UTF-8 writes it with so many bytes. */
function isWritten(point: number, length: number): boolean {
  const least = [0, 0, 0x80, 0x800, 0x10000][length] ?? 0;
  return (
    point >= least && point <= 0x10ffff && /^(?!\p{Cn})[^]/u.test(String.fromCodePoint(point)) && WRITTEN.test(String.fromCodePoint(point))
  );
}

/** Latin, Greek, Cyrillic, Hebrew, Arabic, Indic, Thai, Vietnamese, punctuation, symbols, CJK, Hangul, emoji. */
const WRITTEN =
  /^[\u00a0-\u017f\u0192\u0218-\u021b\u0300-\u036f\u0370-\u03ff\u0400-\u04ff\u0590-\u06ff\u0900-\u0e7f\u1e00-\u1eff\u2000-\u2bff\u3000-\u30ff\u3105-\u33ff\u3400-\u9fff\uac00-\ud7af\uf8ff\ufb00-\ufb06\ufe00-\ufe0f\ufeff\uff00-\uffef\u{1d400}-\u{1d7ff}\u{1f000}-\u{1faff}\u{20000}-\u{323af}\u{e0020}-\u{e007f}]$/u;

/**
 * Clean text may hold a pair by chance: a capital at the end of a quotation (`CAFÉ”`), a dash or quote before an accented letter
 * (`Paris–Évry`, which would be one lonely Cyrillic letter).
 */
function isSure(text: string, at: number, { point, length }: { point: number; length: number }, hasNeighbour: boolean): boolean {
  const found = String.fromCodePoint(point);
  if (/[\p{L}\p{M}]/u.test(found) && !/\p{Script=Latin}/u.test(found)) return hasNeighbour;
  return length > 2 || !/\p{Lu}/u.test(text.charAt(at - 1)) || /\p{L}/u.test(text.charAt(at + length));
}

function bytesBehind(encoding: string): ReadonlyMap<string, number> {
  const all = Uint8Array.from({ length: 128 }, (_, index) => index + 128);
  const decoded = new TextDecoder(encoding).decode(all);
  const bytes = new Map(Array.from(decoded, (char, index): [string, number] => [char, index + 128]));
  if (encoding === 'macintosh') return bytes;
  // Latin-1 proper keeps 80-9F as control characters; some decoders do so for Windows-1252 too.
  for (let byte = 0x80; byte < 0xa0; byte += 1) bytes.set(WINDOWS_1252.charAt(byte - 0x80), byte).set(String.fromCharCode(byte), byte);
  return bytes;
}
