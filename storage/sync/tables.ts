import type { SyncReport } from './report';

/** A segment of a device's changes, as its head names it. Holds what changed there after `from` up to `to`. */
export interface Segment {
  path: string;
  from: number;
  to: number;
  count: number;
  bytes: number;
}

/** A whole library at one time. What it holds of each device's changes is in `cursors`. */
export interface Snapshot {
  shards: { path: string; count: number; bytes: number }[];
  cursors: Record<string, Cursor>;
  count: number;
}

/** How far a device's changes are taken in, and by which of its heads. */
export interface Cursor {
  mark: number;
  generation: number;
  token: string;
}

/** Another device of the vault, as far as this one has read it. */
export interface DeviceRow {
  id: string;
  /** What its owner calls it. */
  name: string;
  /** ISO 8601 instant in UTC of its last push, by its own clock. */
  at: string;
  /** Its changes are taken in up to here. */
  cursor: number;
  /** The generation of the newest head that was taken in, and its token. */
  generation: number;
  token: string;
  /** The tokens its newest head gives for the generations before. */
  chain: Record<number, string>;
  /** The versions in the listing of the heads that were taken in. */
  versions: Partial<Record<Slot, string>>;
  /** A head that changed and still said nothing new: a slow server, or one that touches files. Read again a few times. */
  doubts: number;
  /** The latest stamp that came from it. */
  lastStamp: string;
  /** Up to where it has taken in the changes of this one. */
  acknowledged: number;
  segments: Segment[];
  snapshot?: Snapshot;
  /** The end of its changes, by its newest head. */
  mark: number;
  /** Number of its talks. */
  count: number;
  left: boolean;
  /** Shards of its snapshot that are taken in. */
  shardsDone?: string[];
}

export type Slot = 'a' | 'b';

export interface VaultRow {
  key: 'vault';
  id: string;
  /** AES-256-GCM; cannot be exported. */
  secret: CryptoKey;
  /** The vault's own file as it was last seen, so that it can be put back where a server loses it. */
  file: string;
  joinedAt: string;
}

/** What a slot was found to hold: a head of this device, or nothing usable. */
export interface SlotSeen {
  version: string;
  generation: number;
  mark: number;
  layout: number;
}

/** What this device has written. Everything of it is noted before the write it speaks of. */
export interface SelfRow {
  key: 'self';
  /** 8 hex digits. A new one where another copy of this profile turned up. */
  device: string;
  name: string;
  /** Ids this profile had before. */
  was: string[];
  /** The highest generation that was ever tried. */
  generation: number;
  /** A random word for each of the last generations, to know our own heads by. */
  tokens: Record<number, string>;
  slots: Partial<Record<Slot, SlotSeen>>;
  /** How often in a row an own head changed and showed old bytes. */
  doubts?: Partial<Record<Slot, number>>;
  segments: Segment[];
  snapshot?: Snapshot;
  drafting?: { cursors: Record<string, Cursor>; shards: Snapshot['shards']; table: 'talks' | 'tombstones'; after: string };
  /** Counts changes of `segments` and `snapshot`: a head with another one is out of date. */
  layout: number;
  /** Files that heads from a generation on do not name any more. */
  garbage: { path: string; from: number }[];
  /** The clock's node with which own heads were first looked at: another one means that the browser was started since. */
  checkedBy?: string;
  /** When a head was last written, milliseconds since 1970. */
  wroteAt?: number;
  /** What the server took without complaint and was not read back yet. */
  unread?: { slot: Slot; mark: number };
  /** The mark of the last complete listing, and what was made of it. */
  listing?: { mark: string; uses: number; at: number };
  /** When every head was last read, milliseconds since 1970. */
  thoroughAt: number;
  /** Segments of others that could not be read. */
  missing: string[];
  /** What a person agreed to, and until when that holds. */
  agreed?: { question: string; until: number };
  /** True once this profile has taken in the vault for the first time. */
  joined: boolean;
}

/** When to try again. Kept, because a worker forgets. */
export interface QueueRow {
  key: 'queue';
  attempts: number;
  /** Milliseconds since 1970. */
  nextAt: number;
}

export interface ReportRow {
  key: 'report';
  last?: SyncReport;
  /** ISO 8601 instant in UTC of the last sync that went to its end. */
  succeededAt?: string;
}

export type SyncRow = VaultRow | SelfRow | QueueRow | ReportRow;

/** A value that a sync replaced, or that came too late to hold. */
export interface HistoryRow {
  /** `<talk> <field> <stamp>`. */
  id: string;
  talk: string;
  field: string;
  value: unknown;
  stamp: string;
  /** ISO 8601 instant in UTC at which it was put aside here. */
  at: string;
  /** The device whose files brought the change; its name is in the table of devices. */
  device: string;
  /** What holds instead. */
  kept: unknown;
}
