import type { Site } from '../finding';
import { isoTime } from '../instants';
import { eventsInJsonLd, placeOf } from '../json-ld-events';
import { textAt } from '../page-state';
import { meetingOf } from '../site-meeting';
import { attribute, pathOf, said } from '../site-parts';

/** doorkeeper.jp: only its addresses are verified; what is not found where most pages have it is left to the generic reader. */
const site: Site = {
  hosts: ['doorkeeper.jp'],
  read(page) {
    if (!/^\/events\/\d+$/.test(pathOf(page))) return null;
    const { doc } = page;
    const title = said(doc, '.event-title, h1[itemprop=name], main h1, h1, h2[itemprop=name]');
    const description = doc.querySelector('[itemprop=description], .event-description, .description');
    const event = eventsInJsonLd(doc).find((one) => textAt(one, 'name') === title);
    if (!title || !description) return undefined;
    const meeting = {
      title,
      starts: isoTime(textAt(event, 'startDate') ?? attribute(doc, 'time, [itemprop=startDate]', 'datetime')),
      ends: isoTime(textAt(event, 'endDate') ?? attribute(doc, '[itemprop=endDate]', 'datetime')),
      zone: 'Asia/Tokyo',
      location: placeOf(event) ?? said(doc, '[itemprop=location], .event-venue'),
      group: said(doc, '.community-title, .group-name'),
      language: page.lang,
    };
    return meetingOf(meeting, description, page);
  },
};

export default site;
