import { line } from '../input/text';

/** Text on one line without anything a line-based format could stumble over: controls, bidi overrides, lone surrogates. */
export function oneLine(text: string): string {
  return line(text, text.length);
}

/** A value of BibTeX between braces: TeX's own characters escaped, so that braces always balance. */
export function bibtexText(text: string): string {
  return oneLine(text).replace(/[\\{}$&#%_~^]/g, (mark) => TEX[mark] ?? `\\${mark}`);
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** TEXT of RFC 5545 §3.3.11, several lines allowed. */
export function icalText(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** A content line of RFC 5545 §3.1: folded at 75 octets of UTF-8, never within a character. */
export function icalLine(content: string): string {
  let out = '';
  let octets = 0;
  for (const character of content) {
    const size = sizeOf(character);
    if (octets + size > 74) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return `${out}\r\n`;
}

function sizeOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/**
 * Text for Org on one line. Org has no escape, so a zero-width space (as its manual, "Escape Character", tells) parts what would else be
 * emphasis, a link, a target, a time stamp, a footnote, a macro or an entity.
 */
export function orgText(text: string): string {
  return (
    oneLine(text)
      .replace(/\[(?=[[\d%f])|<(?=[<%\da-z])|\{(?=\{)|\\(?=\S)|@(?=@)|[_^](?=\{|\()|:(?=\/\/)|src_|call_|\$/gi, '$&\u200b')
      .replace(/\b(https?|mailto|file|id|shell|elisp|doi|info|news|help|ftp):/gi, '$1\u200b:')
      // Behind a zero-width space a mark opens again, so this comes last, and no mark of a run is left out.
      .replace(/(^|[\s\-({'"\u200b])([*/_=~+]+)(?=\S)/g, (_all, before: string, marks: string) => before + marks.replace(/./g, '$&\u200b'))
  );
}
