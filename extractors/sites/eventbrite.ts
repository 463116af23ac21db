import type { Site } from '../finding';
import { isoTime } from '../instants';
import { inertDocument } from '../inert';
import { eventsInJsonLd, placeOf } from '../json-ld-events';
import { at, listAt, stateIn, textAt } from '../page-state';
import type { Page } from '../page';
import { meetingOf } from '../site-meeting';
import { pathOf, said } from '../site-parts';

/**
 * Eventbrite under the domain of every country, state seen 2026. The summary in its JSON-LD is one line, the whole text is in the state; the
 * dates of a series span all its sessions, so the next session counts.
 */
const site: Site = {
  hosts: ['eventbrite.com'],
  recognises: ({ site }) => /(?:^|\.)eventbrite\.(?:com?\.)?[a-z]{2,3}$/.test(site),
  read(page) {
    const id = /^\/e\/(?:.*-)?(\d{6,})$/.exec(pathOf(page))?.[1];
    if (!id) return null;
    const context = at(stateIn(page.doc.querySelector('script#__NEXT_DATA__')), 'props', 'pageProps', 'context');
    const here = textAt(context, 'basicInfo', 'id') === id || at(context, 'basicInfo', 'id') === Number(id) ? context : undefined;
    const event = eventsInJsonLd(page.doc).find((one) => textAt(one, 'url')?.includes(id));
    const session = isoTime(textAt(here, 'goodToKnow', 'highlights', 'nextAvailableSession'));
    const isSeries = at(here, 'basicInfo', 'isSeries') === true;
    const meeting = {
      title: textAt(here, 'basicInfo', 'name') ?? textAt(event, 'name') ?? said(page.doc, 'h1'),
      starts: isSeries ? session : (isoTime(textAt(event, 'startDate')) ?? session),
      ends: isSeries ? undefined : isoTime(textAt(event, 'endDate')),
      location: placeOf(event) ?? textAt(here, 'basicInfo', 'venue', 'name'),
      group: textAt(event, 'organizer', 'name'),
    };
    return meetingOf(meeting, descriptionOf(here, page), page);
  },
};

function descriptionOf(context: unknown, { doc }: Page): Element | null {
  const modules = listAt(context, 'structuredContent', 'modules').filter((module) => textAt(module, 'type') === 'text');
  const html = modules.map((module) => textAt(module, 'text') ?? '').join('\n');
  return html
    ? inertDocument(`<!doctype html><html><body>${html.slice(0, 500_000)}</body></html>`, doc).body
    : doc.querySelector('.event-details__main-inner, .structured-content-rich-text');
}

export default site;
