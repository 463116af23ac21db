import { flat, type Thing } from './thing';

const MOST = 20;

/** schema.org events in microdata, and h-event and its elder hCalendar. */
export function markedUp(doc: Document): Thing[] {
  const items = [...doc.querySelectorAll('[itemtype*="schema.org/"][itemtype$="Event"]')].slice(0, MOST);
  const events = [...doc.querySelectorAll('.h-event, .vevent')].slice(0, MOST);
  return [...items.map(fromMicrodata), ...events.map(fromMicroformat)].filter(({ name }) => name !== '');
}

function fromMicrodata(item: Element): Thing {
  const prop = (name: string): Element | null =>
    [...item.querySelectorAll(`[itemprop~="${name}"]`)].find((one) => holderOf(one) === item) ?? null;
  const place = prop('location');
  const performer = prop('performer');
  return {
    types: [item.getAttribute('itemtype')?.replace(/^.*\//, '') ?? ''],
    name: flat(prop('name')) ?? '',
    url: valueOf(prop('url')),
    starts: valueOf(prop('startDate')),
    ends: valueOf(prop('endDate')),
    location: flat(place?.querySelector('[itemprop="name"]')) ?? flat(place),
    description: flat(prop('description')),
    performers: /Person$/.test(performer?.getAttribute('itemtype') ?? '')
      ? [flat(performer?.querySelector('[itemprop="name"]')) ?? ''].filter(Boolean)
      : [],
  };
}

/** The item a property belongs to: the nearest scope around it, not the one it opens itself. */
function holderOf(property: Element): Element | null {
  return property.parentElement?.closest('[itemscope]') ?? null;
}

function fromMicroformat(event: Element): Thing {
  const part = (selector: string): Element | null => event.querySelector(selector);
  return {
    types: ['Event'],
    name: flat(part('.p-name, .summary')) ?? '',
    url: valueOf(part('.u-url, .url')),
    starts: valueOf(part('.dt-start, .dtstart')),
    ends: valueOf(part('.dt-end, .dtend')),
    location: flat(part('.p-location .p-name, .p-location, .location')),
    description: flat(part('.p-description, .p-summary, .description')),
    performers: [],
  };
}

/** The machine's value where there is one: content, datetime, title, href; else the text. */
function valueOf(element: Element | null): string | undefined {
  if (!element) return undefined;
  const inner = element.querySelector('.value-title[title], time[datetime], [content]') ?? element;
  const value = ['content', 'datetime', 'title', 'href'].map((name) => inner.getAttribute(name)).find(Boolean);
  return value?.trim() ?? flat(element);
}
