import type { TalkFinding } from '../finding';
import { readWhen, type When } from '../dates';
import { linksIn } from '../links';
import { matterLinks } from './links';
import { listIn, textIn, type Matter } from './matter';
import { peopleOf } from './talks';
import { looksLikeName, splitByline } from '../names';
import { fieldOf, type Sheet } from '../talk/sheet';
import { peopleIn } from '../talk/speakers';
import { titleOf } from '../talk/title';
import { weigh } from '../talk/weigh';
import type { Speaker } from '../../core/talk';

const ENOUGH = 2.5;
const TALK_WORD =
  /(?:^|[-_ /])(?:talks?|sessions?|presentations?|lectures?|speakers?|speaker-page|keynotes?|workshops?|vortr(?:ag|aege)|charlas?|palestras?|prezentac[a-z]*)(?:[-_ .]|$)/i;
const TALK_PATH = /[/_-](?:talks?|sessions?|presentations?|lectures?|speakers?|vortraege|charlas?|palestras?|lightning_?talks?)[/_.-]/i;

/** The talk of a document with front matter, as generators of talk pages keep one file a talk. Undefined where it is none. */
export function talkInMatter(sheet: Sheet, matter: Matter): TalkFinding | undefined {
  const titled = titleIn(sheet, matter);
  if (!titled) return undefined;
  const links = [...matterLinks(matter), ...linksIn(sheet.root, sheet.page).filter(({ kind }) => kind !== 'other')];
  const typed = isTyped(matter);
  const people = speakersIn(sheet, matter, typed, titled);
  const event = textIn(matter, 'event', 'conference', 'event_name', 'conference_name', 'meetup');
  const points = weigh(
    [typed, 2],
    [TALK_PATH.test(sheet.page.url), 2],
    [matter.has('talk') || matter.has('talk_title'), 2],
    [listIn(matter, 'speakers', 'speaker', 'presenters', 'presenter').length > 0, 2],
    [titled.byline !== undefined, /\b(?:talk|presentation|session|keynote) (?:by|von|par)\b/i.test(sheet.page.title) ? 2 : 1],
    [matter.has('date') || matter.has('start'), 0.5],
    [event !== undefined, 1],
    [matter.has('slides') || links.some(({ kind }) => kind === 'slides'), 1],
    [links.some(({ kind }) => kind === 'video'), 1],
  );
  if (points < ENOUGH) return undefined;
  return {
    title: titled.title,
    speakers: people,
    ...(event && { event: { name: event } }),
    ...whenIn(matter, sheet.page.lang),
    location: titled.person ? undefined : textIn(matter, 'room', 'venue', 'location', 'place'),
    abstract: textIn(matter, 'abstract', 'description', 'summary', 'desc', 'excerpt') ?? fieldOf(sheet, 'abstract')?.text,
    language: sheet.page.lang,
    links,
  };
}

interface Titled {
  title: string;
  /** Who the title itself names. */
  byline?: Speaker[];
  /** The front matter's title is the speaker's name. */
  person?: string;
}

function titleIn(sheet: Sheet, matter: Matter): Titled | undefined {
  const title = textIn(matter, 'title');
  const talk = textIn(matter, 'talk_title', 'talk', 'session_title', 'topic');
  const person = title && looksLikeName(title) ? title : undefined;
  if (talk && /\s/.test(talk)) return { title: talk, person };
  const heading = person || !title ? titleOf(sheet)?.text : undefined;
  if (heading && heading !== person) return { title: heading, person };
  if (!title) return undefined;
  const split = splitByline(title);
  const told = peopleOf(matter).map(({ name }) => name);
  const agrees = split && (/\b(?:by|von|par|por)\b/i.test(title) || split.speakers.some(({ name }) => told.includes(name)));
  return agrees ? { title: split.title, byline: split.speakers } : { title };
}

/** Whether the document's kind is a talk: its layout, type, template, category. */
function isTyped(matter: Matter): boolean {
  return ['layout', 'type', 'template', 'category', 'categories', 'collection', 'kind', 'tags'].some((key) =>
    listIn(matter, key).some((value) => typeof value === 'string' && TALK_WORD.test(value.replace(/\.\w+$/, ''))),
  );
}

/** By the keys for speakers, the title, a label in the text, and last the author, who in other documents only wrote the post. */
function speakersIn(sheet: Sheet, matter: Matter, typed: boolean, { byline, person }: Titled): Speaker[] {
  const told = peopleOf(matter);
  if (told.length > 0) return told;
  if (byline) return byline;
  if (person) return [{ name: person }];
  const field = fieldOf(sheet, 'speaker', 'author');
  const labelled = field ? peopleIn(field) : [];
  return labelled.length > 0 || !typed ? labelled : peopleOf(matter, true);
}

function whenIn(matter: Matter, lang: string | undefined): When | undefined {
  const day = textIn(
    matter,
    'starts',
    'start',
    'beginning',
    'start_time',
    'starts_at',
    'planned',
    'datetime',
    'when',
    'talk_date',
    'event_date',
    'date',
    'day',
  );
  const date = textIn(matter, 'date', 'talk_date', 'event_date', 'day');
  const found = readWhen(day ?? '', lang) ?? readWhen(`${date ?? ''} ${day ?? ''}`, lang);
  const end = readWhen(textIn(matter, 'ends', 'end', 'end_time', 'ends_at', 'finish') ?? '', lang);
  return found && end && !found.ends ? { ...found, ends: end.starts } : found;
}
