import { inertDocument } from './inert';
import { setMatter, type MatterValue } from './matter/matter';
import { frontIn } from './matter/front';
import { addBlocks, targetsIn } from './rst/blocks';

const MOST = 500_000;
const MOST_LINES = 10_000;

/** Whether a text is reStructuredText rather than Markdown, by marks that only it has. */
export function isRst(text: string): boolean {
  const head = text.slice(0, 20_000);
  const marks = [
    /^\.\. [\w:-]+::/m,
    /^:[a-z][\w ]{1,20}: \S/m,
    /`[^`\n]+ <https?:[^`]+>`__?/,
    /^\.\. _[^:\n]+: \S/m,
    /^\S.*\n([#*^"'~+:.])\1{3,}\s*$/m,
    /^([=#*-])\1{3,}\n.+\n\1{4,}\s*$/m,
  ];
  return marks.filter((mark) => mark.test(head)).length >= 2;
}

/**
 * reStructuredText as an inert DOM: headings, paragraphs, lists, tables, links; `.. raw:: html` gives its links only. The fields at
 * the top (Pelican's `:date:`, docutils' bibliographic ones) become front matter.
 * @param doc a document of the window at hand
 */
export function rstDocument(text: string, doc: Document): Document {
  const made = inertDocument('<!doctype html><html><head></head><body></body></html>', doc);
  const lines = text
    .slice(0, MOST)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .slice(0, MOST_LINES)
    .map((line) => line.replace(/\t/g, '        ').trimEnd());
  const matter = new Map<string, MatterValue>();
  const onField = (name: string, value: string, top: boolean) => top && matter.set(name.trim().toLowerCase(), value);
  const parse = (html: string) => inertDocument(html, doc);
  addBlocks(made.body, lines, { doc: made, levels: [], onField, parse, ...targetsIn(lines) });
  const heading = made.querySelector('h1, h2')?.textContent.trim();
  setMatter(made, matter, frontIn(matter));
  if (heading) made.title = heading;
  return made;
}
