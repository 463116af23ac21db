import { LINK_KINDS, STATUSES, TALK_KINDS } from '../../core/talk';
import type { Raw } from '../input/admit';
import { COLUMNS, textOfCell, type Column } from './columns';

type Get = (name: string) => string;

interface Layout {
  /** Headings that only this program's tables have together, lower case. */
  headings: readonly string[];
  raw: (get: Get) => Raw;
}

/** Programs whose tables people move in with, the particular before the general. */
const LAYOUTS: readonly Layout[] = [
  { headings: COLUMNS.slice(0, 4), raw: ours },
  // Raindrop.io, 2026-10: tags by comma, created as ISO 8601
  { headings: ['title', 'url', 'excerpt', 'folder', 'created'], raw: raindrop },
  // Pocket, the last export of 2025: tags by bar, time in seconds, status unread or archive
  { headings: ['title', 'url', 'time_added', 'tags'], raw: pocket },
  // Instapaper, 2026-10: folder Unread, Starred, Archive or a person's own; tags as a JSON list
  { headings: ['url', 'title', 'selection', 'folder'], raw: instapaper },
  // Readwise Reader, 2026-10: tags as a Python list, location new, later, shortlist, archive or feed
  { headings: ['title', 'url', 'document tags', 'saved date'], raw: readwise },
  { headings: ['title', 'url'], raw: plain },
];

/** How rows under a heading become talks; undefined where the heading names no title or no address. */
export function layoutOf(heading: string[]): ((cells: string[]) => Raw) | undefined {
  const names = heading.map((name) =>
    name
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase(),
  );
  const layout = LAYOUTS.find(({ headings }) => headings.every((name) => names.includes(name)));
  if (!layout) return undefined;
  const places = new Map(names.map((name, index) => [name, index]));
  return (cells) => layout.raw((name) => cells[places.get(name) ?? -1] ?? '');
}

function ours(get: Get): Raw {
  const cell = (name: Column) => textOfCell(get(name));
  const shared = cell('found on');
  return {
    id: cell('id'),
    title: cell('title'),
    kind: TALK_KINDS.find((kind) => kind === cell('kind')),
    speakers: parts(cell('speakers'), ';'),
    event: { name: cell('event'), url: cell('event url'), series: cell('series') },
    starts: cell('starts'),
    ends: cell('ends'),
    zone: cell('zone'),
    location: cell('location'),
    language: cell('language'),
    abstract: cell('abstract'),
    links: cell('links').split('\n').map(linkOf),
    ...(shared ? { sharedPage: { url: shared } } : { url: cell('url') }),
    status: STATUSES.find((status) => status === cell('status')),
    tags: parts(cell('tags'), ';'),
    note: cell('note'),
    savedAt: cell('saved'),
  };
}

function linkOf(text: string): NonNullable<Raw['links']>[number] {
  const [kind, url, ...label] = text.trim().split(' ');
  return { url, kind: LINK_KINDS.find((known) => known === kind) ?? 'other', label: label.join(' ') };
}

function raindrop(get: Get): Raw {
  const folder = /^unsorted$/i.test(get('folder')) ? [] : [get('folder')];
  return { ...plain(get), abstract: get('excerpt'), tags: [...parts(get('tags'), ','), ...folder], savedAt: get('created') };
}

function pocket(get: Get): Raw {
  const status = get('status') === 'archive' ? 'watched' : 'to watch';
  return { ...plain(get), tags: parts(get('tags'), '|'), savedAt: get('time_added'), status };
}

function instapaper(get: Get): Raw {
  const folder = get('folder');
  const own = /^(unread|archive|starred)$/i.test(folder) ? [] : [folder];
  const status = /^archive$/i.test(folder) ? 'watched' : 'to watch';
  return { ...plain(get), note: get('selection'), tags: [...quoted(get('tags')), ...own], savedAt: get('timestamp'), status };
}

function readwise(get: Get): Raw {
  const status = get('location') === 'archive' ? 'watched' : 'to watch';
  return { ...plain(get), tags: quoted(get('document tags')), savedAt: get('saved date'), status };
}

/** Any other table with a title and an address. Its kind is not known to be a talk. */
function plain(get: Get): Raw {
  const url = get('url');
  return { title: get('title') || url, url, kind: 'link', note: get('note') || get('notes'), tags: parts(get('tags'), /[,;|]/) };
}

function parts(text: string, mark: string | RegExp): string[] {
  return text
    .split(mark)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** The items of a list as JSON or Python writes it: `["a", "b"]`, `['a', "it's"]`. */
function quoted(text: string): string[] {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/g)].map(([, double, single]) =>
    (double ?? single ?? '').replace(/\\(.)/g, '$1'),
  );
}
