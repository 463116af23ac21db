/** Pages and files of every kind that carry hostile texts, each wherever text can stand. What runs must run in the extension: the pages themselves are escaped. */
import type { Payload } from '../fixtures/hostile/payloads';
import type { Sample } from './browser';

const json = JSON.stringify;
const xml = (text: string) =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
    .replaceAll('\u0000', '');
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const line = (text: string) => text.replace(/[\r\n\u2028\u2029]+/g, ' ');

function html(title: string, head: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>${head}<main>${body}</main></html>`;
}

function record({ text }: Payload, at: number): object {
  return {
    '@type': 'Event',
    name: text,
    description: text,
    startDate: `2026-03-03T${String(8 + (at % 12)).padStart(2, '0')}:00`,
    location: text,
    url: at % 2 ? text : `https://hostile.example/talks/${at}`,
    performer: { '@type': 'Person', name: text, url: text, affiliation: text },
    keywords: [text],
    [text]: text,
  };
}

function structured(payloads: readonly Payload[]): string {
  const event = { '@context': 'https://schema.org', '@type': 'Event', name: 'Hostile Conf', subEvent: payloads.map(record) };
  return `<script type="application/ld+json">${json(event).replaceAll('<', '\\u003c')}</script>`;
}

function microdata({ text }: Payload, at: number): string {
  return `<div itemscope itemtype="https://schema.org/Event" class="h-event"><b itemprop="name" class="p-name">${xml(text)}</b>
    <a itemprop="url" class="u-url" href="${xml(at % 2 ? text : `/talks/${at}`)}">${xml(text)}</a><time itemprop="startDate" class="dt-start" datetime="2026-03-03T10:00">
    </time><i itemprop="performer" class="p-author">${xml(text)}</i><p itemprop="description" class="p-summary">${xml(text)}</p></div>`;
}

function row({ text }: Payload, at: number): string {
  const time = `${String(8 + (at % 10)).padStart(2, '0')}:${String((at * 7) % 60).padStart(2, '0')}`;
  return `<tr><td>${time}</td><td><a href="/talks/${at}">${xml(text)}</a></td><td>${xml(text)}</td></tr>`;
}

function item({ text }: Payload, at: number): string {
  return `<li>${at}:10 <a href="${xml(at % 2 ? text : `https://links.example/${at}`)}" title="${xml(text)}">${xml(text)}</a> – ${xml(text)}</li>`;
}

function event({ text }: Payload, at: number): string {
  const value = line(text).replace(/[\\;,]/g, '\\$&');
  return [
    'BEGIN:VEVENT',
    `UID:${at}`,
    `DTSTART:2026${String(1 + (at % 12)).padStart(2, '0')}${String(1 + (at % 28)).padStart(2, '0')}T100000Z`,
    `SUMMARY:Talk by Ana Lima: ${value}`,
    `DESCRIPTION:${value}`,
    `URL:${line(text)}`,
  ]
    .concat(`ORGANIZER;CN="${line(text).replaceAll('"', '')}":mailto:x@conf.example`, `LOCATION:${value}`, 'END:VEVENT')
    .join('\r\n');
}

/** Pages under hostile addresses; each holds talks or links that the extension offers to save. */
export function pagesWith(payloads: readonly Payload[]): Sample[] {
  const talk = payloads
    .slice(0, 6)
    .map(({ text }) => xml(text))
    .join(' ');
  const about = payloads.map(({ text }) => `<p>${xml(text)}</p><p><a href="${xml(text)}">Slides</a></p>`).join('');
  const program = `<h1>Program</h1><h2>March 3, 2026</h2><table>${payloads.map(row).join('')}</table>`;
  const pages: Sample[] = [
    { url: 'https://hostile.example/schedule', body: html('Schedule', structured(payloads), program) },
    { url: 'https://hostile.example/2026/program', body: html('Program', '', `${program}${payloads.map(microdata).join('')}`) },
    {
      url: 'https://hostile.example/episodes/42',
      body: html('Episode 42: Show notes', '', `<h1>Episode 42</h1><h2>Show notes</h2><ul>${payloads.map(item).join('')}</ul>`),
    },
    {
      url: `https://hostile.example/talks/1?q=${encodeURIComponent('"><script>owned=1</script>')}`,
      body: html(talk, '', `<h1>Talk: ${talk}</h1><p>Speaker: ${talk}</p><p>March 3, 2026</p>${about}`),
    },
  ];
  const calendar = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${payloads.map(event).join('\r\n')}\r\nEND:VCALENDAR\r\n`;
  const notes = `# Show notes\n\n${payloads.map(({ text }, at) => `- ${at}:10 [${line(text)}](https://links.example/${at}) ${line(text)}`).join('\n')}\n`;
  return [
    ...pages,
    { url: 'https://documents.example/hostile.ics', body: calendar, contentType: 'text/plain; charset=utf-8' },
    { url: 'https://documents.example/show-notes/hostile.md', body: notes, contentType: 'text/plain; charset=utf-8' },
  ];
}

