import { addressOf, linkOf } from '../../core/address';
import { STATUSES, type Talk } from '../../core/talk';
import { safeUrl } from '../../core/url';
import { hashTag } from '../text/markdown';
import { Address } from './escapes';

/** What a template can name, for its check and for the help beside the editor. A dot leads into a field, and alone is the item of a list. */
export const FIELDS: ReadonlySet<string> = new Set([
  ...['title', 'url', 'kind', 'names', 'speakers', 'name', 'affiliation', 'event', 'event.name', 'event.url', 'event.series', 'series'],
  ...[
    'starts',
    'starts.day',
    'starts.time',
    'starts.year',
    'starts.month',
    'ends',
    'ends.day',
    'ends.time',
    'day',
    'time',
    'year',
    'month',
  ],
  ...[
    'zone',
    'location',
    'abstract',
    'language',
    'links',
    'label',
    'video',
    'slides',
    'code',
    'audio',
    'tags',
    'tag',
    'tagList',
    'hashTags',
  ],
  ...['note', 'status', 'toWatch', 'watching', 'watched', 'dropped', 'saved', 'saved.day', 'saved.year', 'saved.month', 'first', 'last'],
  ...['upper', 'lower', 'line', 'short', 'quote', 'encode'],
]);

/** The lists among them. */
export const LISTS: ReadonlySet<string> = new Set(['speakers', 'links', 'tags']);

type View = Record<string, unknown>;
type Filter = () => (text: string, render: (text: string) => string) => string;

/** What may be done to a section of a template: `{{#upper}}{{title}}{{/upper}}`. */
const FILTERS: Record<string, Filter> = {
  upper: filter((text) => text.toUpperCase()),
  lower: filter((text) => text.toLowerCase()),
  line: filter((text) => text.replace(/\s+/g, ' ').trim()),
  short: filter((text) => (text.length <= 200 ? text : `${text.slice(0, 199).replace(/[\ud800-\udbff]$/, '')}…`)),
  quote: filter((text) => text.replace(/^/gm, '> ')),
  encode: filter((text) => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))),
};

/** A talk as templates see it: plain records without a prototype, so that a name finds a field or nothing. */
export function viewOf(talk: Talk): View {
  const { title, kind, zone, location, abstract, language, note, status, speakers, tags } = talk;
  const texts = { title, kind, zone, location, abstract, language, note, status };
  const places = Object.fromEntries((['video', 'slides', 'code', 'audio'] as const).map((name) => [name, addressed(linkOf(talk, name))]));
  return record({
    ...texts,
    ...places,
    url: addressed(addressOf(talk)),
    names: speakers.map(({ name }) => name).join(', '),
    speakers: listed(speakers.map(({ name, affiliation, url }) => ({ name, affiliation: affiliation ?? '', url: addressed(url) }))),
    event: talk.event && record({ name: talk.event.name, series: talk.event.series, url: addressed(talk.event.url) }),
    starts: momentView(talk.starts),
    ends: momentView(talk.ends),
    saved: momentView(talk.savedAt),
    links: listed(talk.links.map(({ url, kind: what, label }) => ({ url: addressed(url), kind: what, label: label ?? what }))),
    tags: listed(tags.map((tag) => ({ tag }))),
    tagList: tags.join(', '),
    hashTags: tags
      .map((tag) => hashTag(tag).replaceAll('\\', ''))
      .filter(Boolean)
      .join(' '),
    ...Object.fromEntries(STATUSES.map((name) => [name.replace(' w', 'W'), name === status])),
    ...FILTERS,
  });
}

function filter(change: (text: string) => string): Filter {
  return () => (text, render) => change(render(text));
}

function addressed(url: string | undefined): Address | undefined {
  const address = safeUrl(url);
  return address ? new Address(address) : undefined;
}

/** The parts of a moment as far as they are known. */
function momentView(iso: string | undefined): View | undefined {
  const [, day, month, year, time] = /^(((\d{4})(?:-\d\d)?)(?:-\d\d)?)(?:T(\d\d:\d\d))?/.exec(iso ?? '') ?? [];
  return day ? record({ day, month, year, time }) : undefined;
}

/** Items that know whether they are the first or the last one, for what stands between them. */
function listed(items: View[]): View[] {
  return items.map((item, index) => record({ ...item, first: index === 0, last: index === items.length - 1 }));
}

function record(fields: View): View {
  return Object.assign(Object.create(null) as View, fields);
}
