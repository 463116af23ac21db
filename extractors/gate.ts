/** Words of talk pages in the languages we read; matched in the address, the title, headings and labels only. */
const WORDS =
  /\b(?:talks?|speakers?|presenters?|presented by|presentations?|sessions?|keynotes?|lectures?|workshops?|tutorials?|webinars?|seminars?|meet-?ups?|meetings?|conferences?|schedule|agenda|programme?|timetable|podcasts?|episodes?|show ?notes|slides|vortr(?:ag|äge)|referent(?:en|in)?|veranstaltung(?:en)?|treffen|conf[ée]rences?|intervenant|soir[ée]es?|charlas?|ponentes?|encontros?|encuentros?|palestras?|epis[óo]dios?|relatori?|f[öo]redrag|prelekcj[ae]|prelegen[ct]i?|spotkani[ea]|barcamp|user ?group|pyvideo|\w{0,12}jug)(?![\w\u00c0-\u024f])|登壇|勉強会|発表|講演|スピーカー|講者|讲者|議程|доклад|спикер|эфир|выпуск/i;
/** Pages that conferences have beside their talks. */
const BESIDES =
  /\b(?:code of conduct|conduct|codigo conducta|coc|venue|location|sponsors?|hotels?|accommodation|travel|visiting|tickets?|privacy|imprint|faq|terms(?: and conditions)?|resources|diversity|policies)\b/i;
const TYPES = /"@type"\s{0,9}:\s{0,9}(?:\[\s{0,9})?"(?:\w*Event|VideoObject|PodcastEpisode|PresentationDigitalDocument)"/;
const MOST_HEADINGS = 40;
const LONGEST = 120;

/**
 * Whether a page may carry a talk, so that the extractor is worth its few milliseconds. Cheap and generous: address, title, structured data and the
 * first headings, never the whole text.
 */
export function worthALook(doc: Document, url: string): boolean {
  if (/\.(?:ics|rst|md|markdown)(?:[?#]|$)/i.test(url)) return true;
  const path = words(url.replace(/^\w+:\/\/[^/]*/, ''));
  if (isTyped(doc)) return true;
  if (BESIDES.test(path) || BESIDES.test(doc.title.slice(0, 60))) return false;
  return speaksOfTalks([doc.title, words(url), ...labels(doc)].join('\n'));
}

let last = { text: '', answer: false };

/**
 * One look at one text: at its second text an expression is compiled anew, which takes longer than all the rest (Chromium 156). For the same reason a page
 * that says the same at a later look is not asked again.
 */
function speaksOfTalks(text: string): boolean {
  if (text !== last.text) last = { text, answer: WORDS.test(text) };
  return last.answer;
}

/** The address without its scheme and query, its parts as words. */
function words(url: string): string {
  return url.replace(/^\w+:\/\/|[?#][^]*|\.\w+$/g, '').replace(/[-_/.+]+/g, ' ');
}

function isTyped(doc: Document): boolean {
  if (doc.querySelector('[itemtype$="Event"], [itemtype$="VideoObject"], .h-event, .vevent')) return true;
  for (const script of doc.querySelectorAll('script[type="application/ld+json"]'))
    if (TYPES.test(script.textContent.slice(0, 20_000))) return true;
  return false;
}

function labels(doc: Document): string[] {
  const headings: string[] = [];
  for (const heading of doc.querySelectorAll('h1, h2, h3, h4, h5, dt, th')) {
    if (headings.length > MOST_HEADINGS) break;
    const text = heading.textContent;
    headings.push(text.length < LONGEST ? text : '');
  }
  return headings;
}
