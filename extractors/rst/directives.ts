/** Directives of reStructuredText: read as what they contain, or left out. */
import type { Parser } from './blocks';

export interface Directive {
  name: string;
  argument: string;
  body: readonly string[];
}

/** Those whose content is text of the document. Sphinx, Pelican, Nikola and Hieroglyph add names of their own. */
const UNWRAPPED = new Set(
  'note tip hint important warning caution danger attention error admonition seealso topic sidebar container class compound epigraph highlights pull-quote only versionadded versionchanged deprecated rst-class slide table tab dropdown card grid'.split(
    ' ',
  ),
);
const VIDEO: Record<string, string> = { youtube: 'https://www.youtube.com/watch?v=', vimeo: 'https://vimeo.com/' };

/** @param content adds blocks to an element */
export function addDirective(
  parent: Element,
  { name, argument, body }: Directive,
  parser: Parser,
  content: (lines: readonly string[], into: Element) => void,
): void {
  const { doc } = parser;
  const text = withoutOptions(body);
  if (name === 'raw' && /^html\b/i.test(argument.trim())) addLinks(parent, text.join('\n'), parser);
  else if (Object.hasOwn(VIDEO, name)) addVideo(parent, `${VIDEO[name] ?? ''}${argument.trim()}`, doc);
  else if (name === 'rubric') parent.appendChild(doc.createElement('p')).append(argument);
  else if (name === 'list-table') addListTable(parent, text, doc, content);
  else if (UNWRAPPED.has(name)) {
    const box = parent.appendChild(doc.createElement('div'));
    if (argument && name !== 'class' && name !== 'rst-class') box.appendChild(doc.createElement('p')).append(argument);
    content(text, box);
  }
}

/** Options (`:alt: ...`) stand first, up to the first blank line. */
function withoutOptions(body: readonly string[]): readonly string[] {
  const first = body.findIndex((line) => !/^:[\w-]+:(\s|$)/.test(line));
  return first === -1 ? [] : body.slice(first);
}

/** Markup of the page's own making is read for its links and players, and nothing else of it is kept. */
function addLinks(parent: Element, html: string, { doc, parse }: Parser): void {
  const inert = parse(`<!doctype html><body>${html}`);
  for (const element of inert.querySelectorAll('a[href], iframe[src], video[src], audio[src], source[src]')) {
    const link = doc.createElement('a');
    link.setAttribute('href', element.getAttribute('href') ?? element.getAttribute('src') ?? '');
    link.append(element.textContent.trim() || (element.getAttribute('title') ?? ''));
    parent.appendChild(doc.createElement('p')).append(link);
  }
}

function addVideo(parent: Element, href: string, doc: Document): void {
  const link = doc.createElement('a');
  link.setAttribute('href', href);
  link.append('Video');
  parent.appendChild(doc.createElement('p')).append(link);
}

/** A list of rows, each a list of cells. */
function addListTable(
  parent: Element,
  text: readonly string[],
  doc: Document,
  content: (lines: readonly string[], into: Element) => void,
): void {
  const box = doc.createElement('div');
  content(text, box);
  const table = parent.appendChild(doc.createElement('table'));
  for (const row of box.querySelectorAll(':scope > ul > li')) {
    const made = table.appendChild(doc.createElement('tr'));
    for (const cell of row.querySelectorAll(':scope > ul > li')) made.appendChild(doc.createElement('td')).append(...cell.childNodes);
  }
}
