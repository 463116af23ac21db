import type { Site } from '../finding';
import { isoTime } from '../instants';
import { joinPlace } from '../json-ld-events';
import { meetingOf } from '../site-meeting';
import { attribute, pathOf, said } from '../site-parts';

/** gancio, the calendars of towns and scenes, seen 2025-01. Its times carry no offset and are those of the place. */
const site: Site = {
  hosts: [],
  recognises: (page) => /^\/event\/[^/]+$/.test(pathOf(page)) && page.doc.querySelector('#event.h-event .dt-start') !== null,
  read(page) {
    const event = page.doc.querySelector('#event.h-event');
    if (!event) return null;
    const meeting = {
      title: said(event, '.p-name'),
      starts: isoTime(attribute(event, '.dt-start', 'content') ?? attribute(event, '.dt-start', 'datetime')),
      ends: isoTime(attribute(event, '.dt-end', 'content') ?? attribute(event, '.dt-end', 'datetime')),
      location: joinPlace([said(event, '.p-location .p-name'), said(event, '.p-street-address')]),
      language: page.lang,
    };
    return meetingOf(meeting, event.querySelector('.p-description'), page);
  },
};

export default site;
