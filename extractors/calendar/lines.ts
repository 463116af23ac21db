/** iCalendar text (RFC 5545) -> components. Lenient: calendars are written by hand, folded badly and cut off. */

export interface Property {
  name: string;
  params: ReadonlyMap<string, string>;
  /** As written, escapes and all. */
  value: string;
}

export interface Component {
  name: string;
  properties: Property[];
  parts: Component[];
}

const MOST_COMPONENTS = 20_000;
const MOST_DEPTH = 8;
const MOST_VALUE = 100_000;

/** The outermost component with everything below it; what is not closed at the end of the text is closed there. */
export function componentsOf(text: string): Component {
  const root: Component = { name: '', properties: [], parts: [] };
  const open = [root];
  let count = 0;
  for (const line of logicalLines(text)) {
    const property = propertyOf(line);
    const inner = open.at(-1) ?? root;
    if (property?.name === 'BEGIN') {
      if (open.length > MOST_DEPTH || (count += 1) > MOST_COMPONENTS) break;
      const part: Component = { name: property.value.trim().toUpperCase(), properties: [], parts: [] };
      inner.parts.push(part);
      open.push(part);
    } else if (property?.name === 'END') closeUntil(open, property.value.trim().toUpperCase());
    else if (property) inner.properties.push(property);
  }
  return root;
}

function closeUntil(open: Component[], name: string): void {
  const at = open.findLastIndex((component) => component.name === name);
  if (at > 0) open.length = at;
}

/**
 * Lines with folds undone (3.1). A line that neither is folded nor starts like a property belongs to the value before it: some
 * programs break a description into lines of its own.
 */
export function logicalLines(text: string): string[] {
  const lines: string[][] = [];
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)) {
    const last = lines.at(-1);
    if (last && /^[ \t]/.test(line)) last.push(line.slice(1));
    else if (last && line !== '' && !startsProperty(line)) last.push('\\n', line);
    else if (line !== '') lines.push([line]);
  }
  return lines.map((pieces) => pieces.join(''));
}

function startsProperty(line: string): boolean {
  return /^[A-Z][A-Z0-9-]{2,60}[;:]/.test(line) || /^(begin|end|dt[a-z]{3,5}|summary|description|location|url|uid)[;:]/i.test(line);
}

function propertyOf(line: string): Property | undefined {
  const name = /^[A-Za-z0-9-]{1,64}(?=[;:])/.exec(line)?.[0];
  if (!name) return undefined;
  const params = new Map<string, string>();
  let rest = line.slice(name.length, name.length + MOST_VALUE);
  for (let param = PARAM.exec(rest); param; param = PARAM.exec(rest)) {
    params.set((param[1] ?? '').toUpperCase(), param[2] ?? param[3] ?? '');
    rest = rest.slice(param[0].length);
  }
  return rest.startsWith(':') ? { name: name.toUpperCase(), params, value: rest.slice(1) } : undefined;
}

const PARAM = /^;([\w-]{1,64})=(?:"([^"]{0,500})"|([^;:",]{0,500}))/;

/** A text value without its escapes (3.3.11). */
export function unescaped(value: string): string {
  return value.replace(/\\([nN,;\\:"])/g, (_, char: string) => (/n/i.test(char) ? '\n' : char));
}
