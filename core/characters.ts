/** What a character is to the splitting of text into words. */
export const BREAK = 1;
export const WORD = 2;
/** Han, kana and Hangul, which are written without blanks between words. */
export const IDEOGRAPH = 3;
/** Marks and invisible characters: they belong to whatever stands before them. */
export const EXTEND = 4;
export type CharacterClass = typeof BREAK | typeof WORD | typeof IDEOGRAPH | typeof EXTEND;

const EXTENDS = /[\p{M}\p{Cf}]/u;
const WORDLIKE = /[\p{L}\p{N}]/u;
const UNSPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}]/u;

/** Classes of the basic plane, filled as characters are met; 0 is not yet known. */
const known = new Uint8Array(0x10000);

/** The class of the character that begins at an index of a text; of a separator at its end. */
export function classAt(text: string, index: number): CharacterClass {
  const code = text.codePointAt(index);
  if (code === undefined) return BREAK;
  if (code > 0xffff) return classify(String.fromCodePoint(code));
  return (known[code] ||= classify(String.fromCharCode(code))) as CharacterClass;
}

function classify(character: string): CharacterClass {
  if (EXTENDS.test(character)) return EXTEND;
  if (!WORDLIKE.test(character)) return BREAK;
  return UNSPACED.test(character) ? IDEOGRAPH : WORD;
}

/** How many UTF-16 units the character at an index has. */
export function widthAt(text: string, index: number): 1 | 2 {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}
