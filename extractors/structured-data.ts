import { canonicalKey } from '../core/canonical';
import { foldTitle } from '../core/fold';
import type { TalkLink } from '../core/talk';
import { safeUrl } from '../core/url';
import { readWhen, type When } from './dates';
import type { Finding } from './finding';
import { metaOf, type Page } from './page';
import { jsonLdOf, typesOf } from './structured/json-ld';
import { markedUp } from './structured/microdata';
import { thingOf, type Thing } from './structured/thing';

const OURS = /(?:Event|^VideoObject|^PodcastEpisode)$/;
const NOT_OURS = /^(?:Music|Sports?|Theater|Comedy|Dance|Festival|Food|Sale|Screening|Childrens|VisualArts|Exhibition|Literary)/;
/** Where performer, organizer and host are a group or an account, not who speaks (SITES.md of the corpus, 2026). */
const NOBODY_SPEAKS = /(?:^|\.)(?:meetup\.com|luma\.com|lu\.ma|vimeo\.com|eventbrite\.[a-z.]+|mobilizon\.[a-z]+|youtube\.com)$/;
/** A talk or meeting does not last longer; a conference that stands on every page does. */
const LONGEST_DAYS = 2;

/**
 * What the page's structured data adds to a finding: never the kind of page, because a conference, a concert and a talk are all an Event.
 * It is believed only where it is about this page: by its address, or by its name in the page's own title.
 */
export function structuredOn(page: Page): Finding | undefined {
  const things = [
    ...jsonLdOf(page.doc)
      .filter((node) => typesOf(node).some((type) => OURS.test(type)))
      .map(thingOf),
    ...markedUp(page.doc),
  ];
  const thing = things.find((one) => isOurs(one) && isAbout(one, page));
  return thing && findingOf(thing, page);
}

function isOurs({ types, name, starts, ends }: Thing): boolean {
  if (!name || types.some((type) => NOT_OURS.test(type))) return false;
  const days = (Date.parse(ends?.slice(0, 10) ?? '') - Date.parse(starts?.slice(0, 10) ?? '')) / 86_400_000;
  return !(days > LONGEST_DAYS);
}

/** A page navigated to inside an app keeps the data of the page before: an address of its own that differs gives it away. */
function isAbout(thing: Thing, page: Page): boolean {
  const url = safeUrl(thing.url, page.url);
  if (url && new URL(url).pathname.length > 1 && !url.includes('#') && canonicalKey(url) !== canonicalKey(page.url)) return false;
  const name = foldTitle(thing.name);
  const titles = [
    page.title,
    metaOf(page.doc, 'og:title') ?? '',
    ...[...page.doc.querySelectorAll('h1')].slice(0, 4).map((one) => one.textContent),
  ];
  return (
    name.length > 2 &&
    titles.some((title) => foldTitle(title).startsWith(name)) &&
    name !== foldTitle(metaOf(page.doc, 'og:site_name') ?? '')
  );
}

function findingOf(thing: Thing, page: Page): Finding {
  const isVideo = thing.types.includes('VideoObject');
  const speakers = NOBODY_SPEAKS.test(page.site) ? [] : thing.performers.map((name) => ({ name }));
  const frame = {
    // The day of an upload is not the day of the talk.
    ...(isVideo ? {} : whenOf(thing)),
    location: thing.location,
    abstract: thing.description,
    ...(thing.partOf && { event: { name: thing.partOf } }),
    links: linksOf(thing),
  };
  return { extractor: 'structured-data', ...frame, talks: [{ title: thing.name, speakers, ...frame }] };
}

function whenOf({ starts, ends }: Thing): Partial<When> {
  const [from, to] = [readWhen(starts ?? ''), readWhen(ends ?? '')];
  return from ? { ...from, ...(to && { ends: to.starts }) } : {};
}

function linksOf({ video, audio }: Thing): TalkLink[] {
  const links: TalkLink[] = [];
  if (video) links.push({ url: video, kind: 'video' });
  if (audio) links.push({ url: audio, kind: 'audio' });
  return links;
}
