/**
 * What a talk is. One shape travels from the page to the export: a `TalkDraft` is what a page says,
 * a `Talk` is the draft plus what its owner adds.
 */

export const TALK_KINDS = ['talk', 'lightning', 'keynote', 'workshop', 'panel', 'meetup', 'episode', 'link'] as const;
export type TalkKind = (typeof TALK_KINDS)[number];

export const LINK_KINDS = ['page', 'video', 'slides', 'code', 'rsvp', 'audio', 'other'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export const STATUSES = ['to watch', 'watching', 'watched', 'dropped'] as const;
export type Status = (typeof STATUSES)[number];

export interface Speaker {
  name: string;
  affiliation?: string;
  url?: string;
}

export interface EventRef {
  name: string;
  url?: string;
  /** The name the event carries every year or month, for instance "EuroPython". */
  series?: string;
}

export interface TalkLink {
  /** Absolute http(s) or mailto address. */
  url: string;
  kind: LinkKind;
  label?: string;
}

export interface Source {
  /** The address of the page or document the draft was read from. */
  url: string;
  /** The page's own title. */
  title: string;
  /** Id of the site file or generic reader that had most to say. */
  extractor: string;
  /** ISO 8601 instant in UTC. */
  capturedAt: string;
  /** True where several talks stand on that page, so that its address alone does not name this one. */
  shared?: boolean;
}

export interface TalkDraft {
  title: string;
  kind: TalkKind;
  speakers: Speaker[];
  event?: EventRef;
  /** As much of ISO 8601 as the page really says: a date, a local time, or a time with offset. */
  starts?: string;
  ends?: string;
  /** IANA zone name, where the page names one. */
  zone?: string;
  location?: string;
  /** Plain text, at most `LIMITS.abstract` characters. */
  abstract?: string;
  /** BCP 47 tag. */
  language?: string;
  links: TalkLink[];
  source: Source;
}

/** A saved talk: what the page says, and what its owner adds. */
export interface Talk extends TalkDraft {
  /** Random, never changes. */
  id: string;
  /** Canonical keys (core/identity.ts): derived from the draft, kept for the index that finds a page's talks. */
  keys: string[];
  tags: string[];
  /** What the owner wrote. */
  note: string;
  status: Status;
  /** ISO 8601 instant in UTC. */
  savedAt: string;
  /** What the owner corrected of what the page says: a re-capture leaves these alone. */
  corrected: DraftField[];
  /** Hybrid-logical-clock stamp of the save; holds for every field without an own stamp below. */
  stamp: string;
  /** Later stamps, per field that a person or a re-capture changed since. */
  stamps: Partial<Record<UserField | DraftField, string>>;
}

/** The fields a person writes; a re-capture of the page never touches them. */
export const USER_FIELDS = ['tags', 'note', 'status'] as const;
export type UserField = (typeof USER_FIELDS)[number];

/** The fields a page says; a person may correct them too. */
export const DRAFT_FIELDS = [
  'title',
  'kind',
  'speakers',
  'event',
  'starts',
  'ends',
  'zone',
  'location',
  'abstract',
  'language',
  'links',
] as const;
export type DraftField = (typeof DRAFT_FIELDS)[number];

/** Upper bounds for what is taken from a page or a file: every page is hostile. Lengths are in UTF-16 units. */
export const LIMITS = {
  title: 300,
  name: 120,
  abstract: 4000,
  label: 200,
  url: 2048,
  note: 20_000,
  tag: 60,
  tags: 100,
  speakers: 50,
  links: 60,
  talksPerPage: 2000,
} as const;
