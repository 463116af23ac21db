import type { Site } from '../finding';
import { isoTime } from '../instants';
import { eventsInJsonLd, placeOf } from '../json-ld-events';
import { textAt } from '../page-state';
import { pathOf, said } from '../site-parts';

/**
 * Bevy: gdg.community.dev and the community sites of many companies. Event pages are server-rendered, but their markup is not verified: title,
 * time and place come from JSON-LD where it is, the talks are left to the generic reader.
 */
const site: Site = {
  hosts: ['gdg.community.dev'],
  recognises: (page) => /(?:^|\.)community\.dev$/.test(page.site) || /^\/events\/details\/[\w-]+-presents-[\w-]+$/.test(pathOf(page)),
  read(page) {
    if (!/^\/events\/details\/[^/]+$/.test(pathOf(page))) return null;
    const title = said(page.doc, 'main h1, h1');
    const event = eventsInJsonLd(page.doc).find((one) => textAt(one, 'name') === title);
    if (!title || !event) return undefined;
    return {
      kind: 'meetup',
      title,
      starts: isoTime(textAt(event, 'startDate')),
      ends: isoTime(textAt(event, 'endDate')),
      location: placeOf(event),
      event: { name: title, series: textAt(event, 'organizer', 'name') },
    };
  },
};

export default site;
