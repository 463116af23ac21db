/**
 * The part of YAML that front matter is written in: nested maps and lists, quoted, plain and block texts. Every scalar stays a text.
 * Lenient where a full parser would refuse the whole: a colon in a plain text, a tab, a missing quote. (js-yaml would be 14 kB of the
 * extractor's 60, and it refuses what people publish.)
 */
import type { Matter, MatterValue } from './matter';

interface Line {
  indent: number;
  text: string;
}

interface Cursor {
  lines: readonly Line[];
  at: number;
}

const MOST_LINES = 5000;
const MOST_DEPTH = 12;
const KEY = /^("[^"]{1,120}"|'[^']{1,120}'|[\p{L}_$][\p{L}\p{N}_ .$/-]{0,80}?)\s*:(?:\s+|$)/u;

export function yamlMatter(text: string): Matter {
  const lines = text
    .split(/\r\n|\n|\r/)
    .slice(0, MOST_LINES)
    .map((line) => line.replace(/\t/g, '  ').trimEnd())
    .map((line) => ({ indent: line.length - line.trimStart().length, text: line.trimStart() }));
  return mapAt({ lines, at: 0 }, 0, 0);
}

function mapAt(cursor: Cursor, indent: number, depth: number): Map<string, MatterValue> {
  const map = new Map<string, MatterValue>();
  for (let line = peek(cursor); line && line.indent >= indent; line = peek(cursor)) {
    const [whole, key] = KEY.exec(line.text) ?? [];
    if (line.indent === indent && isItem(line)) break;
    cursor.at += 1;
    if (!whole || !key || line.indent !== indent) continue;
    map.set(unquoted(key).toLowerCase(), valueAt(cursor, line.text.slice(whole.length), indent, depth + 1));
  }
  return map;
}

function listAt(cursor: Cursor, indent: number, depth: number): MatterValue[] {
  const list: MatterValue[] = [];
  for (let line = peek(cursor); line?.indent === indent && isItem(line); line = peek(cursor)) {
    const rest = line.text.replace(/^-\s*/, '');
    const inner = indent + line.text.length - rest.length;
    if (KEY.test(rest) && depth < MOST_DEPTH) {
      // The item's first key stands behind the dash; the others stand below it.
      const lines = cursor.lines.with(cursor.at, { indent: inner, text: rest });
      const own: Cursor = { lines, at: cursor.at };
      list.push(mapAt(own, inner, depth + 1));
      cursor.at = own.at;
    } else {
      cursor.at += 1;
      list.push(valueAt(cursor, rest, indent, depth + 1));
    }
  }
  return list;
}

/** What stands behind a key or a dash, or below it. */
function valueAt(cursor: Cursor, rest: string, indent: number, depth: number): MatterValue {
  const said = rest.replace(/^[&!][\w/-]+\s*/, '').replace(/^#.*/, '');
  if (/^[|>][+-]?\d?[+-]?\s*(?:#.*)?$/.test(said)) return blockText(cursor, indent, said.startsWith('>') ? ' ' : '\n');
  const next = peek(cursor);
  if (said === '' && next && depth < MOST_DEPTH) {
    if (isItem(next) && next.indent >= indent) return listAt(cursor, next.indent, depth);
    if (next.indent > indent) return KEY.test(next.text) ? mapAt(cursor, next.indent, depth) : scalar(continued(cursor, '', indent));
    return '';
  }
  const whole = continued(cursor, said, indent);
  if (/^\[.*\]$/s.test(whole)) return flowParts(whole.slice(1, -1)).map(scalar);
  if (/^\{.*\}$/s.test(whole)) return flowMap(whole.slice(1, -1));
  return scalar(whole);
}

/** A text goes on in the lines below that stand deeper. */
function continued(cursor: Cursor, first: string, indent: number): string {
  const parts = [first];
  for (let line = cursor.lines[cursor.at]; line; line = cursor.lines[cursor.at]) {
    if (line.text !== '' && (line.indent <= indent || (first === '' && parts.length > 200))) break;
    if (line.text === '' && !((cursor.lines[cursor.at + 1]?.indent ?? 0) > indent)) break;
    parts.push(line.text);
    cursor.at += 1;
  }
  return parts.filter(Boolean).join(' ');
}

function blockText(cursor: Cursor, indent: number, joiner: string): string {
  const parts: Line[] = [];
  for (let line = cursor.lines[cursor.at]; line && (line.text === '' || line.indent > indent); line = cursor.lines[cursor.at]) {
    parts.push(line);
    cursor.at += 1;
  }
  const least = Math.min(...parts.filter(({ text }) => text !== '').map((line) => line.indent));
  const lines = parts.map(({ indent: own, text }) => (text === '' ? '' : ' '.repeat(Math.max(0, own - least)) + text));
  const text = joiner === '\n' ? lines.join('\n') : lines.join('\n').replace(/(\S)\n(?=\S)/g, '$1 ');
  return text.trim();
}

function peek(cursor: Cursor): Line | undefined {
  while (cursor.at < cursor.lines.length && /^(?:#.*)?$/.test(cursor.lines[cursor.at]?.text ?? '')) cursor.at += 1;
  return cursor.lines[cursor.at];
}

function isItem({ text }: Line): boolean {
  return /^-(\s|$)/.test(text);
}

function scalar(text: string): string {
  const bare = /^["']/.test(text) ? text : text.replace(/(?<!\s)\s+#.*$/, '');
  const value = unquoted(bare.trim());
  return /^(?:null|~)$/i.test(value) ? '' : value;
}

export function unquoted(text: string): string {
  const [, double, single] = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')\s*(?:#.*)?$/s.exec(text) ?? [];
  if (double !== undefined) return double.replace(/\\(?:u([0-9a-f]{4})|(.))/gis, (_, code?: string, char?: string) => escaped(code, char));
  return single?.replace(/''/g, "'") ?? text;
}

function escaped(code: string | undefined, char = ''): string {
  if (code) return String.fromCharCode(parseInt(code, 16));
  return char === 'n' ? '\n' : char === 't' ? ' ' : char;
}

const CLOSING: Readonly<Record<string, string | undefined>> = { '"': '"', "'": "'", '[': ']', '{': '}' };

/** "a, 'b, c', [d]" -> three parts: commas inside quotes and brackets do not count. */
export function flowParts(text: string): string[] {
  const parts: string[] = [];
  let [from, until] = [0, ''];
  const all = text.slice(0, 20_000);
  for (let at = 0; at < all.length; at += 1) {
    const mark = all.charAt(at);
    if (until === '"' && mark === '\\') at += 1;
    else if (until) until = mark === until ? '' : until;
    else if (mark === ',') {
      parts.push(all.slice(from, at));
      from = at + 1;
    } else until = CLOSING[mark] ?? '';
  }
  return [...parts, all.slice(from)].map((part) => part.trim()).filter(Boolean);
}

function flowMap(text: string): Matter {
  return new Map(
    flowParts(text).flatMap((part): [string, MatterValue][] => {
      const [whole, key] = KEY.exec(part) ?? [];
      return whole && key ? [[unquoted(key).toLowerCase(), scalar(part.slice(whole.length))]] : [];
    }),
  );
}
