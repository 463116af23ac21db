import { atDay, readClock, readWhen } from '../dates';
import type { Site, TalkFinding } from '../finding';
import { readSpeakers } from '../names';
import { textOf, type Page } from '../page';
import { attribute, linkTo, oneTalk, pathOf, proseIn, said, type Said } from '../site-parts';

/**
 * sched.com, also on own domains, seen 2026-10. Many events put the people into the title: "Title - Name, Company & Name, Company". The zone is
 * only an abbreviation, so times stay local.
 */
const site: Site = {
  hosts: ['sched.com'],
  marks: '.sched-container',
  read(page) {
    const path = pathOf(page);
    if (/\/event\/\w+(?:\/[^/]*)?$/.test(path)) return talkPage(page);
    if (/\/(?:speakers?|directory|venue|sponsors?|login|info|attendees)(?:\/|$)/.test(path)) return null;
    return schedule(page);
  },
};

function talkPage(page: Page): Said | undefined {
  const root = page.doc.querySelector('.list-single__event');
  const whole = root && said(root, '.session-title, .event, h1, h2');
  if (!root || !whole) return undefined;
  const listed = [...root.querySelectorAll('.sched-person-session')].map((person) => ({
    name: attribute(person, 'h2 a', 'title') ?? textOf(person.querySelector('h2')),
    affiliation: said(person, '.sched-event-details-role-company'),
  }));
  const { title, speakers } = splitTitle(whole, listed);
  const when = readWhen(said(root, '.list-single__date') ?? '', 'en');
  const video = attribute(root, '.sched-event-details iframe, iframe', 'src');
  return oneTalk({
    title,
    speakers,
    event: eventOf(page),
    ...when,
    location: said(root, '.list-single__location a, .list-single__location'),
    abstract: proseIn(root, '.tip-description', page),
    links: [...[...root.querySelectorAll('.file-uploaded')].flatMap((file) => fileLinks(file, page)), ...linkTo('video', video, page)],
  });
}

/** Uploaded files are slides, whatever their names say. */
function fileLinks(file: Element, page: Page) {
  const anchor = file.closest('a[href]') ?? file.querySelector('a[href]');
  return linkTo('slides', anchor?.getAttribute('href'), page, textOf(anchor));
}

/** What stands after the last dash is people where the page's own list, or the form of the text, says so. */
function splitTitle(
  whole: string,
  listed: TalkFinding['speakers'] & object,
): Pick<TalkFinding, 'title'> & { speakers: NonNullable<TalkFinding['speakers']> } {
  const at = whole.lastIndexOf(' - ');
  const tail = at > 0 ? whole.slice(at + 3) : '';
  const named = tail ? readSpeakers(tail) : [];
  const known = listed.some(({ name }) => tail.includes(name)) || (listed.length === 0 && named.some(({ affiliation }) => affiliation));
  return known ? { title: whole.slice(0, at), speakers: listed.length > 0 ? listed : named } : { title: whole, speakers: listed };
}

function eventOf({ doc, title }: Page) {
  const name = doc.querySelector('meta[property="og:site_name"]')?.getAttribute('content') ?? /^(.{3,120}?): /.exec(title)?.[1];
  return name ? { name } : undefined;
}

function schedule(page: Page): Said | undefined {
  const event = eventOf(page);
  const year = /\b20\d\d\b/.exec(`${event?.name ?? ''} ${page.title}`)?.[0];
  let day: string | undefined;
  let clock: ReturnType<typeof readClock>;
  const talks = [...page.doc.querySelectorAll(`:is(.sched-container, .sched-container-inner) :is(h2, h3, h4, ${ENTRY})`)].flatMap(
    (element) => {
      if (element.matches(ENTRY)) return entryOf(element, day && clock ? atDay(day, clock) : { starts: day }, page);
      const text = textOf(element);
      // Day and time stand in headings before the entries; the year only in the event's name.
      const named = readWhen(text, 'en') ?? (year ? readWhen(`${text.replace(/\s[A-Z]{3,5}$/, '')} ${year}`, 'en') : undefined);
      if (named) day = named.starts.slice(0, 10);
      clock = readClock(text) ?? (named ? undefined : clock);
      return [];
    },
  );
  if (talks.length < 2) return undefined;
  return { kind: 'schedule', title: event?.name ?? page.title, event, talks, complete: true };
}

const ENTRY = 'span.event';

/** The venue is inside the title's link. */
function entryOf(entry: Element, when: Pick<TalkFinding, 'starts'>, page: Page): TalkFinding[] {
  const anchor = entry.querySelector('a.name');
  if (!anchor) return [];
  const venue = textOf(anchor.querySelector('.vs'));
  const { title, speakers } = splitTitle(textOf(anchor).replace(venue, '').trim(), []);
  const links = linkTo('page', anchor.getAttribute('href'), page, title);
  return title ? [{ title, speakers, ...when, location: venue || undefined, links }] : [];
}

export default site;
