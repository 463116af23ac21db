import type { Site, TalkFinding } from '../finding';
import { isoTime } from '../instants';
import { linksIn } from '../links';
import { metaOf, textOf, type Page } from '../page';
import { attribute, oneTalk, ownText, pathOf, peopleIn, proseIn, said } from '../site-parts';

/**
 * pretalx and its forks, hosted by pretalx.com and by many conferences. Two layouts: up to 2026.2 (seen 2025-03) and the one of August
 * 2026 (seen in its source). The schedule page is an empty shell that a script fills; `/schedule/nojs` has the sessions.
 */
const site: Site = {
  hosts: ['pretalx.com'],
  recognises: ({ doc, site }) => metaOf(doc, 'generator') === 'pretalx' || /(^|\.)pretalx\.com$/.test(site),
  read(page) {
    const path = pathOf(page);
    if (/\/talk\/[A-Z0-9]{5,7}$/.test(path)) return talkPage(page);
    if (/\/(speakers?|featured|cfp|me|login)(\/|$)/.test(path)) return null;
    return undefined;
  },
};

function talkPage(page: Page) {
  const { doc } = page;
  const heading = doc.querySelector('h3.talk-title') ?? doc.querySelector('main h1, .talk h1, h1');
  const title = titleOf(heading);
  if (!heading || !title) return undefined;
  const slot = ownText(heading.querySelector('small'));
  const event = eventOf(page, title);
  const talk: TalkFinding = {
    title,
    speakers: peopleIn(doc, '.pretalx-session-info .title, .talk-speaker-card .talk-speaker-name', page),
    event,
    ...timesOf(doc, slot, event?.name ?? ''),
    location: placeOf(doc, slot),
    abstract: proseIn(doc, 'section.abstract, section.description', page),
    links: [...doc.querySelectorAll('section.resources, ul.talk-resources')].flatMap((list) => linksIn(list, page)),
  };
  return oneTalk(talk);
}

/** The title stands before the buttons inside its heading, since 2025 in a span of its own. */
function titleOf(heading: Element | null): string {
  const inner = heading?.querySelector('.heading-with-buttons') ?? heading;
  return ownText(inner?.querySelector(':scope > span') ?? null) || ownText(inner ?? null) || textOf(inner);
}

/** `<title>` is "Talk ::  Event :: pretalx"; `og:title` "Talk Event". */
function eventOf({ doc, title: pageTitle }: Page, talk: string) {
  const parts = pageTitle.split('::').map((part) => part.trim());
  const name = parts.length >= 3 ? parts.at(-2) : metaOf(doc, 'og:title')?.replace(talk, '').trim();
  return name ? { name } : undefined;
}

/** `datetime` has no offset, `data-isodatetime` has. */
function timesOf(doc: Document, slot: string, event: string): Pick<TalkFinding, 'starts' | 'ends' | 'zone'> {
  const times = [...doc.querySelectorAll('.talk-title time, .talk-slot-time time, .talk-slots time')]
    .filter((time) => !time.closest('.talk-neighbour'))
    .map((time) => isoTime(time.getAttribute('data-isodatetime') ?? time.getAttribute('datetime')));
  if (!times[0]) return timesIn(slot, event);
  return { starts: times[0], ends: times[1], zone: attribute(doc, '.talk-title time, .talk-slot-time time', 'data-timezone') };
}

/** "03-19, 16:30–16:55 (US/Eastern), Main Hall" in the old layout; the year then stands in the name of the event. */
function timesIn(slot: string, event: string): Pick<TalkFinding, 'starts' | 'ends' | 'zone'> {
  const found = /(?:(\d{4})-)?(\d\d-\d\d),? (\d\d:\d\d)\s?[–-]\s?(\d\d:\d\d)(?:\s*\(([\w/+-]+)\))?/.exec(slot);
  const year = found?.[1] ?? /\b20\d\d\b/.exec(event)?.[0];
  if (!found || !year) return {};
  const [, , day = '', starts = '', ends = '', zone] = found;
  return { starts: `${year}-${day}T${starts}`, ends: `${year}-${day}T${ends}`, zone };
}

function placeOf(doc: Document, slot: string): string | undefined {
  return said(doc, '.talk-slot-room') ?? (/\d\d:\d\d\s*\([\w/+-]+\),\s*(\S.{0,199})$/.exec(slot)?.[1]?.trim() || undefined);
}

export default site;
