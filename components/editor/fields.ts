import { safeUrl } from '../../core/url';
import { LIMITS, type Speaker, type Status, type Talk } from '../../core/talk';

/** A talk as the form holds it: text for everything that is typed. */
export interface Fields {
  title: string;
  speakers: string;
  event: string;
  starts: string;
  location: string;
  abstract: string;
  note: string;
  status: Status;
  tags: string[];
}

export function fieldsOf(talk: Talk): Fields {
  return {
    title: talk.title,
    speakers: talk.speakers.map(speakerLine).join('\n'),
    event: talk.event?.name ?? '',
    starts: talk.starts ?? '',
    location: talk.location ?? '',
    abstract: talk.abstract ?? '',
    note: talk.note,
    status: talk.status,
    tags: talk.tags,
  };
}

/** What a form changes of a talk: only fields that were really touched, so that nothing else counts as corrected. */
export function editOf(talk: Talk, fields: Fields): Partial<Talk> {
  const before = fieldsOf(talk);
  const touched = (Object.keys(fields) as (keyof Fields)[]).filter((name) => fields[name] !== before[name]);
  return Object.assign({}, ...touched.map((name) => valueOf(talk, name, fields))) as Partial<Talk>;
}

/** Whether a text is one of the forms a date is kept in (core/talk.ts `starts`), or empty. */
export function isDate(text: string): boolean {
  const [, year, month = '01', day = '01', hour = '00'] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/.exec(text.trim()) ?? [];
  if (text.trim() === '') return true;
  if (!year || Number(hour) > 23) return false;
  const moment = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(`${year}-${month}-${day}`);
}

function valueOf(talk: Talk, name: keyof Fields, fields: Fields): Partial<Talk> {
  const text = (value: string, most: number) => value.trim().slice(0, most) || undefined;
  switch (name) {
    case 'speakers':
      return { speakers: speakersIn(fields.speakers, talk.speakers) };
    case 'event': {
      const event = text(fields.event, LIMITS.title);
      return { event: event === undefined ? undefined : { ...(talk.event?.name === event ? talk.event : {}), name: event } };
    }
    case 'starts':
      return { starts: text(fields.starts, 40) };
    case 'location':
    case 'abstract':
      return { [name]: text(fields[name], LIMITS.abstract) };
    default:
      return { [name]: fields[name] };
  }
}

/** One speaker a line, the affiliation in brackets; addresses known before are kept with the name. */
function speakersIn(text: string, before: readonly Speaker[]): Speaker[] {
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  return lines.slice(0, LIMITS.speakers).map((line) => {
    const open = line.endsWith(')') ? line.lastIndexOf('(') : -1;
    const name = (open > 0 ? line.slice(0, open) : line).trim().slice(0, LIMITS.name);
    const affiliation =
      open > 0
        ? line
            .slice(open + 1, -1)
            .trim()
            .slice(0, LIMITS.name)
        : '';
    const url = safeUrl(before.find((speaker) => speaker.name === name)?.url);
    return { name, ...(affiliation && { affiliation }), ...(url && { url }) };
  });
}

function speakerLine({ name, affiliation }: Speaker): string {
  return affiliation ? `${name} (${affiliation})` : name;
}
