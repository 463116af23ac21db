import type { TalkLink } from '../core/talk';
import { contentOf } from './content';
import { readWhen } from './dates';
import type { Finding } from './finding';
import { linesOf, type Line } from './lines';
import { matterOf, textIn } from './matter/matter';
import { metaOf, textOf, type Page } from './page';
import { mayBeEpisode, weigh } from './show-notes/evidence';
import { itemsOf } from './show-notes/items';
import { EPISODE, NOTES_SECTION } from './show-notes/words';

/** From so many points of evidence on, a page is an episode of a podcast. */
const ENOUGH = 3;

/**
 * Show notes: one episode of a podcast and its linked items, with what the host says about each. Undefined on anything else: lists of
 * episodes, a podcast's home, articles, episodes without notes.
 */
export function readShowNotesPage(page: Page): Finding | undefined {
  if (!mayBeEpisode(page)) return undefined;
  const lines = linesOf(contentOf(page), page);
  const { points, audio } = weigh(page, lines);
  if (points < ENOUGH) return undefined;
  const { talks, contacts } = itemsOf(lines, page);
  if (talks.length === 0) return undefined;
  const links = [...audio.map((url): TalkLink => ({ url, kind: 'audio' })), ...contacts];
  return {
    extractor: 'show-notes-page',
    kind: 'show-notes',
    title: titleOf(page, lines),
    links,
    talks,
    ...readDate(page, lines),
    ...(page.lang && { language: page.lang }),
  };
}

/** The heading that the page's `<title>` repeats, which a site's name in the first heading need not be; else the content's own first. */
function titleOf(page: Page, lines: Line[]): string {
  const headings = lines.filter(({ level, text }) => level > 0 && level < 4 && text.length > 2).map(({ text }) => text);
  const said = metaOf(page.doc, 'og:title') ?? page.title;
  const repeated = headings.find((text) => said.toLowerCase().includes(text.toLowerCase()));
  const numbered = headings.find((text) => !NOTES_SECTION.test(text) && (/^#?\d+\b/.test(text) || EPISODE.test(text)));
  return textIn(matterOf(page.doc), 'title') ?? repeated ?? numbered ?? (said || (headings[0] ?? ''));
}

/** The day the episode came out: from metadata, else from the page's first date, which stands beside the title. */
function readDate({ doc, lang }: Page, lines: Line[]): { starts?: string } {
  const marked = doc.querySelector('time, [class*="date" i], [itemprop="datePublished"]');
  const head = lines.slice(0, 6).map(({ text }) => text.slice(0, 80));
  const texts = [
    textIn(matterOf(doc), 'date'),
    metaOf(doc, 'article:published_time', 'date', 'datePublished'),
    marked?.getAttribute('datetime'),
    textOf(marked).slice(0, 80),
    ...head,
  ];
  for (const text of texts) {
    const when = text && readWhen(text, lang);
    if (when) return { starts: when.starts };
  }
  return {};
}
