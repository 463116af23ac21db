import { canonicalKey } from './canonical';
import { unionOfTags } from './tags';
import { DRAFT_FIELDS, LIMITS, STATUSES, type Talk, type TalkLink } from './talk';

/**
 * What one talk becomes when another record of it is merged into it: what it lacks comes from the other; links, tags and notes of both are kept, and
 * the status that is further on. Only the fields that change.
 */
export function mergeOf(kept: Talk, other: Talk): Partial<Talk> {
  const filled = DRAFT_FIELDS.filter((field) => isEmpty(kept[field]) && !isEmpty(other[field]));
  const notes = [kept.note, other.note].map((note) => note.trim()).filter(Boolean);
  return {
    ...Object.fromEntries(filled.map((field) => [field, other[field]])),
    links: unionOfLinks(kept, other),
    tags: unionOfTags(kept.tags, other.tags),
    note: [...new Set(notes)].join('\n\n').slice(0, LIMITS.note),
    status: STATUSES.indexOf(other.status) > STATUSES.indexOf(kept.status) ? other.status : kept.status,
  };
}

/** The links of both and the other's own page, each once. */
function unionOfLinks(kept: Talk, other: Talk): TalkLink[] {
  const page: TalkLink[] = other.source.shared ? [] : [{ url: other.source.url, kind: 'page', label: other.source.title }];
  const known = new Set([canonicalKey(kept.source.url)]);
  return [...kept.links, ...other.links, ...page]
    .filter(({ url }, place) => place < kept.links.length || !known.has(canonicalKey(url)))
    .filter(({ url }, place, all) => all.findIndex((link) => canonicalKey(link.url) === canonicalKey(url)) === place)
    .slice(0, LIMITS.links);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
