import type { Speaker } from '../../core/talk';
import type { Line } from '../lines';
import { isMatter, listIn, textIn, type Matter } from '../matter/matter';
import { readSpeakers } from '../names';
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
  const told = matterPeople(matter);
  const speakers = told.length > 0 ? told : talk.speakers.length > 0 ? talk.speakers : peopleIn(lines);
  if (speakers.length === 0) return [];
  return [{ ...talk, speakers, links: materialIn(lines) }];
}

export function matterPeople(matter: Matter): Speaker[] {
  return listIn(matter, 'speaker', 'speakers', 'presenter', 'presenters').flatMap((one): Speaker[] => {
    if (typeof one === 'string') return readSpeakers(one);
    const name = isMatter(one) ? textIn(one, 'name', 'speaker') : undefined;
    return name ? readSpeakers(name) : [];
  });
}
