const WORDS =
  /\b(talk|talks|speakers?|meetup|keynote|conference|schedule|webinar|podcast|episode|show notes|slides|vortrag|conf[ée]rence|charla|palestra)\b|登壇|勉強会/i;

/**
 * Whether a page may carry a talk, so that the extractor is worth its few milliseconds. Cheap and generous: address, title, structured data and the
 * first headings, never the whole text.
 */
export function worthALook(doc: Document, url: string): boolean {
  if (/\.(ics|rst|md|markdown)([?#]|$)/i.test(url)) return true;
  return (
    WORDS.test(`${doc.title} ${decodeURI(new URL(url).pathname).replace(/[-_/]+/g, ' ')}`) ||
    WORDS.test(doc.body?.textContent?.slice(0, 20000) ?? '')
  );
}
