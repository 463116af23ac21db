import { talkInMatter } from './document';
import { matterLinks } from './links';
import { textIn, type Front, type Matter } from './matter';
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
    kinds: () => ['layout', 'type', 'category', 'categories', 'template', 'tags'].map((key) => textIn(matter, key) ?? '').join(' '),
    summary: () => textIn(matter, 'summary', 'description', 'excerpt') ?? '',
    isOfEvening: () => isClocked(matter) && peopleOf(matter).length > 0,
    talk: (sheet) => talkInMatter(sheet, matter),
  };
}

/** A file dated to the minute is of something that takes place then. */
function isClocked(matter: Matter): boolean {
  return (
    /\d[T ](?!00:00)\d\d:\d\d/.test(textIn(matter, 'date') ?? '') && !['room', 'track', 'conference', 'slot'].some((key) => matter.has(key))
  );
}
