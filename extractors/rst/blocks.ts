/** Blocks of reStructuredText -> elements. Lenient as its writers are: what is no markup is a paragraph. */
import { addDirective } from './directives';
import { addInline, BREAK, referenceName, type Inline } from './inline';
import { tableAt } from './tables';

export interface Parser extends Inline {
  /** Adornment styles in the order they were met: the first is h1. */
  levels: string[];
  /** Markup as an inert document. */
  parse: (html: string) => Document;
  /** Called with each field of a field list; `top` before any section but the first. */
  onField: (name: string, value: string, top: boolean) => void;
}

const MOST_DEPTH = 20;
const SHORT = 56;
const BULLET = /^([-*+•‣⁃])(\s+|$)/;
const ENUMERATOR = /^(\(?(?:\d{1,3}|#|[a-zA-Z]|[ivxIVX]{1,5})[.)])(\s+|$)/;
const FIELD = /^:((?![: ])[^:\n]{1,60}):(?:\s+|$)/;

/** Adds the blocks of some lines to an element. The lines stand at the same indent, which is already taken off. */
export function addBlocks(parent: Element, lines: readonly string[], parser: Parser, depth = 0): void {
  if (depth > MOST_DEPTH) {
    parent.append(lines.join('\n'));
    return;
  }
  for (let at = 0; at < lines.length;) {
    if (!lines[at]?.trim()) at += 1;
    else at = addBlock(parent, lines, at, parser, depth);
  }
}

/** Blocks of an item or a cell; a paragraph that is all of it needs no element of its own. */
function addTight(parent: Element, lines: readonly string[], parser: Parser, depth: number): void {
  addBlocks(parent, lines, parser, depth);
  const only = parent.firstElementChild;
  if (only?.localName === 'p' && parent.childNodes.length === 1) only.replaceWith(...only.childNodes);
}

/** Adds the block that begins at a line; gives the line after it. */
function addBlock(parent: Element, lines: readonly string[], at: number, parser: Parser, depth: number): number {
  const line = lines[at] ?? '';
  if (/^\s/.test(line)) return addQuote(parent, lines, at, parser, depth);
  if (/^\.\.(\s|$)|^__\s/.test(line)) return addExplicit(parent, lines, at, parser, depth);
  if (BULLET.test(line)) return addList(parent, 'ul', BULLET, lines, at, parser, depth);
  if (isEnumerated(lines, at)) return addList(parent, 'ol', ENUMERATOR, lines, at, parser, depth);
  if (FIELD.test(line)) return addFields(parent, lines, at, parser, depth);
  return (
    addTable(parent, lines, at, parser, depth) ?? addTitle(parent, lines, at, parser, depth) ?? addText(parent, lines, at, parser, depth)
  );
}

function addQuote(parent: Element, lines: readonly string[], at: number, parser: Parser, depth: number): number {
  const { body, next } = indented(lines, at);
  // A list that is indented for looks is a list, not a quotation.
  const into = BULLET.test(body[0] ?? '') ? parent : parent.appendChild(parser.doc.createElement('blockquote'));
  addBlocks(into, body, parser, depth + 1);
  return next;
}

/** Directives, comments, targets, footnotes, substitutions: all that begins with two dots. */
function addExplicit(parent: Element, lines: readonly string[], at: number, parser: Parser, depth: number): number {
  const { body, next } = indented(lines, at + 1);
  const line = lines[at] ?? '';
  const [, name, argument = ''] = /^\.\.\s+(?:\|[^|]+\|\s+)?([\w:-]+?)::(?:\s+(\S.*)?)?$/.exec(line) ?? [];
  if (name && !/^\.\.\s+\|/.test(line)) {
    const content = (inner: readonly string[], into: Element) => addBlocks(into, inner, parser, depth + 1);
    addDirective(parent, { name: name.toLowerCase(), argument, body }, parser, content);
  }
  return next;
}

function addList(parent: Element, tag: string, mark: RegExp, lines: readonly string[], at: number, parser: Parser, depth: number): number {
  const list = parent.appendChild(parser.doc.createElement(tag));
  let next = at;
  while (next < lines.length) {
    const [whole = ''] = mark.exec(lines[next] ?? '') ?? [];
    if (!whole) {
      if (lines[next]?.trim() || !mark.test(lines[next + 1] ?? '')) break;
      next += 1;
      continue;
    }
    const { body, next: after } = indented(lines, next + 1, true);
    const item = list.appendChild(parser.doc.createElement('li'));
    addTight(item, [(lines[next] ?? '').slice(whole.length), ...body], parser, depth + 1);
    next = after;
  }
  return next;
}

/** "1. First" counts as a list, a sentence that begins with "A." or "2019." only where the next line agrees. */
function isEnumerated(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (!ENUMERATOR.test(line)) return false;
  const after = lines[at + 1] ?? '';
  return !after.trim() || /^\s/.test(after) || ENUMERATOR.test(after);
}

function addFields(parent: Element, lines: readonly string[], at: number, parser: Parser, depth: number): number {
  const list = parser.doc.createElement('dl');
  const top = parent.localName === 'body' && !parent.querySelector('h2, p');
  let next = at;
  while (next < lines.length) {
    const [whole = '', name = ''] = FIELD.exec(lines[next] ?? '') ?? [];
    if (!whole) break;
    const { body, next: after } = indented(lines, next + 1, true);
    const value = [(lines[next] ?? '').slice(whole.length), ...body];
    parser.onField(name, value.join('\n').trim(), top);
    addTerm(list, name, value, parser, depth);
    next = after;
  }
  if (!top) parent.append(list);
  return next;
}

function addTable(parent: Element, lines: readonly string[], at: number, parser: Parser, depth: number): number | undefined {
  const table = tableAt(lines, at);
  if (!table) return undefined;
  const made = parent.appendChild(parser.doc.createElement('table'));
  for (const cells of table.rows) {
    const row = made.appendChild(parser.doc.createElement('tr'));
    for (const cell of cells) addTight(row.appendChild(parser.doc.createElement('td')), cell.split('\n'), parser, depth + 1);
  }
  return at + table.length;
}

/** A title with a line of one mark below it, or above and below; a line of marks alone is a transition. */
function addTitle(parent: Element, lines: readonly string[], at: number, parser: Parser, depth: number): number | undefined {
  if (depth > 0) return undefined;
  const above = adornment(lines[at] ?? '');
  const titleAt = above ? at + 1 : at;
  const title = lines[titleAt]?.trim() ?? '';
  const below = adornment(lines[titleAt + 1] ?? '');
  if (!title || !below || (above && above !== below)) return above ? at + 1 : undefined;
  const style = `${above ?? ''}${below}`;
  if (!parser.levels.includes(style)) parser.levels.push(style);
  const level = Math.min(6, parser.levels.indexOf(style) + 1);
  addInline(parent.appendChild(parser.doc.createElement(`h${level}`)), title, parser);
  return titleAt + 2;
}

function adornment(line: string): string | undefined {
  const bare = line.trimEnd();
  return bare.length >= 3 && /^([!-/:-@[-`{-~])\1*$/.test(bare) ? bare.charAt(0) : undefined;
}

/** A paragraph, or a term with its definition where the second line is indented, or a paragraph with a literal block. */
function addText(parent: Element, lines: readonly string[], at: number, parser: Parser, depth: number): number {
  const end = lines.findIndex((line, index) => index > at && !goesOn(line));
  const next = end === -1 ? lines.length : end;
  if (next === at + 1 && /^\s+\S/.test(lines[next] ?? '')) return addDefinition(parent, lines, at, parser, depth);
  const text = lines.slice(at, next).map((line) => line.replace(/^\|\s?/, ''));
  const said = joined(text).replace(/\s?::$/, ':');
  if (said !== ':') addInline(parent.appendChild(parser.doc.createElement('p')), said, parser);
  return text.at(-1)?.endsWith('::') ? addLiteral(parent, lines, next, parser) : next;
}

/** A line that ends long before the margin ends there on purpose: an address, a line of a programme. */
function joined(lines: readonly string[]): string {
  return lines.map((line, at) => line + (at === lines.length - 1 ? '' : line.length < SHORT ? BREAK : '\n')).join('');
}

function goesOn(line: string): boolean {
  return /^\S/.test(line) && !/^\.\.\s/.test(line);
}

function addLiteral(parent: Element, lines: readonly string[], at: number, { doc }: Parser): number {
  const { body, next } = indented(lines, at);
  if (body.length > 0) parent.appendChild(doc.createElement('pre')).append(body.join('\n'));
  return next;
}

function addDefinition(parent: Element, lines: readonly string[], at: number, parser: Parser, depth: number): number {
  const last = parent.lastElementChild;
  const list = last?.localName === 'dl' ? last : parent.appendChild(parser.doc.createElement('dl'));
  const { body, next } = indented(lines, at + 1);
  addTerm(list, lines[at] ?? '', body, parser, depth);
  return next;
}

function addTerm(list: Element, name: string, body: readonly string[], parser: Parser, depth: number): void {
  addInline(list.appendChild(parser.doc.createElement('dt')), name, parser);
  addTight(list.appendChild(parser.doc.createElement('dd')), body, parser, depth + 1);
}

/**
 * The lines from here on that are indented, with blank lines between them, their least indent taken off.
 * @param directly whether a line that is not indented may not begin it after a blank line
 */
export function indented(lines: readonly string[], at: number, directly = false): { body: string[]; next: number } {
  let end = at;
  let last = at;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    if (line.trim() && !/^\s/.test(line)) break;
    if (line.trim()) last = end + 1;
  }
  const inner = lines.slice(at, last);
  const widths = inner.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
  const least = widths.reduce((a, b) => Math.min(a, b), directly ? 40 : Infinity);
  return { body: inner.map((line) => line.slice(least)), next: last };
}

/** Collects the addresses that references of the text point to. */
export function targetsIn(lines: readonly string[]): Pick<Inline, 'targets' | 'anonymous'> {
  const targets = new Map<string, string>();
  const anonymous: string[] = [];
  for (const line of lines) {
    const [, quoted, plain, address = ''] = /^\s*\.\.\s+_(?:`([^`]{1,200})`|((?:[^:\\]|\\.){1,200}?)):\s+(\S{3,2000})\s*$/.exec(line) ?? [];
    if (address) targets.set(referenceName(quoted ?? plain ?? ''), address);
    const [, unnamed] = /^\s*(?:\.\.\s+__:|__)\s+(\S{3,2000})\s*$/.exec(line) ?? [];
    if (unnamed) anonymous.push(unnamed);
  }
  for (const [, label = '', address = ''] of lines.join('\n').matchAll(/`([^`<>]{1,300}?)(?<!\s)\s{0,300}<([^<>`\s]{3,1500})>`_(?!_)/g)) {
    const name = referenceName(label);
    if (!targets.has(name)) targets.set(name, address);
  }
  return { targets, anonymous };
}
