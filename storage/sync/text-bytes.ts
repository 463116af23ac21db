/** Crockford's base 32: no letters that are mistaken for digits. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A key to be read out and typed in: groups of four, the last of them checks the others. */
export async function toCode(key: Uint8Array<ArrayBuffer>): Promise<string> {
  const all = new Uint8Array([...key, ...(await checkOf(key))]);
  const bits = [...all].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = (bits.match(/.{1,5}/g) ?? []).map((five) => LETTERS[parseInt(five.padEnd(5, '0'), 2)]).join('');
  return (letters.match(/.{1,4}/g) ?? []).join('-');
}

/** The key of a code, whatever its case and blanks; undefined where it was mistyped. */
export async function fromCode(code: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const letters = code.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1').slice(0, 200);
  const bits = Array.from(letters, (letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = Uint8Array.from((bits.match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2)));
  const key = bytes.slice(0, KEY_BYTES);
  const check = await checkOf(key);
  const same = bytes.length === KEY_BYTES + CHECK_BYTES && check.every((byte, i) => byte === bytes[KEY_BYTES + i]);
  return same && /^[0-9A-HJKMNP-TV-Z]*$/.test(letters) ? key : undefined;
}

const KEY_BYTES = 32;
const CHECK_BYTES = 3;

async function checkOf(key: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', key)).subarray(0, CHECK_BYTES);
}
