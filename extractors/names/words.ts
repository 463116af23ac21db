import { Lexicon } from '../lexicon';
import { WORDS } from '../vocabulary';

/** Words that may stand in lower case inside a name. */
export const PARTICLES = set(
  'van von vom zu zum der den de del della di da das do dos du des la le el al bin ibn ben ter ten y e af av of the d',
);

/** Words that no person's name has, but titles, companies, rooms, jobs and labels do. */
export const NOT_IN_NAMES = set(
  'the and with for in on at to from how why what your our my is are we it you this that using introduction talk talks workshop workshops keynote ' +
    'session sessions conference meetup schedule speaker speakers sponsor sponsors home about contact location venue community software systems ' +
    'university inc gmbh ltd llc team group foundation python ruby rust java javascript php web data code day part tba tbd unknown various welcome ' +
    'lunch break hall halls room rooms ballroom auditorium theater theatre salon saal raum salle aula stage building floor center centre campus hotel ' +
    'track series seminar seminars summit camp professor director engineer manager lead founder ceo cto developer scientist researcher lecturer ' +
    'student consultant architect analyst officer senior chief associate assistant registration pause und oder mit für ein eine les une avec pour ' +
    'los las con para com uma um',
);

/** What a label before a title is made of, folded: "Lightning Talk: X", "Conférence : X". */
export const LABEL_WORDS = new Lexicon(
  WORDS.kind,
  WORDS.title,
  'keynotes,lecture,lectures,workshops,tutorial,tutorials,presentations,sessions,panel,panels,poster,posters,conferences,ateliers,vortrage,charlas,ponencias,conferencia,conferencias,taller,talleres,palestras,oficina,oficinas,tutoriais,sessione,基調講演,讲座',
);
export const LABEL_ADJECTIVES = set(
  'lightning short long invited contributed regular sponsor sponsored opening closing main half-day full-day min minute minutes mins',
);

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
