import type { Speaker } from '../../core/talk';
import { looksLikeName, readSpeakers } from '../names';
import { matterLinks } from './links';
import { isMatter, listIn, textIn, type Matter, type MatterValue } from './matter';
import type { TalkFinding } from '../finding';

const JOB =
  /\b(?:engineer|developer|entwickler|développeur|manager|lead|head of|architect|consultant|professor|cto|ceo|founder|director|advocate|scientist|researcher|student|designer|officer|analyst)\b/i;

/** The talks that front matter lists (`talks:`, or `speakers:` with a title each). */
export function matterTalks(matter: Matter): TalkFinding[] {
  const listed = listIn(matter, 'talks', 'sessions', 'presentations', 'lineup', 'program', 'programme', 'schedule').flatMap(talkOf);
  if (listed.length > 0) return listed;
  const people = listIn(matter, 'speakers', 'presenters').filter(isMatter);
  const titled = people.filter((one) => textIn(one, 'talk', 'topic', 'talk_title') ?? notJob(textIn(one, 'title')));
  return titled.length * 2 > people.length ? titled.flatMap(talkOf) : [];
}

function notJob(title: string | undefined): string | undefined {
  return title && !JOB.test(title) && !/^(?:prof|dr|mr|mrs|ms)\b/i.test(title) ? title : undefined;
}

function talkOf(value: MatterValue): TalkFinding[] {
  if (!isMatter(value)) return [];
  const title = textIn(value, 'talk', 'topic', 'talk_title', 'title');
  const speakers = peopleOf(value, true);
  const abstract = textIn(value, 'abstract', 'description', 'summary', 'content');
  if (!title || (speakers.length === 0 && !abstract)) return [];
  return [{ title, speakers, ...(abstract && { abstract }), links: matterLinks(value) }];
}

/**
 * The people front matter names as speakers.
 * @param own whether `name` and `author` of this very map are a speaker's
 */
export function peopleOf(matter: Matter, own = false): Speaker[] {
  const listed = listIn(
    matter,
    'speakers',
    'speaker',
    'presenters',
    'presenter',
    'speaker_name',
    'by',
    'lecturer',
    'lecturers',
    ...(own ? ['name', 'author', 'authors'] : []),
  );
  return listed.flatMap(personOf);
}

function personOf(value: MatterValue): Speaker[] {
  if (typeof value === 'string') return isSlug(value) ? [] : readSpeakers(value.replace(/^(?:by|with)\s/i, ''));
  if (!isMatter(value)) return [];
  const names = readSpeakers(textIn(value, 'name', 'speaker', 'full_name') ?? '');
  const affiliation = textIn(value, 'affiliation', 'organization', 'organisation', 'company', 'employer');
  const url = textIn(value, 'url', 'website', 'link');
  const [only] = names;
  return names.length === 1 && only ? [{ ...only, ...(affiliation && { affiliation }), ...(url && { url }) }] : names;
}

/** `brian-anderson`, `yvarov_ivan`: the id of a person's file, not a name. */
function isSlug(text: string): boolean {
  return /^[a-z0-9]+(?:[-_][a-z0-9]+)+$/.test(text) && !looksLikeName(text);
}
