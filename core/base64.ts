/** Base64 (RFC 4648, section 4) of bytes, made in slices: a call has a limit on its arguments. */
export function toBase64(bytes: Uint8Array): string {
  const slices: string[] = [];
  for (let at = 0; at < bytes.length; at += 32_768) slices.push(String.fromCharCode(...bytes.subarray(at, at + 32_768)));
  return btoa(slices.join(''));
}

/** The bytes of a base64 text, undefined where it is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}
