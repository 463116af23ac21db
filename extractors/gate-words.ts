/**
 * The words by which the gate knows pages, and how it finds them. One search after the other, which the browser has ready: a regular expression of as many
 * words takes it longer to compile than all the rest of the gate takes (Chromium 156), and every page pays for it.
 */
export interface WordList {
  /** Whole words, between bars; two that belong together as they stand in a text. */
  words: string;
  /** Found anywhere in a word: of scripts that put no space between words, or languages that bend them. */
  parts: readonly string[];
}

/** Words of talk pages in the languages we read; looked for in the address, the title, headings and labels only. */
export const TALKS: WordList = {
  words:
    'talk|talks|speaker|speakers|presenter|presenters|presented by|presented-by|presentation|presentations|session|sessions|keynote|keynotes|lecture|lectures' +
    '|workshop|workshops|tutorial|tutorials|webinar|webinars|seminar|seminars|meetup|meetups|meet-up|meet-ups|meeting|meetings|conference|conferences' +
    '|schedule|agenda|programm|programme|timetable|podcast|podcasts|episode|episodes|show notes|show-notes|show_notes|shownotes|slides|vortrag|vortr\u00e4ge' +
    '|referent|referenten|referentin|veranstaltung|veranstaltungen|treffen|conf\u00e9rence|conf\u00e9rences|intervenant|soiree|soirees' +
    '|soir\u00e9e|soir\u00e9es|charla|charlas|ponente|ponentes|encontro|encontros|encuentro|encuentros|palestra|palestras|episodio|episodios' +
    '|epis\u00f3dio|epis\u00f3dios|relator|relatori|foredrag|f\u00f6redrag|prelekcja|prelekcje|prelegenc|prelegent|prelegenci|prelegenti' +
    '|spotkanie|spotkania|barcamp|user group|user-group|user_group|usergroup|jug|pyvideo',
  parts: ['登壇', '勉強会', '発表', '講演', 'スピーカー', '講者', '讲者', '議程', 'доклад', 'спикер', 'эфир', 'выпуск'],
};

/** Words of pages that conferences have beside their talks. */
export const BESIDES: WordList = {
  words:
    'conduct|codigo conducta|codigo-conducta|coc|venue|location|sponsor|sponsors|hotel|hotels|accommodation|travel|visiting|ticket|tickets|privacy|imprint' +
    '|faq|terms|resources|diversity|policies',
  parts: [],
};

/** Java user groups put their place before it: iJUG, CinJUG. */
const ENDING = 'jug';

/** Whether a text holds a word of a list, whole. */
export function speaksOf({ words, parts }: WordList, text: string): boolean {
  const lower = text.toLowerCase();
  for (const word of words.split('|')) {
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1))
      if (!isOfAWord(lower.charCodeAt(at + word.length)) && (word === ENDING || !isOfAWord(lower.charCodeAt(at - 1)))) return true;
  }
  return parts.some((part) => lower.includes(part));
}

/** Digits and the letters of Latin script, in lower case; NaN, before the beginning and behind the end, is none. */
function isOfAWord(code: number): boolean {
  return (code > 96 && code < 123) || (code > 47 && code < 58) || (code > 191 && code < 592);
}
