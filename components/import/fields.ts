import { i18n } from '#i18n';
import { listText } from '../wording/facts';

const KEYS = {
  title: 'talk.title',
  kind: 'facet.kind',
  speakers: 'talk.speakers',
  event: 'talk.event',
  starts: 'talk.date',
  ends: 'talk.date',
  zone: 'talk.date',
  location: 'talk.location',
  abstract: 'talk.abstract',
  language: 'facet.language',
  links: 'talk.links',
  tags: 'talk.tags',
  note: 'talk.note',
  status: 'talk.status',
} as const;

/** Fields of a talk by their names for people. */
export function fieldsText(fields: readonly string[]): string {
  const names = fields.flatMap((field) => (Object.hasOwn(KEYS, field) ? i18n.t(KEYS[field as keyof typeof KEYS]) : []));
  return listText([...new Set(names)]);
}
