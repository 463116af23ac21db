import type { Speaker, TalkLink } from '../../core/talk';
import type { When } from '../dates';
import type { TalkFinding } from '../finding';
import type { Sheet } from '../talk/sheet';

/**
 * What a document says of itself before its text: YAML, TOML or JSON front matter (Jekyll, Hugo, Astro, Eleventy), Pelican's
 * `:date:` fields. Keys are in lower case.
 */
export type Matter = ReadonlyMap<string, MatterValue>;
export type MatterValue = string | readonly MatterValue[] | Matter;

/**
 * What the readers of pages ask of front matter beyond single values. Whoever makes the DOM of a document brings it along (front.ts), so that
 * the script for pages, which have none, is the smaller.
 */
export interface Front {
  /** The talks that it lists. */
  talks: () => TalkFinding[];
  links: () => TalkLink[];
  /** The people that it names as speakers. */
  people: () => Speaker[];
  /** When what it describes takes place, or the file was written. */
  when: () => When | undefined;
  /** The same where it surely is of a meeting. */
  meetingTime: (title: string) => When | undefined;
  place: () => string | undefined;
  /** What it calls the kind of the file: layout, type, category, tags; and what it says in a sentence. */
  kinds: () => string;
  summary: () => string;
  /** Whether it names people and the minute at which they speak, as that of a meeting does. */
  isOfEvening: () => boolean;
  /** The talk that the whole document is of. */
  talk: (sheet: Sheet) => TalkFinding | undefined;
}

const matters = new WeakMap<Document, { matter: Matter; front: Front }>();

/** Ties front matter to the DOM made from the text below it, and takes its title and language over. */
export function setMatter(doc: Document, matter: Matter, front: Front): void {
  if (matter.size === 0) return;
  matters.set(doc, { matter, front });
  const title = textIn(matter, 'title');
  if (title) doc.title = title;
  const lang = textIn(matter, 'lang', 'language', 'locale');
  if (lang && /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.test(lang)) doc.documentElement.setAttribute('lang', lang.replace('_', '-'));
}

/** The front matter of a document's DOM; empty for a page and for a document that has none. */
export function matterOf(doc: Document): Matter {
  return matters.get(doc)?.matter ?? NONE;
}

/** What can be asked of a document's front matter; undefined for a page and for a document that has none. */
export function frontOf(doc: Document): Front | undefined {
  return matters.get(doc)?.front;
}

const NONE: Matter = new Map();

/** The first of the keys that has a text. */
export function textIn(matter: Matter, ...keys: string[]): string | undefined {
  for (const key of keys) {
    const value = matter.get(key);
    if (typeof value === 'string' && value.trim()) return value.trim();
  }
  return undefined;
}

/** The value of a key as a list: one value is a list of one, nothing an empty list. */
export function listIn(matter: Matter, ...keys: string[]): readonly MatterValue[] {
  const value = keys.map((key) => matter.get(key)).find((one) => one !== undefined && one !== '');
  return value === undefined ? [] : isList(value) ? value : [value];
}

export function isList(value: MatterValue): value is readonly MatterValue[] {
  return Array.isArray(value);
}

export function isMatter(value: MatterValue | undefined): value is Matter {
  return value instanceof Map;
}
