import type { LinkKind, Status, Talk, TalkDraft } from '../core/talk';
import type { Refusal } from './input/refusal';

/**
 * A format is one file `formats/<id>.ts`. Its default export says what it is and stays cheap: menus load it for every format, while the
 * rest of the file is fetched only when the format is used. The rest are the named exports `write`, `read` or both.
 */
export interface About {
  /** The format's own name, shown as it is in every language. */
  label: string;
  /** Without the dot. */
  extension: string;
  mime: string;
  ways: 'out' | 'in' | 'both';
  /**
   * Whether a file is of this format, from its first `HEAD` characters; `name` only to break a tie. Pure and cheap: no imports. Every format
   * that reads has it.
   */
  recognises?: (head: string, name: string) => boolean;
}

/** How many characters of a file `recognises` gets to see. */
export const HEAD = 32_768;

export interface Format extends About {
  /** The file's name without `.ts`. */
  id: string;
  load: () => Promise<Partial<Writer & Reader>>;
}

export interface Writer {
  /** Streams: never holds all talks. Text is to be encoded as UTF-8. */
  write: (talks: Talks, options: WriteOptions) => AsyncIterable<string | Uint8Array>;
}

export interface Reader {
  /** Decoded text in, talks and refusals out, in the order of the file. Never throws for what is in the file. */
  read: (text: AsyncIterable<string>, options: ReadOptions) => AsyncIterable<Imported>;
}

export type Talks = Iterable<Talk> | AsyncIterable<Talk>;

export const GROUPINGS = ['event', 'tag', 'month', 'status'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface WriteOptions {
  /** Heading or name of the list. */
  title?: string;
  /** Default: event. */
  groupBy?: Grouping;
  /** What the list says beside the talks, in the language of its reader; English unless told. */
  words?: Words;
  /** Whether reading lists carry the abstracts too. */
  abstracts?: boolean;
  /** When the file is made; a parameter so that tests get equal files. */
  now?: Date;
  /** What travels in a JSON backup beside the talks. */
  backup?: Backup;
}

/** The words of lists. They are passed in, because formats know no language of the interface. */
export interface Words {
  /** BCP 47 tag. */
  language: string;
  /** Headings of the talks without an event, a tag or a month. */
  rest: Readonly<Record<Exclude<Grouping, 'status'>, string>>;
  abstract: string;
  status: Readonly<Record<Status, string>>;
  link: Readonly<Record<LinkKind, string>>;
}

export interface ReadOptions {
  /** The address the file came from, for items that have none of their own. */
  base?: string;
  /** When the file is read; becomes `capturedAt`. */
  now?: Date;
  /** Reads a text of no format: a page or document. Nothing where it is none, or has no talks. */
  document?: (text: string, file: string) => Promise<readonly Imported[]>;
}

/** Settings, templates and saved searches as their owners keep them; plain JSON, checked by the part that takes it back. */
export interface Backup {
  settings?: unknown;
  templates?: unknown;
  searches?: unknown;
}

/** A talk as a file tells it: always the draft, and what the file knows of the owner's part. Clean, capped and safe to keep. */
export type ImportedTalk = TalkDraft & Partial<Omit<Talk, keyof TalkDraft>>;

/** One item of a file. Lines count from 1. */
export type Imported = { talk: ImportedTalk; line?: number } | Refusal | { backup: Backup };
