import { wordsOf } from '../lexicon';

/** The days of the week from Sunday on, one row a day, in the languages of talk pages; folded. */
const NAMES = [
  'sunday sonntag dimanche domingo domenica sondag zondag niedziela nedele sunnuntai воскресенье',
  'monday montag lundi lunes lunedi segunda mandag maandag poniedziałek pondeli maanantai понедельник',
  'tuesday dienstag mardi martes martedi terca tisdag dinsdag wtorek utery tiistai вторник',
  'wednesday mittwoch mercredi miercoles mercoledi quarta onsdag woensdag sroda streda keskiviikko среда',
  'thursday donnerstag jeudi jueves giovedi quinta torsdag donderdag czwartek ctvrtek torstai четверг',
  'friday freitag vendredi viernes venerdi sexta fredag vrijdag piatek patek perjantai пятница',
  'saturday samstag sonnabend samedi sabado sabato lordag zaterdag sobota lauantai суббота',
];
const DAYS = new Map(NAMES.flatMap((row, day) => row.split(' ').map((name): [string, number] => [name, day])));

/** The first day of the week that a text names, 0 for Sunday; undefined where it names none. */
export function weekdayIn(text: string): number | undefined {
  const named = wordsOf(text).find((word) => DAYS.has(word));
  if (named) return DAYS.get(named);
  const mark = /([日月火水木金土])(?:曜|[)）])/.exec(text)?.[1];
  return mark ? '日月火水木金土'.indexOf(mark) : undefined;
}
