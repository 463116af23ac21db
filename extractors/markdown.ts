import { Marked } from 'marked';
import { inertDocument } from './inert';
import { setMatter } from './matter/matter';
import { frontIn } from './matter/front';
import { splitMatter } from './matter/split';

const MOST = 500_000;
const marked = new Marked({ gfm: true, async: false });

/** Whether a text is Markdown, by front matter or by marks that plain text seldom has. */
export function isMarkdown(text: string): boolean {
  const head = text.slice(0, 20_000);
  const [fence = ''] = /^\ufeff?\s*(?:---|\+\+\+)[ \t]*\r?\n/.exec(head) ?? [];
  if (fence && /\n(?:---|\+\+\+)\s*?$/m.test(head.slice(fence.length + 3))) return true;
  const marks = [
    /^#{1,6} \S/m,
    /\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)/,
    /^\s{0,3}[-*] \S/m,
    /\*\*\S[^*\n]{0,200}\*\*/,
    /^\S.*\n(?:-{3,}|={3,})\s*$/m,
  ];
  return marks.filter((mark) => mark.test(head)).length >= 2;
}

/**
 * Markdown as an inert DOM, its front matter kept beside it. Markup inside the Markdown becomes elements of a document in which
 * nothing runs and nothing is loaded.
 * @param doc a document of the window at hand
 */
export function markdownDocument(text: string, doc: Document): Document {
  const { matter, body } = splitMatter(text.slice(0, MOST));
  const made = inertDocument(`<!doctype html><html><head></head><body>${html(tamed(body))}</body></html>`, doc);
  setMatter(made, matter, frontIn(matter));
  if (!made.title) made.title = made.querySelector('h1, h2')?.textContent.trim() ?? '';
  return made;
}

function html(text: string): string {
  try {
    return marked.parse(text, { async: false });
  } catch {
    // Nested deeper than the stack: what is left is text without markup.
    return text.replace(/[&<]/g, (char) => (char === '&' ? '&amp;' : '&lt;'));
  }
}

/**
 * Site generators' own marks taken out, players among them turned into links; runs of marks that no person writes cut short, because
 * they make a parser slow.
 */
function tamed(text: string): string {
  return (
    text
      .replace(
        /\{\{[<%]\s*(youtube|vimeo)\s+(?:id=)?"?([\w-]{6,20})"?[^{}]{0,200}[>%]\}\}/g,
        (_, site: string, id: string) => `\n\n[Video](${player(site, id)})\n\n`,
      )
      .replace(
        /\{%-?\s*(?:include\s+)?(youtube|vimeo)(?:[\w.-]{0,40})?\s+(?:id\s*=\s*)?"?([\w-]{6,20})"?[^{}]{0,200}%\}/g,
        (_, site: string, id: string) => `\n\n[Video](${player(site, id)})\n\n`,
      )
      .replace(/\{\{[^{}]{0,500}\}\}|\{%[^{}]{0,500}%\}|\{:\s?[^{}\n]{0,200}\}/g, '')
      // Site generators take indented markup for markup, CommonMark for code.
      .replace(/^[ \t]{4,}(?=<\/?(?:a|div|figure|h[1-6]|img|li|p|section|span|table|tbody|td|th|thead|tr|ul)\b)/gim, '')
      .replace(/([!-/:-@[-`{-~])\1{59,}/g, (run) => run.slice(0, 60))
      .replace(/[^\s]{2100,}/g, (word) => word.slice(0, 2100))
      .replace(/^[ \t>*+-]{40,}/gm, (run) => run.slice(0, 40))
  );
}

function player(site: string, id: string): string {
  return site === 'vimeo' ? `https://vimeo.com/${id}` : `https://www.youtube.com/watch?v=${id}`;
}
