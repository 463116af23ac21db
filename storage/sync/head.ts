/**
 * A head: what a device says of itself. One line of JSON, then its newest changes, a line each. A device has two of them and writes them in turn, so that
 * one is whole while the other is written.
 */
import type { Change } from './changes';
import { changesIn, lineOf } from './changes';
import { SyncProblem } from './problem';
import type { Cursor, Segment, Slot, Snapshot } from './tables';

export interface Head {
  v: 1;
  device: string;
  name: string;
  /** ISO 8601 instant in UTC, by the device's clock. */
  at: string;
  generation: number;
  /** Random for each generation: by it a device knows its own writes. */
  token: string;
  /** The tokens of the generations before: whoever read one of them with another token knows that two wrote under this id. */
  chain: Record<number, string>;
  /** Its changes up to here are in segments and below. */
  mark: number;
  /** Number of its talks. */
  count: number;
  segments: Segment[];
  snapshot?: Snapshot;
  layout: number;
  /** Up to where it has taken in the changes of the others. */
  acknowledged: Record<string, number>;
  /** Ids it had before it turned out to be a copy. */
  was: string[];
  /** Segments of others it could not read. */
  missing: string[];
  left?: boolean;
}

export interface ReadHead {
  head: Head;
  changes: Change[];
}

/** The most bytes a head has in the vault. */
export const MOST_HEAD = 512 * 1024;

const MOST_LISTED = 5000;
const PATH = /^v1\/(?:s|snap)\/[\da-f]{8}\/[\w-]{1,40}$/;

export function headPath(device: string, slot: Slot): string {
  return `v1/h/${device}.${slot}`;
}

/** Whose head a path of the listing is. */
export function headOf(path: string): { device: string; slot: Slot } | undefined {
  const [, device, slot] = /^v1\/h\/([\da-f]{8})\.([ab])$/.exec(path) ?? [];
  return device ? { device, slot: slot as Slot } : undefined;
}

export function headText(head: Head, changes: readonly Change[]): string {
  return `${JSON.stringify(head)}\n${changes.map(lineOf).join('')}`;
}

/** @throws SyncProblem `damaged`, `newer` */
export function parseHead(text: string, path: string, generation: number): ReadHead {
  const [first = '', ...lines] = text.split('\n');
  const head = parsed(first);
  if (head && typeof head.v === 'number' && head.v > 1)
    throw new SyncProblem('newer', 'A device of the vault has a later version', { path });
  if (!head || !isHead(head) || head.generation !== generation || headOf(path)?.device !== head.device) {
    throw new SyncProblem('damaged', 'What a device says of itself cannot be', { path });
  }
  return { head, changes: changesIn(lines, path) };
}

function parsed(text: string): Partial<Record<keyof Head, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function isHead(head: Partial<Record<keyof Head, unknown>>): head is Head & Record<keyof Head, unknown> {
  const { device, name, at, generation, token, mark, count, segments, snapshot, layout, acknowledged, was, missing } = head;
  const texts = [device, name, at, token].every((text) => typeof text === 'string' && text.length <= 200);
  const numbers = [generation, mark, count, layout].every(isCount);
  const tables = isChain(head.chain) && isTable(acknowledged, isCount);
  const lists = isListOf(segments, isSegment) && isListOf(was, isText) && isListOf(missing, isText);
  return texts && numbers && lists && tables && (snapshot === undefined || isSnapshot(snapshot));
}

function isSegment(value: unknown): boolean {
  const { path, from, to, count, bytes } = (value ?? {}) as Partial<Segment>;
  return isPath(path) && [from, to, count, bytes].every(isCount);
}

function isSnapshot(value: unknown): boolean {
  const { shards, cursors, count } = (value ?? {}) as Partial<Snapshot>;
  return isTable(cursors, isCursor) && isCount(count) && isListOf(shards, (shard) => isPath((shard as { path?: unknown } | null)?.path));
}

function isCursor(value: unknown): boolean {
  const { mark, generation, token } = (value ?? {}) as Partial<Cursor>;
  return isCount(mark) && isCount(generation) && isText(token);
}

/** By device. */
function isTable(value: unknown, check: (item: unknown) => boolean): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return entries.length <= MOST_LISTED && entries.every(([device, item]) => /^[\da-f]{8}$/.test(device) && check(item));
}

function isChain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return entries.length <= MOST_LISTED && entries.every(([generation, token]) => /^\d{1,16}$/.test(generation) && isText(token));
}

function isPath(value: unknown): boolean {
  return typeof value === 'string' && PATH.test(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 200;
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isListOf(value: unknown, check: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= MOST_LISTED && value.every(check);
}
