/**
 * The state a single-page app leaves in its HTML as JSON. A content script cannot see the page's variables, so the text of the script is
 * read. After a navigation without a load that text still belongs to the first page: whoever reads it compares an id with the address.
 */

/** Longer scripts are left alone; YouTube's are about 1 MB (2026-01). In UTF-16 units. */
const MOST_TEXT = 4_000_000;
/** How often a variable may be mentioned in a script before its object. */
const MOST_TRIES = 5;
/** How deep and how far `seek` walks. */
const MOST_DEPTH = 40;
const MOST_NODES = 50_000;

/** What a `<script type="application/json">` (or any script that is nothing but JSON) holds; undefined where it is missing or broken. */
export function stateIn(script: Element | null): unknown {
  return parse(script?.textContent ?? '');
}

/** The object literal assigned to a variable in an inline script: `var name = {…}; more()`. The first that is JSON counts. */
export function stateOf(doc: Document, name: string): unknown {
  for (const script of doc.querySelectorAll('script:not([src])')) {
    const text = script.textContent;
    const found = text.length > MOST_TEXT ? undefined : assignedIn(text, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function assignedIn(text: string, name: string): unknown {
  let from = text.indexOf(name);
  for (let tries = 0; tries < MOST_TRIES && from >= 0; tries += 1) {
    const after = from + name.length;
    const assignment = /^["'\]\s]{0,9}=\s{0,9}(?=\{)/.exec(text.slice(after, after + 20));
    const open = after + (assignment?.[0].length ?? 0);
    const found = assignment ? parse(text.slice(open, endOfObject(text, open))) : undefined;
    if (found !== undefined) return found;
    from = text.indexOf(name, after);
  }
  return undefined;
}

/** The index after the brace that closes the one at `from`; braces inside strings do not count. */
function endOfObject(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') at = endOfString(text, at);
    else if (char === '{') depth += 1;
    else if (char === '}' && (depth -= 1) === 0) return at + 1;
  }
  return from;
}

function endOfString(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at >= 0 && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at < 0 ? text.length : at;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

function parse(text: string): unknown {
  if (text === '' || text.length > MOST_TEXT) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The value at a path of own properties and list positions; undefined as soon as one is missing. */
export function at(state: unknown, ...path: (string | number)[]): unknown {
  let value = state;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

/** The text at a path, trimmed; undefined where there is none. */
export function textAt(state: unknown, ...path: (string | number)[]): string | undefined {
  const value = at(state, ...path);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The list at a path; empty where there is none. */
export function listAt(state: unknown, ...path: (string | number)[]): unknown[] {
  const value = at(state, ...path);
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** The first object that passes the test, breadth first, so that the outermost wins. */
export function seek(state: unknown, test: (value: object) => boolean): unknown {
  let level: unknown[] = [state];
  let left = MOST_NODES;
  for (let depth = 0; depth < MOST_DEPTH && level.length > 0; depth += 1) {
    const objects = level.filter((value) => typeof value === 'object' && value !== null).slice(0, left);
    const found = objects.find(test);
    if (found) return found;
    left -= objects.length;
    level = objects.flatMap((value): unknown[] => Object.values(value));
  }
  return undefined;
}
