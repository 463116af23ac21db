import type { Site } from '../finding';
import { metaOf, textOf, type Page } from '../page';
import { meetingOf } from '../site-meeting';
import { pathOf, said } from '../site-parts';

/**
 * connpass.com: visible date of 2026, classes from older code. Always Japanese, always Japanese time. Other pages of an event (people, slides)
 * are not the event.
 */
const site: Site = {
  hosts: ['connpass.com'],
  read(page) {
    if (!/^\/event\/\d+$/.test(pathOf(page))) return null;
    const { doc } = page;
    const meeting = {
      title: titleOf(page),
      ...timesOf(page),
      zone: 'Asia/Tokyo',
      location: said(doc, '.event_place_name, .place_name') ?? said(doc, '.adr, .event_place'),
      group: said(doc, '.group_title, .series_title a, .group_inner .title'),
      language: 'ja',
    };
    return meetingOf(meeting, doc.querySelector('#editor_area'), page) ?? undefined;
  },
};

function titleOf({ doc, title }: Page): string | undefined {
  const heading = said(doc, '.event_title .current, h2.event_title, .event_title') ?? metaOf(doc, 'og:title') ?? title;
  return heading.replace(/\s[-|]\s*connpass$/i, '').replace(/\s\(\d{4}\/\d\d\/\d\d .{3,20}\)$/, '') || undefined;
}

/** "2026/09/05(土) 19:00 〜 21:00"; the end has a day of its own where it is another. */
function timesOf({ doc }: Page) {
  const shown = doc.querySelector('.event_schedule_area, .dtstart')?.parentElement ?? doc.body;
  const found =
    /(\d{4})\/(\d\d)\/(\d\d)\s?\([日月火水木金土]\)\s*(\d\d:\d\d)\s*[〜～~-]\s*(?:(\d{4})\/(\d\d)\/(\d\d)\s?\([日月火水木金土]\)\s*)?(\d\d:\d\d)/.exec(
      textOf(shown).slice(0, 20_000),
    );
  if (!found) return {};
  const [, year = '', month = '', day = '', from = '', lastYear = year, lastMonth = month, lastDay = day, to = ''] = found;
  return { starts: `${year}-${month}-${day}T${from}+09:00`, ends: `${lastYear}-${lastMonth}-${lastDay}T${to}+09:00` };
}

export default site;
