/** Whether a calendar is of talks at all: most calendars are of matches, birthdays, bins and holidays. */
import type { CalendarEvent } from './events';

const TALK_WORDS =
  /\b(?:talks?|keynotes?|lectures?|workshops?|tutorials?|sessions?|panels?|lightning|plenary|speakers?|conf(?:erence)?s?|\w+conf|\w*meet-?ups?|meetings?|seminars?|colloquium|symposium|summit|hackathon|unconference|barcamp|\w*camp|pycon\w*|schedule|agenda|vortrag|vorträge|referent(?:en|in)?|konferenz|tagung|fachvortrag|stammtisch|user\s?group|conférences?|atelier|intervenant|rencontre|charlas?|ponencia|taller|palestras?|encontro|incontro|relatore|prelekcja|spotkanie)\b|講演|発表|勉強会|登壇|演讲|讲座|講座|доклад|митап|pretalx|frab|pentabarf|sessionize|indico/iu;
const OTHER_WORDS =
  /[⚽🏀🏈⚾🎾🏐🏒🏉🏁🎂🎉]|\b(?:match(?:day)?|fixtures?|football|soccer|fußball|calcio|liga|ligue|league|bundesliga|serie a|playoffs?|grand prix|qualifying|kick-?off|championship|birthdays?|geburtstag|anniversaire|holidays?|feiertage?|ferien|vacances|jours fériés|vacation|müll|abfuhr|restmüll|papiertonne|garbage|waste|moon|vollmond|sunrise|sunset|concert|konzert|gig|cinema|gottesdienst|mass|shift|schicht|dienstplan|payday|rent|dentist|doctor|appointment|termin|zahnarzt|flight|hotel|reservation|check-?in)\b/iu;
/** A pairing such as "FC Basel - Juventus" or "Reds vs Blues": two short names and nothing else. */
const PAIRING = /^\W{0,3}[\p{L}\d.' ]{2,30}\s(?:-|–|vs?\.?|@|gegen|contre)\s[\p{L}\d.' ]{2,30}$/u;
const FEW = 40;

/**
 * @param about what the calendar says of itself: its name, its program, its address
 * @param events those that are not breaks, at least one
 */
export function isOfTalks(about: string, events: readonly CalendarEvent[]): boolean {
  const looked = events.slice(0, 200);
  const share = (test: (event: CalendarEvent) => boolean) => looked.filter(test).length / looked.length;
  const isTalk = (event: CalendarEvent) => event.named || TALK_WORDS.test(wordsOf(event));
  // "Gardening a monorepo - Ana Lima" is a pairing only where nothing else speaks for a talk.
  const others = share(
    (event) => OTHER_WORDS.test(`${event.summary} ${event.categories}`) || (PAIRING.test(event.summary) && !isTalk(event)),
  );
  const talks = share(isTalk);
  const whole = share(({ times }) => times.starts === undefined || times.starts.length === 10);
  if (OTHER_WORDS.test(about) && talks < 0.5) return false;
  if (others > 0.3 || whole > 0.9) return talks > 0.5 && others < 0.5;
  if (talks >= 0.2 || TALK_WORDS.test(about) || isPacked(looked)) return true;
  return events.length === 1 && (looked[0]?.description.length ?? 0) >= FEW;
}

function wordsOf({ summary, description, categories, url }: CalendarEvent): string {
  return `${summary} ${categories} ${url} ${description.slice(0, 2000)}`;
}

/** A conference: many events a day, with rooms, described. */
function isPacked(events: readonly CalendarEvent[]): boolean {
  const days = new Set(events.map(({ times }) => times.starts?.slice(0, 10)));
  const rooms = new Set(events.map(({ location }) => location).filter(Boolean));
  return events.length >= 6 && events.length / days.size >= 4 && rooms.size > 0 && rooms.size <= events.length / 2;
}
