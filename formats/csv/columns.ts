import { addressOf } from '../../core/address';
import type { Talk } from '../../core/talk';

/** The headings of our own table. A file is ours when it starts with the first three. */
export const COLUMNS = [
  'id',
  'title',
  'url',
  'kind',
  'speakers',
  'event',
  'event url',
  'series',
  'starts',
  'ends',
  'zone',
  'location',
  'language',
  'status',
  'tags',
  'note',
  'abstract',
  'links',
  'found on',
  'saved',
] as const;
export type Column = (typeof COLUMNS)[number];

/** The cells of a talk in the order of the headings. Lists of names are parted by semicolons; links stand one a line: kind, address, label. */
export function columnsOf(talk: Talk): string[] {
  const { source, event, links } = talk;
  const cells: Record<Column, string> = {
    id: talk.id,
    title: talk.title,
    url: addressOf(talk) ?? source.url,
    kind: talk.kind,
    speakers: listed(talk.speakers.map(({ name }) => name)),
    event: event?.name ?? '',
    'event url': event?.url ?? '',
    series: event?.series ?? '',
    starts: talk.starts ?? '',
    ends: talk.ends ?? '',
    zone: talk.zone ?? '',
    location: talk.location ?? '',
    language: talk.language ?? '',
    status: talk.status,
    tags: listed(talk.tags),
    note: talk.note,
    abstract: talk.abstract ?? '',
    links: links.map(({ kind, url, label = '' }) => `${kind} ${url} ${label.replace(/\s+/g, ' ')}`.trim()).join('\n'),
    'found on': source.shared ? source.url : '',
    saved: talk.savedAt,
  };
  return COLUMNS.map((column) => cells[column]);
}

function listed(names: string[]): string {
  return names.map((name) => name.replaceAll(';', ',')).join('; ');
}

/** What a spreadsheet takes for a formula at the start of a cell (OWASP, CSV injection), full-width forms too. */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A cell as it stands in the file. An apostrophe before a formula makes it text, and one more before what looks defused already. */
export function cellOf(text: string): string {
  const plain = (FORMULA.test(text) ? `'${text}` : text).replace(/\p{Cs}/gu, '\ufffd').replaceAll('\0', '');
  return /[",;\t\r\n]|^\s|\s$/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** The text that `cellOf` was given. */
export function textOfCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