/** Items of one file of a format: the text in every field, and in turn as the address. */
const WRITERS: Record<string, (payloads: readonly Payload[], page: (at: number) => string) => string> = {
  json: (payloads, page) =>
    json({
      format: 'talkshelf',
      version: 1,
      backup: {
        settings: {
          theme: 'x',
          tagColours: Object.fromEntries(payloads.map(({ text }) => [text, text])),
          newTalks: { tags: ['__proto__'] },
        },
        templates: payloads.slice(0, 20).map(({ text }) => ({ name: text, text, escape: 'none', extension: text })),
        searches: payloads.slice(0, 20).map(({ text }) => ({ name: text, query: text })),
      },
      talks: payloads.map(({ text }, at) => ({
        id: `json-${at}`,
        title: text.slice(0, 300),
        kind: 'talk',
        speakers: [{ name: text.slice(0, 120), affiliation: text.slice(0, 120) }],
        event: { name: text.slice(0, 300) },
        location: text.slice(0, 300),
        abstract: text.slice(0, 4000),
        links: [{ url: at % 2 ? text : page(at), kind: 'video', label: text.slice(0, 200) }],
        source: { url: page(at), title: text.slice(0, 300), extractor: 'x', capturedAt: '2026-11-01T08:00:00.000Z' },
        keys: [text.slice(0, 100)],
        tags: [text.slice(0, 60)],
        note: text.slice(0, 20_000),
        status: 'to watch',
        savedAt: '2026-11-01T08:00:00.000Z',
        corrected: [],
        stamp: '2026-11-01T08:00:00.000Z-0000-00c0ffee',
        stamps: {},
      })),
    }),
  csv: (payloads, page) =>
    `title,url,tags,note,speakers,event\n${payloads.map(({ text }, at) => [text, at % 2 ? page(at) : text, text, text, text, text].map(cell).join(',')).join('\n')}\n`,
  bookmarks: (payloads, page) =>
    `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>${payloads
      .map(
        ({ text }, at) =>
          `<DT><H3>${xml(text)}</H3><DL><p><DT><A HREF="${xml(at % 2 ? page(at) : text)}" TAGS="${xml(text)}">${xml(text)}</A><DD>${xml(text)}</DL><p>`,
      )
      .join('\n')}</DL>`,
  // Not escaped: whatever the markup says must not become ours.
  'bookmarks-raw': (payloads, page) =>
    `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>${payloads.map(({ text }, at) => `<DT><A HREF="${page(at)}">${text}</A><DD>${text}\n`).join('')}</DL>`,
  opml: (payloads, page) =>
    `<opml version="2.0"><body>${payloads
      .map(
        ({ text }, at) =>
          `<outline text="${xml(text)}"><outline type="link" text="${xml(text)}" url="${xml(at % 2 ? page(at) : text)}" category="${xml(text)}" _note="${xml(text)}"/></outline>`,
      )
      .join('\n')}</body></opml>`,
  pyvideo: (payloads, page) =>
    json(
      payloads.map(({ text }, at) => ({
        title: text,
        description: text,
        speakers: [text],
        tags: [text],
        videos: [{ type: text, url: at % 2 ? page(at) : text }],
        related_urls: [{ label: text, url: text }],
      })),
    ),
  rubyevents: (payloads) =>
    payloads
      .map(
        ({ text }, at) =>
          `- title: ${json(text)}\n  video_provider: youtube\n  video_id: ${json(at % 2 ? `video-${String(at).padStart(5, '0')}` : text)}\n  event_name: ${json(text)}\n  speakers: [${json(text)}]\n  description: ${json(text)}\n`,
      )
      .join(''),
  'schedule-json': (payloads, page) => {
    const events = payloads.map(({ text }, at) => ({
      title: text,
      abstract: text,
      url: at % 2 ? page(at) : text,
      persons: [{ name: text, public_name: text }],
      links: [{ url: text, title: text }],
    }));
    const days = [{ rooms: { 'Main hall': events, [payloads[0]?.text ?? '']: [] } }];
    return json({ schedule: { base_url: 'javascript:owned=1', conference: { title: '<img src=x onerror=owned=1>', days } } });
  },
  'schedule-xml': (payloads, page) =>
    `<schedule><conference><title>&lt;script&gt;owned=1&lt;/script&gt;</title></conference><day><room name="x">${payloads
      .map(
        ({ text }, at) =>
          `<event><title>${xml(text)}</title><url>${xml(at % 2 ? page(at) : text)}</url><abstract>${xml(text)}</abstract><persons><person>${xml(text)}</person></persons><links><link href="${xml(text)}">${xml(text)}</link></links></event>`,
      )
      .join('\n')}</room></day></schedule>`,
};

/** A file of every kind that can be imported, and files that are nothing but a hostile name. */
export function filesWith(payloads: readonly Payload[]): { name: string; text: string }[] {
  const whole = Object.entries(WRITERS).map(([format, write]) => ({
    name: `<img src=x onerror=owned=1> ${format}`,
    text: write(payloads, (at) => `https://conf.example/${format}/${at}`),
  }));
  return [...whole, ...payloads.slice(-60).map(({ text }) => ({ name: text.slice(0, 200), text: 'nothing that is known' }))];
}
