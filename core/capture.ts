import { DRAFT_FIELDS, LIMITS, type Talk, type TalkDraft, type TalkLink } from './talk';
import { canonicalKey } from './canonical';
import { equal } from './equal';
import { keysOf } from './identity';

/**
 * A saved talk after one of its pages was read again. The page it was saved from refreshes what that page says; any other page
 * only fills what is missing. Links are added, never dropped. Tags, note, status and what a person corrected stay as they are.
 * Returns the changed fields only, so that equal content writes nothing.
 */
export function recapture(talk: Talk, draft: TalkDraft): Partial<TalkDraft> {
  const home = canonicalKey(talk.source.url) === canonicalKey(draft.source.url);
  const changed: Partial<TalkDraft> = {};
  for (const field of DRAFT_FIELDS) {
    if (field === 'links' || talk.corrected.includes(field)) continue;
    // What was saved as a mere link turns out to be a talk once its page is read.
    if (field === 'kind' && talk.kind !== 'link') continue;
    if (isEmpty(draft[field]) || (!home && !isEmpty(talk[field])) || equal(draft[field], talk[field])) continue;
    Object.assign(changed, { [field]: draft[field] });
  }
  const links = unionOfLinks(talk, draft, home);
  return links.length > talk.links.length ? { ...changed, links } : changed;
}

/** Whether a re-capture would change a talk. */
export function saysMore(talk: Talk, draft: TalkDraft): boolean {
  return Object.keys(recapture(talk, draft)).length > 0;
}

/** The keys after a re-capture: those it had, and the new ones. */
export function keysAfter(talk: Talk, changed: Partial<TalkDraft>): string[] {
  return [...new Set([...talk.keys, ...keysOf({ ...talk, ...changed })])];
}

function unionOfLinks(talk: Talk, draft: TalkDraft, home: boolean): TalkLink[] {
  const other: TalkLink[] = home || draft.source.shared ? [] : [{ url: draft.source.url, kind: 'page', label: draft.source.title }];
  const known = new Set(talk.links.map((link) => canonicalKey(link.url)));
  const added = [...draft.links, ...other].filter((link) => !known.has(canonicalKey(link.url)));
  return [...talk.links, ...added].slice(0, LIMITS.links);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
