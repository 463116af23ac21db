import { block, line } from '../input/text';
import { ESCAPES, type Escape } from './escapes';
import { type Template, problemOf } from './template';

/** How many templates somebody can keep, and how long their names are. */
const MOST = 100;
export const MOST_NAME = 60;

/** The templates in what was stored or came with a backup; whatever is none, or could not be used, is left out. */
export function templatesIn(value: unknown): Template[] {
  if (!Array.isArray(value)) return [];
  const found = value.slice(0, MOST).flatMap((each: unknown) => templateIn(each) ?? []);
  return found.filter(({ name }, place) => found.findIndex((other) => other.name === name) === place);
}

function templateIn(value: unknown): Template | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, text, escape, extension } = value as Partial<Record<keyof Template, unknown>>;
  const [named, written] = [line(name, MOST_NAME), block(text, 20_000)];
  if (!named || !written || problemOf(written)) return undefined;
  const kind = typeof escape === 'string' && Object.hasOwn(ESCAPES, escape) ? (escape as Escape) : 'none';
  return { name: named, text: written, escape: kind, ...(isExtension(extension) && { extension }) };
}

/** What a file's name may end with. */
export function isExtension(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z\d]{1,8}$/.test(value);
}
