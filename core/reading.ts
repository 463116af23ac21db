import type { EventRef, Source, TalkDraft, TalkLink } from './talk';

export const PAGE_KINDS = ['talk', 'meetup', 'show-notes', 'schedule'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** What a whole page or document turned out to be: its own frame, and the talks on it. */
export interface PageReading {
  kind: PageKind;
  /** The talk's, meeting's, episode's or conference's own title. */
  title: string;
  /** When the meeting or episode itself takes place; same forms as in a draft. */
  starts?: string;
  ends?: string;
  zone?: string;
  location?: string;
  event?: EventRef;
  language?: string;
  abstract?: string;
  /** Links of the page as a whole (RSVP, recording), not of one talk. */
  links: TalkLink[];
  /** The talks of a talk page, meeting or schedule; the linked items of show notes. */
  talks: TalkDraft[];
  source: Source;
}

/** The answer of the scripts that are injected into a page. */
export interface Extracted {
  url: string;
  page: PageReading | null;
  /** Whether the page is a document shown as plain text, which only extract-text.js can read. */
  isText: boolean;
  /** Whether extract-archive.js leaves the page to extract.js. */
  isLeft?: boolean;
}

/**
 * What the popup offers to clip: the talks; for show notes the episode first; the meeting itself where it names no talk. A talk of a meeting takes time,
 * place and event from it where it has none of its own.
 */
export function draftsOf(page: PageReading): TalkDraft[] {
  if (page.kind === 'show-notes') return [frameDraft(page, 'episode'), ...page.talks];
  if (page.kind === 'meetup' && page.talks.length === 0) return [frameDraft(page, 'meetup')];
  const event = page.event ?? (page.kind === 'meetup' ? { name: page.title, url: page.source.url } : undefined);
  return page.talks.map((talk) => ({ ...talk, event: talk.event ?? event, ...(page.kind === 'meetup' && placed(talk, page)) }));
}

/** Time and place of a talk at a meeting. Start, end and zone belong together: a talk has all of them from one of the two. */
function placed(talk: TalkDraft, meeting: PageReading): Partial<TalkDraft> {
  const { starts, ends, zone } = talk.starts ? talk : meeting;
  return { starts, ends, zone, location: talk.location ?? meeting.location };
}

function frameDraft({ talks: _talks, ...frame }: PageReading, kind: 'episode' | 'meetup'): TalkDraft {
  // The frame is the page: its address alone names it, whatever else is listed there.
  const { shared: _shared, ...source } = frame.source;
  return { ...frame, title: frame.title || source.title || fileName(source.url), kind, speakers: [], source };
}

/** What the address calls the page: `the-show-24` for `https://host.example/notes/the-show-24.md`, else the host. */
function fileName(address: string): string {
  const { pathname, host } = new URL(address);
  const name = pathname.split('/').findLast(Boolean);
  return name?.replace(/(?<=.)\.\w{1,5}$/, '') ?? host;
}
