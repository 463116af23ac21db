/**
 * Text from pages as Markdown that shows exactly that text: nothing in it can become a link, an image, HTML, an autolink (GFM), a tag or
 * a comment (Obsidian), mathematics or a line of its own, and no bidi control turns what stands around it. CommonMark 0.31 §2.4: any ASCII punctuation may be escaped.
 */
export function markdownText(text: string): string {
  return (
    text
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      // Brackets that follow an escaped one are read as a link's by some (marked 18), so they go with it.
      .replace(text.includes(']') ? /[\\`*_{}[\]<>|~$^()!]/g : /[\\`*_{}[\]<>|~$^]/g, '\\$&')
      .replace(/(^|\s)(#+)/g, (_all, blank: string, marks: string) => blank + marks.replaceAll('#', '\\#'))
      .replace(/==|%%|&(?=#?\w+;)|:(?=\/\/)|@(?=[\w-])/g, (marks) => marks.replace(/./g, '\\$&'))
      .replace(/\bwww\./gi, (mark) => `${mark.slice(0, -1)}\\.`)
      .replace(/\b(mailto|xmpp|https?|ftp):/gi, '$1\\:')
      .replace(/^([-+]|\d{1,9}[.)])(?=\s|$)/, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`)
  );
}

/** Several lines of text, each on its own line behind the indent, blank lines kept as paragraphs. */
export function markdownBlock(text: string, indent: string): string {
  const lines = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).map((line) => markdownText(line).replace(/^[-+=]/, '\\$&'));
  return lines.map((line) => (line ? indent + line : '')).join('\n');
}

/** A link whose text is any text and whose address has passed `safeUrl`. */
export function markdownLink(text: string, url: string): string {
  return `[${markdownText(text)}](${markdownAddress(url)})`;
}

/** The characters that would end the address, or change it, are percent-encoded or escaped. */
export function markdownAddress(url: string): string {
  return url
    .replace(/[\s()<>\\]/g, (mark) => encodeURIComponent(mark).replace('(', '%28').replace(')', '%29'))
    .replace(/&(?=[#\w]+;)/g, '\\&');
}

/** A tag as Obsidian and others write it; what a tag cannot hold becomes a dash. */
export function hashTag(tag: string): string {
  const name = tag.replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-').replace(/^-+|(?<!-)-+$/g, '');
  return name ? `#${name.replaceAll('_', '\\_')}` : '';
}
