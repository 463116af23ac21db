import type { Line } from '../lines';
import { matterLinks } from '../matter/links';
import type { Matter } from '../matter/matter';
import { peopleOf } from '../matter/talks';
import { candidateOf, materialIn, type Candidate } from './candidate';
import { peopleIn } from './people';

interface Source {
  title: string;
  lines: readonly Line[];
  matter: Matter;
}

/** The one talk of a meeting that has its title: somebody must be named as its speaker. */
export function onlyTalk({ title, lines, matter }: Source): Candidate[] {
  const talk = candidateOf(title);
  if (!talk) return [];
  const told = peopleOf(matter);
  const speakers = told.length > 0 ? told : talk.speakers.length > 0 ? talk.speakers : peopleIn(lines);
  if (speakers.length === 0) return [];
  return [{ ...talk, speakers, links: [...matterLinks(matter).filter(({ kind }) => kind !== 'rsvp'), ...materialIn(lines)] }];
}
