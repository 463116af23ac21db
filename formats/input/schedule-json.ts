import type { EventRef } from '../../core/talk';
import { parseUrl } from '../../core/url';
import type { Imported, ReadOptions } from '../format';
import { admit, type Raw } from './admit';
import { endOf, kindOf, withoutTags } from './program';
import { listMember, member, textMember, wholeJson } from './whole';

interface Conference {
  event: EventRef;
  zone?: string;
  base?: string;
}

/** The sessions of a `schedule.json` as pretalx 2026, frab and c3voc's tools write it: days, in them rooms, in them events. */
export async function* readScheduleJson(text: AsyncIterable<string>, options: ReadOptions): AsyncIterable<Imported> {
  const read = await wholeJson(text);
  if ('refused' in read) {
    yield read;
    return;
  }
  const schedule = member(read.value, 'schedule');
  const conference = conferenceOf(schedule);
  const lines = new Lines(read.text);
  for (const day of listMember(member(schedule, 'conference'), 'days')) {
    const rooms = member(day, 'rooms');
    for (const room of typeof rooms === 'object' && rooms ? Object.keys(rooms) : []) {
      for (const session of listMember(rooms, room)) {
        yield admit(rawOf(session, room, conference), 'schedule-json', options, lines.of(textMember(session, 'guid')));
      }
    }
  }
}

/** The lines on which talks stand, found by their GUIDs, which come in the order of the file. */
class Lines {
  private line = 1;
  private at = 0;

  constructor(private readonly text: string) {}

  of(guid: string | undefined): number | undefined {
    const place = guid ? this.text.indexOf(`"${guid}"`, this.at) : -1;
    if (place < 0) return undefined;
    for (let next = this.text.indexOf('\n', this.at); next >= 0 && next < place; next = this.text.indexOf('\n', next + 1)) this.line += 1;
    this.at = place;
    return this.line;
  }
}

function conferenceOf(schedule: unknown): Conference {
  const conference = member(schedule, 'conference');
  const base = textMember(conference, 'url') ?? textMember(schedule, 'base_url') ?? textMember(conference, 'base_url');
  return { event: { name: textMember(conference, 'title') ?? '', url: base }, zone: textMember(conference, 'time_zone_name'), base };
}

function rawOf(session: unknown, room: string, { event, zone, base }: Conference): Raw {
  const starts = textMember(session, 'date');
  const page = textMember(session, 'url');
  return {
    title: [textMember(session, 'title'), textMember(session, 'subtitle')].filter(Boolean).join(': '),
    kind: kindOf(textMember(session, 'type')),
    ...(page ? { url: parseUrl(page, base)?.href ?? page } : { sharedPage: { url: base, title: event.name } }),
    speakers: listMember(session, 'persons').map((person) => nameOf(person)),
    event,
    starts,
    ends: endOf(starts, textMember(session, 'duration')),
    zone,
    location: room,
    abstract: [textMember(session, 'abstract'), textMember(session, 'description')]
      .map((part) => withoutTags(part ?? ''))
      .filter(Boolean)
      .join('\n\n'),
    language: textMember(session, 'language'),
    links: [
      ...listMember(session, 'links').map((link) => linkOf(link, 'other')),
      ...listMember(session, 'attachments').map((link) => linkOf(link, 'slides')),
    ],
  };
}

function nameOf(person: unknown): string {
  return textMember(person, 'public_name') ?? textMember(person, 'name') ?? textMember(person, 'full_public_name') ?? '';
}

function linkOf(link: unknown, kind: 'other' | 'slides'): NonNullable<Raw['links']>[number] {
  return { url: textMember(link, 'url'), kind, label: textMember(link, 'title') };
}
