/**
 * Embeddings, overrides and isolates can make a text show as another one (Trojan Source, 2021); marks (LRM, RLM) stay. U+FFFE and U+FFFF are
 * no characters, and XML cannot hold them.
 */
const UNFIT = /[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** Text of a file on one line: no controls, no bidi overrides, no lone surrogates, blanks single, at most `most` UTF-16 units. */
export function line(text: unknown, most: number): string {
  if (typeof text !== 'string') return '';
  return clipped(
    text
      .slice(0, most * 8)
      .replace(UNFIT, '')
      .replace(/(?![\s\u0085])\p{Cc}/gu, '')
      .replace(/[\s\u0085]+/g, ' ')
      .replace(/\p{Cs}/gu, '\ufffd')
      .trim(),
    most,
  );
}

/** Text of a file that may have lines: line ends as LF, no other controls but the tab. */
export function block(text: unknown, most: number): string {
  if (typeof text !== 'string') return '';
  return clipped(
    text
      .slice(0, most * 2)
      .replace(UNFIT, '')
      .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
      .replace(/(?![\n\t])\p{Cc}/gu, '')
      .replace(/\p{Cs}/gu, '\ufffd')
      .trim(),
    most,
  );
}

/** Never cuts a character in two. */
function clipped(text: string, most: number): string {
  return text.length <= most
    ? text
    : text
        .slice(0, most)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd();
}
