/** The part of TOML that Hugo's front matter is written in: keys, texts, lists of texts, tables and lists of tables. */
import { isList, type Matter, type MatterValue } from './matter';
import { flowParts, unquoted } from './yaml';

const MOST_LINES = 5000;

export function tomlMatter(text: string): Matter {
  const top = new Map<string, MatterValue>();
  let table = top;
  const lines = joinedLists(text.split(/\r\n|\n|\r/).slice(0, MOST_LINES));
  for (const line of lines) {
    const [, many, one] = /^\s*(?:\[\[([^[\]]{1,80})\]\]|\[([^[\]]{1,80})\])\s*(?:#.*)?$/.exec(line) ?? [];
    if (many ?? one) table = tableIn(top, (many ?? one ?? '').trim().toLowerCase(), many !== undefined);
    const [, key, value = ''] = /^\s*("[^"]{1,80}"|[\w-]{1,80})\s*=\s*(|\S.*)$/s.exec(line) ?? [];
    if (key) table.set(unquoted(key).toLowerCase(), valueOf(value.trim()));
  }
  return top;
}

function tableIn(top: Map<string, MatterValue>, name: string, inList: boolean): Map<string, MatterValue> {
  const table = new Map<string, MatterValue>();
  const before = top.get(name);
  top.set(name, inList ? [...(before !== undefined && isList(before) ? before : []), table] : table);
  return table;
}

/** Lists and texts in three quotes may take several lines. */
function joinedLists(lines: readonly string[]): string[] {
  const joined: string[] = [];
  let open = '';
  for (const line of lines) {
    if (open) joined.push(`${joined.pop() ?? ''}\n${line}`);
    else joined.push(line);
    const marks = { ']': /\]\s*$/, '"""': /"""\s*$/, "'''": /'''\s*$/ };
    if (!open) open = /=\s*\[[^\]]*$/.test(line) ? ']' : (/=\s*("""|''')(?!.*\1)/.exec(line)?.[1] ?? '');
    else if (marks[open as keyof typeof marks].test(line)) open = '';
  }
  return joined;
}

function valueOf(text: string): MatterValue {
  if (/^\[.*\]$/s.test(text)) return flowParts(text.slice(1, -1)).map(unquoted);
  const [, long] = /^("""|''')/.test(text) ? (/^.{3}\n?(.*?).{3}$/s.exec(text) ?? []) : [];
  return long ?? unquoted(/^["']/.test(text) ? text : text.replace(/(?<!\s)\s+#.*$/, ''));
}
