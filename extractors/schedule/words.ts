/** The words of schedules, in the languages whose schedules were looked at (2026-11). */
import { atColon, Lexicon, wordsOf } from '../lexicon';
import { WORDS } from '../vocabulary';

const SCHEDULE = new Lexicon(WORDS.schedule);
const LIST = new Lexicon(WORDS.talks, 'events,proposals,meetings,past events,pastevents,archive,veranstaltungen,spotkania');
const MEETING = new Lexicon(WORDS.meeting);

/** Pages that say they are a schedule. */
export const SCHEDULE_WORD = { test: (text: string): boolean => SCHEDULE.in(text) };
/** Pages that list talks, as a schedule or in no order. */
export const LIST_WORD = { test: (text: string): boolean => LIST.in(text) };
/** One evening of a group, which may have a programme of its own. */
export const MEETING_WORD = { test: (text: string): boolean => MEETING.in(text) };

const PAUSE = new Lexicon(
  WORDS.pause,
  'opening,closing,tea,arrival,admission,party,after party,afterparty,social,beer,beers,tear down,teardown,free time,photo,sprint,sprints,unconferencing,hallway track,poster session,job fair,wrap for the day,conclusion,announcement,announcements,space opens,venue opens,' +
    'introductory remarks,introductory session,introductory words,final remarks,final note,final notes,final session,final words,final plenary,conference opens,conference concludes,conference closes,conference ends',
);
const FRAME = new Lexicon(WORDS.frame);
const BEFORE_PAUSE = new Lexicon(
  'catered,uncatered,morning,afternoon,mid,midmorning,short,coffee,tea,lunch,snack,refreshment,networking,bio,comfort,dinner,minute,minutes,min,mins,5,10,15,20,25,30,40,45,60,90',
);
const MOST_WORDS = 14;

/** Entries of a schedule that nobody holds. */
export const BREAK = {
  test: (text: string): boolean => wordsOf(text).length <= MOST_WORDS && (PAUSE.opens(text, BEFORE_PAUSE) || FRAME.is(text, BEFORE_PAUSE)),
};

const PART = new Lexicon(
  WORDS.speaker,
  WORDS.by,
  WORDS.title,
  WORDS.date,
  WORDS.time,
  WORDS.video,
  WORDS.slides,
  WORDS.abstract,
  'author,authors,trainer,host,moderator,facilitator,facilitators,with,von,por,di,and,und,in,at,from,room,raum,salle,sala,track,level,language,lang,duration,more,more info,more information,read more,detail,details,learn more,info,beginner,intermediate,advanced,english,deutsch,francais,japanese,en,ja,de,fr,es,new,talk,talks,tutorial,workshop,keynote,plenary,lightning talk,session,panel,location,where,add to calendar,bio,share,home,back,next,previous,all',
);

/** Parts of speech around a talk that are not its title. */
export const LABEL = { test: (text: string): boolean => PART.is(text) };

const SPEAKER = new Lexicon(WORDS.speaker, 'presented by,author,authors,trainer,trainers');

/** The names behind "Speaker:"; undefined where a text has no such label. */
export function behindSpeaker(text: string): string | undefined {
  const said = atColon(text);
  return said && SPEAKER.is(said.label.replace('(s)', '')) ? said.value : undefined;
}

/** Where a talk is held. */
export const ROOM =
  /^\W*(?:in\s+)?(?:(?:room|raum|saal|hörsaal|salle|sala|aula|hall|auditorium|auditoire|stage|track|theat(?:re|er)|lecture hall|lecture theatre|ballroom|classroom|amphi\w*|main stage|plenary)\b.{0,50}|(?:[^\s.!?]{1,20}\s){1,3}(?:room|hall|stage|auditorium|theat(?:re|er)|track|saal|ballroom))\W*$|会場$|ホール|会议室/iu;
/** Classes that say what an element holds. */
export const TITLE_CLASS =
  /(?:^|[-_])(?:title|titel|titre|talk|session|event|topic|subject|summary|name|heading|presentation)s?(?:[-_]|$)|(?:Title|Name|Talk|Session)$/i;
export const SPEAKER_CLASS = /speaker|presenter|author|trainer|referent|instructor|host|people|person|byline|performer/i;
export const ROOM_CLASS = /(?:^|[-_.])(?:room|track|location|venue|hall|place|stage|where|raum|sala|salle)(?:[-_]|$)/i;
