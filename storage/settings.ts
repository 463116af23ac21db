/** What is kept outside IndexedDB, in the browser's own extension storage. The one place of this floor that touches the browser's API. */
import { browser } from 'wxt/browser';
import type { NoticingChoice } from '../core/noticing';
import type { Status } from '../core/talk';
import type { Sort } from './search/order';

export interface Settings {
  watermark: Watermark;
  /** Set when the database turned out to be a new or older one; shown until it is dismissed. */
  damage: Damage;
  /** When that was last, as an ISO 8601 instant in UTC: places in the sequence from before mean something else since. */
  wentBackAt: string;
  /** When the automatic backup last failed, as an ISO 8601 instant in UTC; gone with the next that is made. */
  backupFailed: string;
  /** The searches somebody keeps, in the order they were made. */
  searches: SavedSearch[];
  /** The place of the vault this browser is in. Holds a password or token: read by sync alone, and in no export. */
  syncPlace: SyncPlace;
  newTalks: NewTalks;
  /** The templates somebody made, in the order they were made. */
  templates: KeptTemplate[];
  /** The id of the template that was copied with last. */
  copyAs: string;
  /** By folded tag; what is in it is checked in core/tag-colours.ts. */
  tagColours: Record<string, string>;
  /** The columns of the library's list; checked in components/list/columns.ts. */
  columns: string[];
  noticing: NoticingChoice;
  /** The choice that becomes `noticing` once the browser allows what it needs; kept while its prompt is open. */
  askedFor: NoticingChoice;
  /** What `noticing` needs and the browser no longer allows; shown until it is allowed again or done without. */
  lostOrigins: string[];
}

/** What a talk starts with when it is saved. */
export interface NewTalks {
  /** Stand in the popup's tag box from the start. */
  tags: string[];
  status: Status;
}

/** A template as formats/templates/ knows it; what is in it is checked there. */
export interface KeptTemplate {
  name: string;
  text: string;
  escape: string;
  extension?: string;
}

/** What the database must at least hold, noted after every write. */
export interface Watermark {
  databaseId: string;
  sequence: number;
  count: number;
}

/** How many searches somebody can keep. */
export const MOST_SEARCHES = 50;

/** What is asked for under a name; the fields of storage/search.ts. */
export interface SavedSearch {
  name: string;
  query: string;
  tags: string[];
  filters: string[];
  sort: Sort;
}

/** A backend by its id, and what its form was filled in with. */
export interface SyncPlace {
  backend: string;
  settings: Record<string, string>;
}

export interface Damage {
  /** ISO 8601 instant in UTC. */
  noticedAt: string;
  /** How many talks there were, and how many there are. */
  had: number;
  has: number;
}

export async function readSetting<K extends keyof Settings>(key: K): Promise<Settings[K] | undefined> {
  const found = await browser.storage.local.get(key);
  return found[key] as Settings[K] | undefined;
}

export async function writeSetting<K extends keyof Settings>(key: K, value: Settings[K] | undefined): Promise<void> {
  if (value === undefined) await browser.storage.local.remove(key);
  else await browser.storage.local.set({ [key]: value });
}

export async function clearSettings(): Promise<void> {
  await browser.storage.local.clear();
}

/** Calls back when a setting was written, by whichever part of the extension. @returns what stops it */
export function watchSetting(key: keyof Settings, changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => Object.hasOwn(changes, key) && changed();
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
