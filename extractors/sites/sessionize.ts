import type { Site, TalkFinding } from '../finding';
import { isoTime } from '../instants';
import { textOf, type Page } from '../page';
import { oneTalk, pathOf, peopleIn, proseIn, said, type Said } from '../site-parts';

/**
 * Sessionize: its schedules embedded in the sites of conferences (filled by a script, seen 2026) and the speakers' pages at sessionize.com.
 * The instants stand in `data-sztz`; the visible times may be the viewer's. A session appears once per screen width.
 */
const site: Site = {
  hosts: ['sessionize.com'],
  marks: '.sz-session[data-sessionid], .sz-speaker',
  read(page) {
    if (page.doc.querySelector('.sz-session[data-sessionid]')) return schedule(page);
    if (page.site !== 'sessionize.com') return undefined;
    return /^\/s\/[^/]+\/[^/]+\/\d+$/.test(pathOf(page)) ? ownPage(page) : null;
  },
};

function schedule(page: Page): Said | undefined {
  const talks = new Map<string, TalkFinding>();
  for (const session of page.doc.querySelectorAll('.sz-session[data-sessionid]')) {
    const id = session.getAttribute('data-sessionid') ?? '';
    const talk =
      session.matches('.sz-session--service') || session.querySelector('.sz-session--service') ? undefined : sessionOf(session, page);
    if (talk && !talks.has(id)) talks.set(id, talk);
  }
  if (talks.size === 0) return undefined;
  const title = page.title || (said(page.doc, 'h1') ?? '');
  return { kind: 'schedule', title, talks: [...talks.values()], complete: true };
}

function sessionOf(session: Element, page: Page): TalkFinding | undefined {
  const title = said(session, '.sz-session__title');
  if (!title) return undefined;
  const [, , starts, ends] = (session.querySelector('[data-sztz]')?.getAttribute('data-sztz') ?? '').split('|');
  return {
    title,
    speakers: peopleIn(session, '.sz-session__speakers li', page).map(({ name }) => ({ name })),
    starts: isoTime(starts),
    ends: isoTime(ends),
    location: said(session, '.sz-session__room'),
    abstract: proseIn(session, '.sz-session__description', page),
  };
}

/** A talk a speaker offers, without a date. */
function ownPage(page: Page): Said | undefined {
  const { doc } = page;
  const title = said(doc, '.c-s-session h3.c-s-session__title, .c-s-session__title');
  const speaker = textOf(doc.querySelector('.c-s-speaker-info__name'));
  if (!title) return undefined;
  return oneTalk({ title, speakers: speaker ? [{ name: speaker }] : [], abstract: proseIn(doc, '.c-s-session__summary', page) });
}

export default site;
