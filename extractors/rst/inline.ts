/** Inline markup of reStructuredText -> nodes. */
import { safeUrl } from '../../core/url';

export interface Inline {
  doc: Document;
  /** Addresses of named references, by folded name. */
  targets: ReadonlyMap<string, string>;
  /** Addresses of anonymous references, used up in order. */
  anonymous: string[];
}

/** Stands for a line break inside a paragraph. */
export const BREAK = '\u2028';

/** Embedded links, references, roles, literals, strong, emphasis, substitutions, plain addresses; every repetition is bounded. */
const MARKUP =
  /``([^`]{1,500})``|:[a-z][\w+.:-]{0,30}:`([^`]{1,500})`|`([^`]{1,1500})`(__?)?|\*\*([^*]{1,500})\*\*|\*([^*\s][^*]{0,300})\*|\|([^|\s][^|]{0,80})\|_{0,2}|(https?:\/\/[^\s<>`"]{3,1500})|(?<![\p{L}\w`])([\p{L}\d][\p{L}\d.-]{0,60})_(?![\w`])|\\(.)/gu;

export function addInline(parent: Element, text: string, inline: Inline): void {
  let from = 0;
  for (const match of text.matchAll(MARKUP)) {
    if (match.index > from) addText(parent, text.slice(from, match.index), inline.doc);
    from = match.index + match[0].length;
    parent.append(nodeOf(match, inline));
  }
  if (from < text.length) addText(parent, text.slice(from), inline.doc);
}

function addText(parent: Element, text: string, doc: Document): void {
  for (const [at, part] of text.split(BREAK).entries()) {
    if (at > 0) parent.append(doc.createElement('br'));
    if (part) parent.append(part);
  }
}

function nodeOf(match: RegExpExecArray, inline: Inline): Node | string {
  const [whole, literal, role, quoted, mark, strong, emphasis, substitution, address, word, escaped] = match;
  const { doc } = inline;
  if (literal !== undefined) return element(doc, 'code', literal);
  if (role !== undefined) return role.replaceAll(BREAK, ' ').replace(/(?<!\s)\s*<[^<>]*>$/, '');
  if (quoted !== undefined) return mark ? reference(quoted, mark, inline) : element(doc, 'cite', quoted);
  if (strong !== undefined) return nested(doc, 'strong', strong, inline);
  if (emphasis !== undefined) return nested(doc, 'em', emphasis, inline);
  if (substitution !== undefined) return '';
  if (address !== undefined) return plainAddress(address, doc);
  if (word !== undefined) return link(doc, word, inline.targets.get(referenceName(word))) ?? whole;
  return escaped?.trim() ?? '';
}

/** `label <address>`_ or `name`_, whose address stands elsewhere. */
function reference(quoted: string, mark: string, inline: Inline): Node | string {
  const [, label = '', address] = /^([\s\S]*?)(?<!\s)\s*<([^<>]+)>$/.exec(quoted) ?? [];
  if (address) {
    const href = address.endsWith('_') ? inline.targets.get(referenceName(address.slice(0, -1))) : address.replace(/\s+/g, '');
    return link(inline.doc, label || address, href) ?? label;
  }
  const href = mark === '__' ? inline.anonymous.shift() : inline.targets.get(referenceName(quoted));
  return link(inline.doc, quoted, href) ?? quoted;
}

function plainAddress(address: string, doc: Document): Node {
  const bare = address.replace(/(?<![.,;:!?)\]'*])[.,;:!?)\]'*]+$/, (tail) => (tail.startsWith(')') && address.includes('(') ? ')' : ''));
  const fragment = doc.createDocumentFragment();
  fragment.append(link(doc, bare, bare) ?? bare, address.slice(bare.length));
  return fragment;
}

function nested(doc: Document, name: string, text: string, inline: Inline): Element {
  const made = doc.createElement(name);
  addInline(made, text, inline);
  return made;
}

function element(doc: Document, name: string, text: string): Element {
  const made = doc.createElement(name);
  made.append(text.replaceAll(BREAK, ' '));
  return made;
}

function link(doc: Document, label: string, href: string | undefined): Element | undefined {
  if (!href || !safeUrl(href, 'https://document.invalid/')) return undefined;
  const made = element(doc, 'a', label);
  made.setAttribute('href', href);
  return made;
}

/** Reference names compare without case and with white space as one blank. */
export function referenceName(name: string): string {
  return name.replace(/^`|`$/g, '').replace(/\s+/g, ' ').trim().toLowerCase();
}
