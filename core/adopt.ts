import { equal } from './equal';
import { fold } from './fold';
import { mergeOf } from './merge';
import { DRAFT_FIELDS, USER_FIELDS, type DraftField, type Talk, type TalkDraft, type UserField } from './talk';

/** A talk as a file offers it: always the draft, and what the file knows of its owner's part. */
export type OfferedTalk = TalkDraft & Partial<Omit<Talk, keyof TalkDraft>>;

/** What becomes of a saved talk that a file tells otherwise. */
export const WAYS = ['merge', 'theirs', 'mine'] as const;
export type Way = (typeof WAYS)[number];

export type Adopted = Partial<Pick<Talk, UserField | DraftField>>;

/**
 * The fields of a saved talk that change when a file offers the same talk; none where nothing does. `mine` changes nothing. `theirs` takes every
 * field the file has; one of our own files has them all, another only what it says. `merge` fills what is missing and joins tags, links and notes.
 */
export function adopt(mine: Talk, offered: OfferedTalk, way: Way): Adopted {
  if (way === 'mine') return {};
  const wanted = way === 'theirs' ? said(offered) : merged(mine, offered);
  return Object.fromEntries(Object.entries(wanted).filter(([field, value]) => !isSame(field, mine[field as keyof Talk], value)));
}

/** What of a saved talk a file tells otherwise, in whatever way it is taken. */
export function differences(mine: Talk, offered: OfferedTalk): string[] {
  return [...new Set([...Object.keys(adopt(mine, offered, 'theirs')), ...Object.keys(adopt(mine, offered, 'merge'))])];
}

/** Whether the file holds all of the talk, as only our own format does; then a field it lacks is an empty one. */
export function isWhole(offered: OfferedTalk): boolean {
  return offered.stamps !== undefined;
}

function said(offered: OfferedTalk): Adopted {
  const fields = [...USER_FIELDS, ...DRAFT_FIELDS].filter((field) => isWhole(offered) || isSaid(field, offered[field]));
  return Object.fromEntries(fields.map((field) => [field, offered[field]]));
}

/** An empty field is one that a file has no place for; "talk" and "link" are what lists call everything. */
function isSaid(field: UserField | DraftField, value: unknown): boolean {
  if (field === 'kind') return value !== 'talk' && value !== 'link';
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function merged(mine: Talk, offered: OfferedTalk): Adopted {
  const other: Talk = { ...mine, tags: [], note: '', status: 'to watch', ...offered };
  const { note = '', ...fields } = mergeOf(mine, other);
  // A note that was joined before is not joined again.
  return { ...fields, note: mine.note.includes(other.note.trim()) ? mine.note : note };
}

function isSame(field: string, one: unknown, other: unknown): boolean {
  if (field === 'tags') return equal(sorted(one), sorted(other));
  return equal(one, other);
}

function sorted(tags: unknown): string[] {
  return Array.isArray(tags) ? tags.map((tag) => fold(String(tag))).sort() : [];
}
