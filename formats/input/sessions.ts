import type { Imported, ReadOptions } from '../format';
import { admit, type Raw } from './admit';
import type { Attributes, Handler } from './markup';
import { endOf, kindOf, withoutTags } from './program';

/** What is kept of one text: more than any description holds. */
const MOST_TEXT = 30_000;

type Link = NonNullable<Raw['links']>[number];

interface Session {
  line: number;
  /** Text of each child, by its name. */
  fields: Map<string, string>;
  persons: string[];
  links: Link[];
}

/** The sessions of a `schedule.xml` (Pentabarf's form, as pretalx 2026 and frab write it): schedule, day, room, event. */
export class Sessions implements Handler {
  found: Imported[] = [];
  private readonly conference = new Map<string, string>();
  private inConference = false;
  private seen = false;
  private room = '';
  private session: Session | undefined;
  private link: Link | undefined;
  private taken = '';

  constructor(private readonly options: ReadOptions) {}

  open(name: string, attributes: Attributes, line: number): void {
    const given = (key: string): string => (Object.hasOwn(attributes, key) ? (attributes[key] ?? '') : '');
    this.taken = '';
    if (name === 'schedule') this.seen = true;
    else if (name === 'conference') this.inConference = true;
    else if (name === 'room' && !this.session) this.room = given('name');
    else if (name === 'event') this.session = { line, fields: new Map(), persons: [], links: [] };
    else if (name === 'link') this.link = { url: given('href'), kind: 'other' };
    else if (name === 'attachment') this.link = { url: given('href'), kind: 'slides' };
  }

  close(name: string): void {
    const text = this.taken.trim();
    this.taken = '';
    if (name === 'conference') this.inConference = false;
    else if (name === 'event') this.finish();
    else if (name === 'person') this.session?.persons.push(text);
    else if (this.link && (name === 'link' || name === 'attachment')) {
      this.session?.links.push({ ...this.link, label: text });
      this.link = undefined;
    } else if (this.session && text && !this.session.fields.has(name)) this.session.fields.set(name, text);
    else if (this.inConference && text) this.conference.set(name, text);
  }

  text(text: string): void {
    if (this.taken.length < MOST_TEXT) this.taken += text;
  }

  end(unclosed: boolean, line: number): void {
    if (!this.seen) this.found.push({ refused: 'unknown', line, fatal: true });
    else if (unclosed) this.found.push({ refused: 'truncated', line, fatal: true });
  }

  private finish(): void {
    if (!this.session) return;
    const { fields, persons, links, line } = this.session;
    this.session = undefined;
    const get = (name: string): string => fields.get(name) ?? '';
    const [starts, base] = [get('date') || undefined, this.conference.get('url') ?? this.conference.get('base_url')];
    const event = { name: this.conference.get('title') ?? '', url: base };
    const page = get('url') ? { url: get('url') } : { sharedPage: { url: base, title: event.name } };
    const raw: Raw = {
      title: [get('title'), get('subtitle')].filter(Boolean).join(': '),
      kind: kindOf(get('type')),
      ...page,
      speakers: persons,
      event,
      starts,
      ends: endOf(starts, get('duration')),
      zone: this.conference.get('time_zone_name'),
      location: this.room || get('room'),
      abstract: [get('abstract'), get('description')].map(withoutTags).filter(Boolean).join('\n\n'),
      language: get('language'),
      links,
    };
    this.found.push(admit(raw, 'schedule-xml', this.options, line));
  }
}
