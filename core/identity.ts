import { canonicalKey } from './canonical';
import { fold, foldTitle } from './fold';
import type { Talk, TalkDraft } from './talk';

/** The most pages one record is found under; a talk linked from more is found under the first. */
const MOST_KEYS = 20;

/**
 * The keys a talk is found under: its page (plus its title where several talks share the page), its own page where it was met on a list, and its
 * video. An item of show notes is what it links to.
 */
export function keysOf(draft: TalkDraft): string[] {
  return [...new Set([...pageKeys(draft), ...videoKeys(draft)])].slice(0, MOST_KEYS);
}

/**
 * Whether a draft is the saved talk. A page that shows only this talk settles it, and so does a shared page with the same title. A video does only
 * with a similar title: the recording of a whole evening is linked from every talk of it.
 */
export function isSameTalk(draft: TalkDraft, talk: Talk): boolean {
  const shared = keysOf(draft).filter((key) => talk.keys.includes(key));
  if (shared.length === 0) return false;
  const pages = [...pageKeys(draft), ...pageKeys(talk)];
  return shared.some((key) => pages.includes(key)) || similarTitles(draft.title, talk.title);
}

function pageKeys(draft: TalkDraft): string[] {
  const page = canonicalKey(draft.source.url);
  // The key with the title is there on every page: one that has one talk today may list two tomorrow.
  const named = `${page} ${foldTitle(draft.title)}`;
  const own = ownPages(draft).filter((key) => key !== page);
  return draft.source.shared ? [named, ...own] : [page, named, ...own];
}

function ownPages({ kind, links }: TalkDraft): string[] {
  const own = kind === 'link' ? links.slice(0, 1) : links.filter((link) => link.kind === 'page');
  return own.map((link) => canonicalKey(link.url));
}

function videoKeys(draft: TalkDraft): string[] {
  // A video linked from a list may show the whole list; from a talk's own page, or beside a link to it, it shows that talk.
  if (draft.source.shared && ownPages(draft).length === 0) return [];
  return draft.links.filter((link) => link.kind === 'video').map((link) => canonicalKey(link.url));
}

function similarTitles(one: string, other: string): boolean {
  const [a, b] = [foldTitle(one), foldTitle(other)];
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
}

/** Two pages of one talk, to be offered as a merge: the same title after folding, and an overlapping speaker or event. */
export function isMergeProposal(one: TalkDraft, other: TalkDraft): boolean {
  if (foldTitle(one.title) !== foldTitle(other.title) || foldTitle(one.title) === '') return false;
  const names = new Set(one.speakers.map((speaker) => fold(speaker.name)));
  if (other.speakers.some((speaker) => names.has(fold(speaker.name)))) return true;
  return Boolean(one.event && other.event) && fold(one.event?.name ?? '') === fold(other.event?.name ?? '');
}
