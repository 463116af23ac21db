import { talkInMatter } from './document';
import { matterLinks } from './links';
import type { Front, Matter } from './matter';
import { matterTalks, peopleOf } from './talks';
import { matterTime, matterWhen } from './when';
import { matterPlace } from './where';

/** Everything that the readers ask of a document's front matter. */
export function frontIn(matter: Matter): Front {
  return {
    talks: () => matterTalks(matter),
    links: () => matterLinks(matter),
    people: () => peopleOf(matter),
    when: () => matterWhen(matter),
    meetingTime: (title) => matterTime(matter, title),
    place: () => matterPlace(matter),
    talk: (sheet) => talkInMatter(sheet, matter),
  };
}
