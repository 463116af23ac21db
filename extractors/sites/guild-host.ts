import type { Site, TalkFinding } from '../finding';
import { inZone } from '../instants';
import { descriptionDocument } from '../description';
import { listAt, seek, stateIn, textAt } from '../page-state';
import type { Page } from '../page';
import { meetingOf } from '../site-meeting';
import { linkTo, pathOf } from '../site-parts';

/**
 * guild.host: the only meeting site that knows talks. The shape is that of its JSON (2026); where the page does not carry it, the generic
 * readers are asked. Presentations are not in the order of the evening, so they have no times.
 */
const site: Site = {
  hosts: ['guild.host'],
  read(page) {
    const slug = /^\/(?:events\/|e-)([\w-]+)$/.exec(pathOf(page))?.[1];
    if (!slug) return null;
    const event = stateOfEvent(page, slug);
    if (!event) return undefined;
    const zone = textAt(event, 'timeZone');
    const meeting = {
      title: textAt(event, 'name'),
      starts: inZone(textAt(event, 'startAt'), zone),
      ends: inZone(textAt(event, 'endAt'), zone),
      zone,
      group: textAt(event, 'owner', 'name'),
      talks: listAt(event, 'presentations', 'edges').flatMap((edge) => talkOf(edge, page)),
    };
    return meetingOf(meeting, descriptionDocument(textAt(event, 'description') ?? '', page.doc).body, page);
  },
};

function stateOfEvent({ doc }: Page, slug: string): unknown {
  const scripts = [...doc.querySelectorAll('script[type="application/json"], script#__NEXT_DATA__')].slice(0, 20);
  for (const script of scripts) {
    const event = seek(
      stateIn(script),
      (value) => Object.hasOwn(value, 'startAt') && [textAt(value, 'prettyUrl'), textAt(value, 'slug')].includes(slug),
    );
    if (event) return event;
  }
  return undefined;
}

function talkOf(edge: unknown, page: Page): TalkFinding[] {
  const title = textAt(edge, 'node', 'title');
  if (!title) return [];
  const names = [
    [textAt(edge, 'node', 'presenter', 'firstName'), textAt(edge, 'node', 'presenter', 'lastName')],
    [textAt(edge, 'node', 'presenterFirstName'), textAt(edge, 'node', 'presenterLastName')],
  ].map((parts) => parts.filter(Boolean).join(' '));
  const name = names.find(Boolean);
  const video = linkTo('video', textAt(edge, 'node', 'videoSourceUrl'), page);
  return [{ title, speakers: name ? [{ name }] : [], abstract: textAt(edge, 'node', 'description'), links: video }];
}

export default site;
