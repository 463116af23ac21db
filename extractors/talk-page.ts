import type { LinkKind, TalkLink } from '../core/talk';
import type { Finding, TalkFinding } from './finding';
import { kindOf } from './kind';
import { linkKind, linksIn } from './links';
import { frontOf, type Front } from './matter/matter';
import { metaOf, type Page } from './page';
import { eventOf } from './talk/event';
import { fieldOf, hintsOf, sheetOf, type Sheet } from './talk/sheet';
import { speakersOf, type Found } from './talk/speakers';
import { slotOf, type Slot } from './talk/time';
import { looksLikeEvent, titleOf, type Title } from './talk/title';
import { weigh } from './talk/weigh';

/** How much must speak for a talk before the page is taken for one. */
const ENOUGH = 3;
const TALK_PATH =
  /[/_-](?:talks?|sessions?|presentations?|lectures?|keynotes?|workshops?|tutorials?|vortraege?|vortrag|conferences?|charlas?|palestras?|topics?|seminars?)[/_.-]/i;
const EVENT_PATH = /[/_-](?:speakers?|agenda|schedule|programme?|events?)[/_.-]/i;
const TALK_HINT = /(?:^|[\s_-])(?:talk|session|presentation|lecture|keynote)(?:$|[\s_-])/;
const OTHER_PAGES =
  /code.of.conduct|conduct|\bvenue\b|sponsor|\babout\b|\bfaq\b|hotels?\b|travel|accommodation|tickets?\b|contact|call.for|\bcfp\b|imprint|impressum|privacy|diversity|visiting|weather|registration|\bteam\b|verhaltenskodex|terms|search|404|not found/i;
const ARTICLE_PATH = /\/(?:blog|news|posts?|articles?|wiki|docs?|guide|authors?|categor(?:y|ies)|tags?)\//i;

/** A page that may be about one talk, and how much speaks for it. */
export interface Weighed {
  finding: Finding;
  points: number;
}

/** So many points that the page need not be asked whether it is a meeting with several talks. */
export const CERTAIN = 6;

/** A page about one talk. Undefined where this is not such a page. */
export function weighTalkPage(page: Page): Weighed | undefined {
  const sheet = sheetOf(page);
  const front = frontOf(page.doc);
  const weighed = front ? fromMatter(sheet, front) : fromLines(sheet);
  return weighed && weighed.points >= ENOUGH ? weighed : undefined;
}

/** Front matter says what a document is about, but meetings have it too: it is never certain. */
function fromMatter(sheet: Sheet, front: Front): Weighed | undefined {
  const talk = front.talk(sheet);
  return talk && { finding: findingOf({ kind: kindOf(sheet.page.url), ...talk }), points: ENOUGH };
}

function findingOf(talk: TalkFinding): Finding {
  return { extractor: 'talk-page', kind: 'talk', title: talk.title, talks: [talk] };
}

function fromLines(sheet: Sheet): Weighed | undefined {
  const { page } = sheet;
  const title = titleOf(sheet);
  if (!title || OTHER_PAGES.test(title.text.slice(0, 60))) return undefined;
  const found = speakersOf(sheet, title);
  const links = linksIn(sheet.root, page);
  const own = ownEvidence(sheet, title, found, links);
  if (own === 0) return undefined;
  const text = found.title ?? title.text;
  const event = eventOf(
    sheet,
    text,
    found.speakers.map(({ name }) => name),
  );
  const slot = slotOf(sheet, title, event?.name);
  const sum = own + sharedEvidence(sheet, found, slot, links, event?.name);
  // "Speaker:" twice: two people of one talk, or one each of two talks of a meeting.
  const points = sheet.fields.filter(({ label }) => label === 'speaker').length > 1 ? Math.min(sum, CERTAIN - 1) : sum;
  const finding = findingOf({
    title: text,
    kind: kindOf(`${page.title} ${page.url}`),
    speakers: found.speakers,
    event,
    ...slot.when,
    location: slot.location,
    abstract: abstractOf(sheet),
    language: page.lang,
    links: links.filter(({ kind }) => kind !== 'other'),
  });
  return { finding, points };
}

/**
 * What only pages of talks say. Where there is nothing of it the page is about no talk: names, dates and places stand on articles and
 * concert pages too.
 */
function ownEvidence(sheet: Sheet, title: Title, found: Found, links: TalkLink[]): number {
  return weigh(
    [title.announced, 2],
    [found.sure > 1, 2],
    [TALK_PATH.test(pathOf(sheet.page.url)), 2],
    [TALK_HINT.test(hintsOf(sheet.lines[title.at]?.block ?? null)), 1.5],
    [fieldOf(sheet, 'abstract') !== undefined, 1],
    [links.some(isDeck), 1],
  );
}

/** What pages of talks share with others, and what speaks against a talk. */
function sharedEvidence(sheet: Sheet, found: Found, slot: Slot, links: TalkLink[], event: string | undefined): number {
  const path = pathOf(sheet.page.url);
  const has = (kind: LinkKind): boolean => links.some((link) => link.kind === kind);
  const fields = sheet.fields.filter(({ label }) => /^(?:evidence|date|room|location|event|language|bio|slides|video)$/.test(label));
  const other = weigh(
    [found.sure === 1, 1],
    [slot.timed, 1.5],
    [slot.location !== undefined, 0.5],
    [EVENT_PATH.test(path), 1],
    [event !== undefined && looksLikeEvent(event), 0.5],
    [has('video'), 1],
  );
  return other + Math.min(2, fields.length * 0.5) - against(sheet.page, path);
}

/** A PDF can be anything, unless its label calls it slides. */
function isDeck({ url, kind, label = '' }: TalkLink): boolean {
  return kind === 'slides' && (!/\.pdf$/i.test(url) || linkKind('https://deck.example/', label) === 'slides');
}

function against(page: Page, path: string): number {
  return weigh([ARTICLE_PATH.test(path), 2], [metaOf(page.doc, 'article:published_time') !== undefined, 1.5], [OTHER_PAGES.test(path), 3]);
}

function pathOf(url: string): string {
  return `/${url.replace(/^\w+:\/\/[^/]*\/?/, '').replace(/[?#].*/, '')}/`;
}

function abstractOf(sheet: Sheet): string | undefined {
  const field = fieldOf(sheet, 'abstract');
  return field?.lines.map(({ text }) => text).join('\n') ?? metaOf(sheet.page.doc, 'og:description', 'description');
}
