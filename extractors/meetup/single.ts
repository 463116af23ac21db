import type { Line } from '../lines';
import { candidateOf, materialIn, type Candidate } from './candidate';
import { looksLikeName } from '../names';
import { peopleIn } from './people';
import type { Seen } from './seen';
import { saysMeeting } from './words';

/** The one talk of a meeting that has its title: somebody must be named as its speaker. */
export function onlyTalk({ title, lines, front }: Pick<Seen, 'title' | 'lines' | 'front'>): Candidate[] {
  const talk = candidateOf(withoutMeeting(title));
  if (!talk || (saysMeeting(talk.title) && talk.speakers.length === 0)) return [];
  const told = front?.people() ?? [];
  const speakers = told.length > 0 ? told : talk.speakers.length > 0 ? talk.speakers : peopleIn(withoutOrganisers(lines));
  if (speakers.length === 0) return [];
  return [{ ...talk, speakers, links: [...(front?.links() ?? []).filter(({ kind }) => kind !== 'rsvp'), ...materialIn(lines)] }];
}

/** "Meetup #12: Title", "81 spotkanie - Title", "December Meeting: Title" -> the title. */
function withoutMeeting(title: string): string {
  const [, before = '', after = ''] = /^(.{2,50}?)\s?(?:\s[-–—]|[:：|])\s+(\S.{2,})$/u.exec(title) ?? [];
  if (!saysMeeting(before) || /["“„«]/.test(before)) return title;
  return looksLikeName(after) ? `“${after}”` : after;
}

/** The people who run the group are named on its pages too. */
function withoutOrganisers(lines: readonly Line[]): Line[] {
  let level = 8;
  return lines.filter((line) => {
    if (line.level > 0 && line.level <= level)
      level = /organi[sz]|sponsor|team|leader|partner|zespół|host/iu.test(line.text) ? line.level : 8;
    return level === 8;
  });
}
