/** Letters that Unicode does not take apart, though people type them without their stroke or as two. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

/**
 * The one folding used wherever two texts are compared: NFKD without marks, lower case, typographic quotes and dashes as ASCII, letters with a
 * stroke and double letters as they are typed without (Łódź, Ørsted, Straße), white space as one blank. "Ça va — “été”" and "ca va - "ete"" fold
 * alike. Kana keep their voicing marks, which change the sound, not the accent.
 */
export function fold(text: string): string {
  return folded(text).replace(/[łøđðħıŧßæœþ]/g, (letter) => LETTERS[letter] ?? letter);
}

/**
 * A folded text without anything but letters, digits and the marks that tell names apart (C++, C#): for titles as keys. These keys are stored and
 * frozen with KEY_VERSION (core/canonical.ts), so letters with a stroke stay.
 */
export function foldTitle(text: string): string {
  return folded(text)
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}

/** Printable ASCII but the backtick, which is a quote: most texts, of which next to nothing has to be folded. */
const PLAIN = /^[\x20-\x5f\x61-\x7e]*$/;

function folded(text: string): string {
  if (PLAIN.test(text)) return text.replace(/ {2,}/g, ' ').trim().toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[“”„«»″]/g, '"')
    .replace(/[‘’‚′`]/g, "'")
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .normalize('NFC');
}
