import { contentOf } from './content';
import type { Finding } from './finding';
import { metaOf, textOf, type Page } from './page';
import { isSchedule, saidBy } from './schedule/evidence';
import { piecesOf } from './schedule/pieces';
import { talksOn } from './schedule/readings';
import { timesOf } from './schedule/context';

/** The fewest titles that are looked for. */
const FEWEST = 3;

/**
 * A conference's or a day's schedule, or a list of talks: every talk on it with its people, time, room and own page; breaks and
 * registration left out. Undefined where this is not such a page.
 */
export function readSchedulePage(page: Page): Finding | undefined {
  const said = saidBy(page);
  if (!said) return undefined;
  const pieces = piecesOf(contentOf(page), page);
  const read = talksOn(pieces, timesOf(pieces, page), page, FEWEST);
  if (!isSchedule(read, said, page)) return undefined;
  const talks = read.map(({ talk }) => talk);
  return { extractor: 'schedule-page', kind: 'schedule', title: titleOf(page), talks, ...(page.lang && { language: page.lang }) };
}

function titleOf({ doc, title }: Page): string {
  return metaOf(doc, 'og:title') ?? (title || textOf(doc.querySelector('h1')));
}
