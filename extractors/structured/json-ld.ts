/** JSON-LD as pages carry it: lists, `@graph`, `ItemList`, several blocks a page, and often not quite JSON. */

export type Json = Record<string, unknown>;

const MOST_SCRIPTS = 20;
const MOST_TEXT = 300_000;
const MOST_NODES = 2000;
const MOST_DEPTH = 12;

/** Every object with a type in the page's JSON-LD, in document order. A block that cannot be read even after repair is passed over. */
export function jsonLdOf(doc: Document): Json[] {
  const found: Json[] = [];
  const scripts = [...doc.querySelectorAll('script[type="application/ld+json"]')].slice(0, MOST_SCRIPTS);
  const budget = { nodes: MOST_NODES };
  for (const script of scripts) {
    if (script.textContent.length <= MOST_TEXT) collect(parsed(script.textContent), found, budget, 0);
  }
  return found;
}

function collect(value: unknown, found: Json[], budget: { nodes: number }, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > MOST_DEPTH || budget.nodes-- <= 0) return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, found, budget, depth + 1);
    return;
  }
  const node = value as Json;
  if (typesOf(node).length > 0) found.push(node);
  for (const key of ['@graph', 'itemListElement', 'item', 'mainEntity', 'mainEntityOfPage', 'subEvent']) {
    if (Object.hasOwn(node, key)) collect(node[key], found, budget, depth + 1);
  }
}

/** The types of a node, without the vocabulary's address. */
export function typesOf(node: Json): string[] {
  const types = Object.hasOwn(node, '@type') ? [node['@type']].flat() : [];
  return types.filter((type) => typeof type === 'string').map((type) => type.replace(/^.*[/#:]/, ''));
}

function parsed(text: string): unknown {
  const bare = text.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)|(?:-->|\/\/\s*\]\]>|\/\*\s*\]\]>\s*\*\/)\s*$/g, '');
  for (const attempt of [bare, withoutTraps(bare), withoutTraps(quoted(bare))]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt repairs more.
    }
  }
  return undefined;
}

/** Raw line breaks inside strings, and commas before a closing bracket. */
function withoutTraps(text: string): string {
  return text.replace(/[\u0000-\u001f]+/g, ' ').replace(/,(?=\s{0,20}[}\]])/g, '');
}

/** Values written by plain insertion (voctoweb, 2026-06): `"name": "A "quoted" title",` on a line of its own. */
function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const from = /^\s*"[^"]{1,60}"\s*:\s*"/.exec(line)?.[0].length ?? line.length;
      const to = line.lastIndexOf('"');
      const isValue = to >= from && /^,?$/.test(line.slice(to + 1).trim());
      return isValue ? `${line.slice(0, from)}${line.slice(from, to).replace(/\\?"/g, '\\"')}${line.slice(to)}` : line;
    })
    .join('\n');
}
