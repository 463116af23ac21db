import type { Site } from '../finding';
import { isoTime } from '../instants';
import { joinPlace } from '../json-ld-events';
import { descriptionDocument } from '../description';
import { at, stateIn, textAt } from '../page-state';
import type { Page } from '../page';
import { meetingOf } from '../site-meeting';
import { pathOf, said } from '../site-parts';

/**
 * meetup.com, state seen 2026-08. Times come from the state only: `<time datetime>` is the viewer's own clock with the event's offset. After a
 * click the state is that of another page; then title and description are read as shown, and no time is said.
 */
const site: Site = {
  hosts: ['meetup.com'],
  read(page) {
    const id = /^(?:\/[a-z]{2}-[A-Z]{2})?\/[^/]+\/events\/([A-Za-z0-9]+)$/.exec(pathOf(page))?.[1];
    if (!id || id === 'calendar' || id === 'ical' || id === 'rss') return null;
    return fromState(page, id) ?? asShown(page);
  },
};

function fromState(page: Page, id: string) {
  const apollo = at(stateIn(page.doc.querySelector('script#__NEXT_DATA__')), 'props', 'pageProps', '__APOLLO_STATE__');
  const event = at(apollo, `Event:${id}`);
  if (!textAt(event, 'title')) return undefined;
  const group = follow(apollo, event, 'group');
  const meeting = {
    title: textAt(event, 'title'),
    starts: isoTime(textAt(event, 'dateTime')),
    ends: isoTime(textAt(event, 'endTime')),
    zone: textAt(group, 'timezone'),
    location: placeOf(follow(apollo, event, 'venue'), event),
    group: textAt(group, 'name'),
  };
  return meetingOf(meeting, descriptionDocument(textAt(event, 'description') ?? '', page.doc).body, page);
}

/** The record a field points to by `__ref`. */
function follow(apollo: unknown, record: unknown, field: string): unknown {
  const ref = textAt(record, field, '__ref');
  return ref ? at(apollo, ref) : at(record, field);
}

function placeOf(venue: unknown, event: unknown): string | undefined {
  if (textAt(event, 'eventType') === 'ONLINE' || at(event, 'isOnline') === true) return 'Online';
  return joinPlace([textAt(venue, 'name'), textAt(venue, 'address'), textAt(venue, 'city')]);
}

/** Both designs of 2026; the description's last child may be a button. */
function asShown(page: Page) {
  const { doc } = page;
  const description = doc.querySelector('#event-details, main section div.break-words, main [class*="break-words"]');
  const location = joinPlace([said(doc, '[data-testid=venue-name]'), said(doc, '[data-testid=location-info]')]);
  return meetingOf({ title: said(doc, 'main h1, h1'), location }, description, page);
}

export default site;
