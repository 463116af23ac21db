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

/**
 * Two pages of one talk, to be offered as a merge: the same title after folding, and an overlapping speaker or event, on one occasion. A talk that
 * is given again elsewhere has another date, recording and audience, and stays a record of its own; so does a title that every conference has.
 */
export function isMergeProposal(one: TalkDraft, other: TalkDraft): boolean {
  const title = foldTitle(one.title);
  if (title !== foldTitle(other.title) || isEverywhere(title)) return false;
  const [some, others] = [peopleOf(one), peopleOf(other)];
  const event = likenessOfEvents(one, other);
  if (event === 'other') return false;
  if (some.length === 0 || others.length === 0) return event === 'same' && areNear(one, other) !== false;
  return some.some((name) => others.includes(name)) && ((event === 'same' && namesYear(one)) || areNear(one, other) !== false);
}

/** Words of titles that every conference has, folded. */
const EVERYWHERE = new Set(
  (
    'the our your of and to at day first second third morning afternoon evening final conference session part plenary lightning closing opening ' +
    'welcome panel keynote keynotes talk talks remarks address ceremony note notes introduction intro orientation discussion qa ask me anything ' +
    'wrap up sprints announcements community monday tuesday wednesday thursday friday saturday sunday i ii iii iv'
  ).split(' '),
);

/** Whether a folded title names only a part that every conference has ("Lightning talks, day 2"), or nothing at all. */
function isEverywhere(title: string): boolean {
  return title.split(' ').every((word) => EVERYWHERE.has(word) || /^(?:[a-z]?|\d{1,4})$/.test(word));
}

const NOBODY = /^(?:various(?: (?:speakers|authors|presenters))?|multiple speakers|speakers?|unknown|anonymous|panel|tb[acd]|n\/a)$/;

function peopleOf({ speakers }: TalkDraft): string[] {
  return speakers.map(({ name }) => fold(name)).filter((name) => !NOBODY.test(name));
}

/** How two talks' events go together. Years count; of other words, those of the shorter name are enough ("PyCon" and "PyCon US 2018"). */
function likenessOfEvents({ event: one }: TalkDraft, { event: other }: TalkDraft): 'same' | 'maybe' | 'other' {
  if (!one?.name || !other?.name) return 'maybe';
  const [some, others] = [foldTitle(one.name).split(' '), foldTitle(other.name).split(' ')];
  if (some.join(' ') === others.join(' ')) return 'same';
  const [year, otherYear] = [some.find(isYear), others.find(isYear)];
  if (year && otherYear && year !== otherYear) return 'other';
  const [few, many] = some.length < others.length ? [some, others] : [others, some];
  return few.every((word) => isYear(word) || many.includes(word)) ? 'maybe' : 'other';
}

function namesYear({ event }: TalkDraft): boolean {
  return foldTitle(event?.name ?? '')
    .split(' ')
    .some(isYear);
}

function isYear(word: string): boolean {
  return /^(?:19|20)\d\d$/.test(word);
}

/** Longest time between the days that different pages give for one talk: the conference's first day, the talk's own. */
const MOST_DAYS_APART = 10;

/** Whether two talks may have been given on one occasion by their days; undefined where one says none. */
function areNear({ starts: one }: TalkDraft, { starts: other }: TalkDraft): boolean | undefined {
  const days = Math.abs(Date.parse(one?.slice(0, 10) ?? '') - Date.parse(other?.slice(0, 10) ?? '')) / 86_400_000;
  return Number.isNaN(days) ? undefined : days <= MOST_DAYS_APART;
}
