import type { Site } from '../finding';
import { isoTime } from '../instants';
import { eventsInJsonLd, placeOf } from '../json-ld-events';
import { textAt } from '../page-state';
import { metaOf } from '../page';
import { meetingOf } from '../site-meeting';
import { pathOf, said } from '../site-parts';

const EVENT = /^(?:\/[a-z]{2})?\/events\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Mobilizon, on the hosts of groups, seen 2025-04. Times are in UTC; the zone is not in the page. After a click the JSON-LD is that of the
 * first event, so it counts only under its own title.
 */
const site: Site = {
  hosts: [],
  recognises: (page) => / - Mobilizon$/.test(page.title) || (metaOf(page.doc, 'generator') ?? '').includes('obilizon'),
  read(page) {
    if (!EVENT.test(pathOf(page))) return null;
    const { doc } = page;
    const shown = said(doc, 'main h1, h1');
    const event = eventsInJsonLd(doc).find((one) => !shown || textAt(one, 'name') === shown);
    const description = doc.querySelector('.description-content, .event-description, section.description');
    const short = doc.createElement('p');
    short.textContent = textAt(event, 'description') ?? '';
    const meeting = {
      title: shown ?? textAt(event, 'name'),
      starts: isoTime(textAt(event, 'startDate')),
      ends: isoTime(textAt(event, 'endDate')),
      location: placeOf(event),
      group: textAt(event, 'organizer', 'name'),
    };
    return meetingOf(meeting, description ?? short, page);
  },
};

export default site;
