import type { Site } from '../finding';
import { inZone } from '../instants';
import { joinPlace } from '../json-ld-events';
import { at, seek, stateIn, textAt } from '../page-state';
import { proseMirrorDom } from '../prose-mirror';
import { meetingOf } from '../site-meeting';
import { pathOf } from '../site-parts';

/**
 * Luma, state seen 2026. Events, calendars, cities and people share one form of address; the state says which it is. Hosts are organisers,
 * not speakers, and `guest_data` is the viewer's own.
 */
const site: Site = {
  hosts: ['luma.com'],
  recognises: ({ site }) => site === 'luma.com' || site === 'lu.ma',
  read(page) {
    const slug = pathOf(page).split('/').at(-1);
    const state = at(stateIn(page.doc.querySelector('script#__NEXT_DATA__')), 'props', 'pageProps', 'initialData');
    const event = at(state, 'data', 'event');
    const here = slug !== undefined && (textAt(event, 'url') === slug || textAt(event, 'api_id') === slug);
    if (!here) return isOther(state, slug) ? null : undefined;
    const zone = textAt(event, 'timezone');
    const meeting = {
      title: textAt(event, 'name'),
      starts: inZone(textAt(event, 'start_at'), zone),
      ends: inZone(textAt(event, 'end_at'), zone),
      zone,
      location: placeOf(event),
      group: textAt(state, 'data', 'calendar', 'name'),
    };
    return meetingOf(meeting, proseMirrorDom(at(state, 'data', 'description_mirror'), page.doc), page);
  },
};

/** A calendar, a city or a person; not an event that was clicked on there. */
function isOther(state: unknown, slug: string | undefined): boolean {
  if (!slug || slug === 'discover') return true;
  const kind = textAt(state, 'kind');
  return kind !== undefined && kind !== 'event' && !seek(state, (value) => textAt(value, 'url') === slug);
}

/** The street may be hidden until one is let in; then only the town is known. */
function placeOf(event: unknown): string | undefined {
  if (textAt(event, 'location_type') === 'online') return 'Online';
  const place = at(event, 'geo_address_info');
  if (textAt(place, 'mode') === 'obfuscated') return textAt(place, 'city_state') ?? textAt(place, 'city');
  return joinPlace([textAt(place, 'address'), textAt(place, 'full_address') ?? textAt(place, 'city_state')]);
}

export default site;
