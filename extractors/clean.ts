import { tidy } from './page';

/** Text is cut to this many times its limit before it is cleaned, so that no cleaning is slow. */
const SLACK = 4;
const TAG =
  /<\/?(?:a|abbr|address|article|aside|audio|b|blockquote|body|br|button|canvas|center|cite|code|dd|del|details|div|dl|dt|em|embed|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|li|link|main|mark|math|meta|nav|noscript|object|ol|option|p|picture|pre|q|s|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|tt|u|ul|video)(?:[\s/][^<>]*)?>/gi;
const SCRIPT = /<(script|style)\b[^<>]*>[^<]*(?:<\/\1\s*>)?/gi;

/** One line of plain text: markup that stands in it as text removed, cut at a length in UTF-16 units. */
export function plain(text: string, most: number): string {
  return cut(tidy(unmarked(text.slice(0, most * SLACK))), most);
}

/** Plain text that keeps its paragraphs, one line each. */
export function prose(text: string, most: number): string {
  const lines = unmarked(text.slice(0, most * SLACK))
    .split('\n')
    .map(tidy)
    .filter(Boolean);
  return cut(lines.join('\n'), most);
}

function unmarked(text: string): string {
  if (!text.includes('<')) return text;
  return text
    .replace(SCRIPT, ' ')
    .replace(/<(?:br\s*\/?|\/(?:p|div|li|h[1-6]|tr))>/gi, '\n')
    .replace(TAG, ' ')
    .replace(/<\/?script\b[^<>]*>?/gi, ' ');
}

/** Never in the middle of a surrogate pair. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most;
  return text.slice(0, end).trimEnd();
}
