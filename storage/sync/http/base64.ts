/** Base64 of bytes, made in slices: a call has a limit on its arguments. */
export function base64(bytes: Uint8Array): string {
  const slices: string[] = [];
  for (let at = 0; at < bytes.length; at += 32_768) slices.push(String.fromCharCode(...bytes.subarray(at, at + 32_768)));
  return btoa(slices.join(''));
}
