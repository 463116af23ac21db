import type { Imported } from '../format';

/** The most text of a file that has to be read at once, in characters; real schedules have some 5 MB. */
const MOST_CHARS = 30_000_000;

/** The whole text, or a refusal where it is empty or larger than any real file. */
export async function whole(text: AsyncIterable<string>): Promise<{ text: string } | Extract<Imported, { refused: string }>> {
  const parts: string[] = [];
  let length = 0;
  for await (const chunk of text) {
    length += chunk.length;
    if (length > MOST_CHARS) return { refused: 'too large', fatal: true };
    parts.push(chunk);
  }
  const all = parts.join('').replace(/^\ufeff/, '');
  return all.trim() ? { text: all } : { refused: 'empty', line: 1, fatal: true };
}

/** The value of a JSON text, or a refusal that names the line. */
export async function wholeJson(
  text: AsyncIterable<string>,
): Promise<{ value: unknown; text: string } | Extract<Imported, { refused: string }>> {
  const read = await whole(text);
  if ('refused' in read) return read;
  try {
    return { value: JSON.parse(read.text), text: read.text };
  } catch (error) {
    return { refused: /[\]}]\s*$/.test(read.text) ? 'malformed' : 'truncated', line: lineOf(error, read.text), fatal: true };
  }
}

/** V8 and SpiderMonkey name the place in their words; without one it is the end. */
function lineOf(error: unknown, text: string): number {
  const message = error instanceof Error ? error.message : '';
  const line = /line (\d+)/.exec(message)?.[1];
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
  return line ? Number(line) : text.slice(0, position).split('\n').length;
}

/** Members of values of which nothing is known yet. Inherited members are never seen. */
export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

export function textMember(value: unknown, name: string): string | undefined {
  const found = member(value, name);
  return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : undefined;
}

/** A member's items; none where it is no list. */
export function listMember(value: unknown, name: string): unknown[] {
  const found = member(value, name);
  return Array.isArray(found) ? (found as unknown[]) : [];
}
