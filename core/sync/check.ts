/**
 * Whether what came from elsewhere can be a talk. Files are authenticated, so what fails here was written by another version, by a damaged device or by
 * somebody who has the key: the file is refused as a whole and nothing of it is taken in. Bounds are a little wider than what is written here, so that
 * a later version may widen its own.
 */
import { isStamp } from '../clock';
import { LIMITS } from '../talk';
import { safeUrl } from '../url';
import { SET_FIELDS, type MarkedTalk } from './state';

/** What is not a talk, or too much of one. */
export class Refused extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'Refused';
  }
}

/** The most elements of a set that are known, removed ones included; also the most ids of one record. */
export const MOST_ELEMENTS = 4000;
const MOST_FIELDS = 100;
const MOST_DEPTH = 8;
/** The longest text of one unknown field, as JSON. */
const MOST_UNKNOWN = 100_000;

type Check = (value: unknown) => boolean;

const text =
  (most: number): Check =>
  (value) =>
    typeof value === 'string' && value.length <= 2 * most;
const address: Check = (value) => typeof value === 'string' && safeUrl(value) !== undefined;
const instant: Check = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]{8,18}Z$/.test(value);
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const list =
  (most: number, check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every(check);
const stamps: Check = list(MOST_ELEMENTS, isStamp);
const shape =
  (checks: Record<string, Check>): Check =>
  (value) =>
    isRecord(value) && Object.entries(checks).every(([name, check]) => check(Object.hasOwn(value, name) ? value[name] : undefined));
const table =
  (most: number, check: Check): Check =>
  (value) =>
    isRecord(value) && Object.keys(value).length <= most && Object.values(value).every(check);
const dots: Check = (value) => Array.isArray(value) && value.length === 2 && value.every(stamps);

const SET_ELEMENTS = Object.fromEntries(SET_FIELDS.map((field) => [field, maybe(table(MOST_ELEMENTS, dots))]));
const SET_LISTS = Object.fromEntries(SET_FIELDS.map((field) => [field, maybe(list(MOST_ELEMENTS, text(LIMITS.url + LIMITS.title)))]));
const id: Check = (value) => typeof value === 'string' && /^[\w-]{1,64}$/.test(value);

const FIELDS: Record<string, Check> = {
  id,
  title: text(LIMITS.title),
  kind: text(20),
  speakers: list(2 * LIMITS.speakers, shape({ name: text(LIMITS.name), affiliation: maybe(text(LIMITS.name)), url: maybe(address) })),
  event: maybe(shape({ name: text(LIMITS.title), url: maybe(address), series: maybe(text(LIMITS.title)) })),
  starts: maybe(text(40)),
  ends: maybe(text(40)),
  zone: maybe(text(64)),
  location: maybe(text(LIMITS.title)),
  abstract: maybe(text(LIMITS.abstract)),
  language: maybe(text(35)),
  links: list(2 * LIMITS.links, shape({ url: address, kind: text(20), label: maybe(text(LIMITS.label)) })),
  source: shape({ url: address, title: text(LIMITS.title), extractor: text(LIMITS.name), capturedAt: text(30), shared: maybe(isBoolean) }),
  keys: list(MOST_ELEMENTS, text(LIMITS.url + LIMITS.title)),
  tags: list(MOST_ELEMENTS, text(LIMITS.tag)),
  note: text(LIMITS.note),
  status: text(20),
  savedAt: instant,
  corrected: list(MOST_ELEMENTS, text(LIMITS.tag)),
  stamp: isStamp,
  stamps: table(MOST_FIELDS, isStamp),
  marks: maybe(
    shape({
      sets: maybe(shape(SET_ELEMENTS)),
      lists: maybe(shape(SET_LISTS)),
      alive: maybe(isStamp),
      gone: maybe(stamps),
      deletedAt: maybe(instant),
      ids: maybe(list(MOST_ELEMENTS, id)),
    }),
  ),
};

/** Members a row has in a database only. */
const LOCAL = ['seq', 'mine'];

/** A talk that came from elsewhere, as it may be joined and stored. @throws Refused */
export function checkedTalk(value: unknown): MarkedTalk {
  if (!isRecord(value)) throw new Refused('a record is no object');
  const names = Object.keys(value);
  if (names.length > MOST_FIELDS) throw new Refused('a record has too many fields');
  for (const [name, check] of Object.entries(FIELDS)) {
    if (!check(Object.hasOwn(value, name) ? value[name] : undefined)) throw new Refused(`"${name}" of a record cannot be`);
  }
  for (const name of names) if (!Object.hasOwn(FIELDS, name)) checkUnknown(name, value[name]);
  const talk = value as unknown as MarkedTalk;
  if (talk.marks?.ids?.some((other) => other <= talk.id)) throw new Refused('a record is named by a wrong id');
  return talk;
}

function checkUnknown(name: string, value: unknown): void {
  if (!/^[a-zA-Z]\w{0,40}$/.test(name) || LOCAL.includes(name)) throw new Refused('a record has a field with an impossible name');
  if (!isShallow(value, MOST_DEPTH) || JSON.stringify(value).length > MOST_UNKNOWN) throw new Refused(`"${name}" of a record is too large`);
}

/** Whether a value is nested no deeper than so; looks no further than that. */
export function isShallow(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return most > 0 && Object.values(value).every((inner) => isShallow(inner, most - 1));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}
