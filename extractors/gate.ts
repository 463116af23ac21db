import { BESIDES, speaksOf, TALKS } from './gate-words';

const DOCUMENTS = ['.ics#', '.rst#', '.md#', '.markdown#'];
const TYPES = /"@type"\s{0,9}:\s{0,9}(?:\[\s{0,9})?"(?:\w*Event|VideoObject|PodcastEpisode|PresentationDigitalDocument)"/;
const MOST_HEADINGS = 40;
const LONGEST = 120;

/**
 * Whether a page may carry a talk, so that the extractor is worth its few milliseconds. Cheap and generous: address, title, structured data and the
 * first headings, never the whole text. What costs least is asked first: for two pages of three with talks the address is enough.
 */
export function worthALook(doc: Document, url: string): boolean {
  const address = `${url.toLowerCase().replaceAll('?', '#')}#`;
  if (DOCUMENTS.some((ending) => address.includes(ending))) return true;
  const bare = address.slice(0, address.indexOf('#'));
  // Behind the scheme and the host's name.
  const path = bare.split('/').slice(3).join('/');
  const { title } = doc;
  if (speaksOf(BESIDES, `${path}\n${title.slice(0, 60)}`)) return isTyped(doc);
  return speaksOf(TALKS, `${bare}\n${title}`) || isTyped(doc) || headingsSpeak(doc);
}

function isTyped(doc: Document): boolean {
  if (doc.querySelector('[itemtype$="Event"], [itemtype$="VideoObject"], .h-event, .vevent')) return true;
  for (const script of doc.querySelectorAll('script[type="application/ld+json"]'))
    if (TYPES.test(script.textContent.slice(0, 20_000))) return true;
  return false;
}

function headingsSpeak(doc: Document): boolean {
  const headings: string[] = [];
  for (const { textContent: text } of doc.querySelectorAll('h1, h2, h3, h4, h5, dt, th')) {
    if (headings.length > MOST_HEADINGS) break;
    headings.push(text.length < LONGEST ? text : '');
  }
  return speaksOf(TALKS, headings.join('\n'));
}
