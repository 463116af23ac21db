/**
 * Markup as a document in which no script runs and nothing is loaded (DOMParser makes it without a browsing context).
 * @param doc a document of the window at hand
 */
export function inertDocument(html: string, doc: Document): Document {
  const Parser = doc.defaultView?.DOMParser ?? DOMParser;
  return new Parser().parseFromString(html, 'text/html');
}
