/** What a record has to look like before it is believed, whoever sent it: a file, a message, another browser. Member by member as in talk.ts. */
import * as v from 'valibot';
import { DRAFT_FIELDS, LIMITS, LINK_KINDS, STATUSES, TALK_KINDS, USER_FIELDS, type Talk, type TalkDraft } from './talk';
import { safeUrl } from './url';

/** Which refusal a failed check stands for; every other failure is a wrong value. */
export const UNSAFE = 'unsafe address';
export const UNTITLED = 'no title';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const address = v.pipe(
  v.string(),
  v.maxLength(LIMITS.url),
  v.check((url) => safeUrl(url) !== undefined, UNSAFE),
);
/** A year, month, day, local time or time with offset. */
const moment = v.pipe(v.string(), v.regex(/^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/));
const instant = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/));
const stamp = v.pipe(v.string(), v.regex(/^[\dT:.+Z-]{20,40}-[\da-f]{4}-[\da-f]{8}$/));

/** The most keys a record has after merges; each is an address and perhaps a title. */
const MOST_KEYS = 200;

const draftMembers = {
  title: v.pipe(
    text(LIMITS.title),
    v.check((title) => title.trim() !== '', UNTITLED),
  ),
  kind: v.picklist(TALK_KINDS),
  speakers: v.pipe(
    v.array(v.object({ name: text(LIMITS.name), affiliation: v.optional(text(LIMITS.name)), url: v.optional(address) })),
    v.maxLength(LIMITS.speakers),
  ),
  event: v.optional(v.object({ name: text(LIMITS.title), url: v.optional(address), series: v.optional(text(LIMITS.title)) })),
  starts: v.optional(moment),
  ends: v.optional(moment),
  zone: v.optional(v.pipe(v.string(), v.regex(/^[\w+/-]{1,64}$/))),
  location: v.optional(text(LIMITS.title)),
  abstract: v.optional(text(LIMITS.abstract)),
  language: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z\d-]{2,35}$/))),
  links: v.pipe(
    v.array(v.object({ url: address, kind: v.picklist(LINK_KINDS), label: v.optional(text(LIMITS.label)) })),
    v.maxLength(LIMITS.links),
  ),
  source: v.object({
    url: address,
    title: text(LIMITS.title),
    extractor: text(LIMITS.name),
    capturedAt: instant,
    shared: v.optional(v.boolean()),
  }),
};

/** What a page says. Members that this version does not know are left out. */
export const DRAFT = v.object(draftMembers) satisfies v.GenericSchema<unknown, TalkDraft>;

/** A saved talk. Members that this version does not know are left out. */
export const TALK = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  ...draftMembers,
  keys: v.pipe(v.array(text(LIMITS.url + LIMITS.title + 1)), v.maxLength(MOST_KEYS)),
  tags: v.pipe(v.array(text(LIMITS.tag)), v.maxLength(LIMITS.tags)),
  note: text(LIMITS.note),
  status: v.picklist(STATUSES),
  savedAt: instant,
  corrected: v.pipe(v.array(v.picklist(DRAFT_FIELDS)), v.maxLength(DRAFT_FIELDS.length)),
  stamp,
  stamps: v.partial(v.object(stampEntries())),
}) satisfies v.GenericSchema<unknown, Talk>;

function stampEntries() {
  const fields = [...USER_FIELDS, ...DRAFT_FIELDS];
  return Object.fromEntries(fields.map((field) => [field, stamp])) as Record<(typeof fields)[number], typeof stamp>;
}
