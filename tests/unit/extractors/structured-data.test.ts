import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { pageOf } from '../../../extractors/page';
import { readPage } from '../../../extractors/read';
import { structuredOn } from '../../../extractors/structured-data';

const TITLE = 'Sorting by hand';
const EVENT = { '@context': 'https://schema.org', '@type': 'EducationEvent', name: TITLE, startDate: '2026-05-04T19:30:00.000-07:00' };

function page(body: string, { url = 'https://conf.example/2026/talks/sorting/', title = `${TITLE} - CardConf` } = {}) {
  const { document } = parseHTML(
    `<!doctype html><html lang="en"><head><title>${title}</title></head><body>${body}<h1>${TITLE}</h1></body></html>`,
  );
  return pageOf(document, url);
}

const ld = (...blocks: (object | string)[]): string =>
  blocks
    .map((block) => `<script type="application/ld+json">${typeof block === 'string' ? block : JSON.stringify(block)}</script>`)
    .join('');

describe('structured data', () => {
  it.each([
    ['a list', ld([{ '@type': 'BreadcrumbList' }, EVENT])],
    ['a graph in a second block', ld({ '@type': 'WebSite', name: 'CardConf' }, { '@graph': [{ '@type': 'Person', name: 'A' }, EVENT] })],
    ['an item list', ld({ '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: EVENT }] })],
    [
      'a comma too many and a raw line break',
      ld(`{"@type":"Event","name":"${TITLE}","description":"one\ntwo","startDate":"2026-05-04T19:30:00-07:00",}`),
    ],
    [
      'quotes inside a string',
      ld(`{\n"@type": "Event",\n"name": "${TITLE}",\n"description": "the "best" way",\n"startDate": "2026-05-04T19:30:00-07:00"\n}`),
    ],
    ['a broken block before a good one', ld('{"@type": "Event", name: }', EVENT)],
    [
      'microdata',
      `<div itemscope itemtype="https://schema.org/Event"><span itemprop="name">${TITLE}</span><time itemprop="startDate" datetime="2026-05-04T19:30-07:00">today</time></div>`,
    ],
    [
      'h-event',
      `<div class="h-event"><span class="p-name">${TITLE}</span><time class="dt-start" datetime="2026-05-04T19:30-0700">today</time></div>`,
    ],
  ])('is read from %s', (_what, body) => {
    expect(structuredOn(page(body))).toMatchObject({ starts: '2026-05-04T19:30-07:00' });
  });

  it.each([
    ['the conference on every page', ld({ ...EVENT, name: 'CardConf 2026' })],
    ['several days', ld({ ...EVENT, startDate: '2026-05-04', endDate: '2026-05-09' })],
    ['the page that was shown before', ld({ ...EVENT, url: 'https://conf.example/2026/talks/other/' })],
    ['a concert', ld({ ...EVENT, '@type': 'MusicEvent' })],
    ['a person', ld({ ...EVENT, '@type': 'Person' })],
    ['nothing readable', ld('{{{{', '[1,2', '')],
  ])('is not taken from %s', (_what, body) => expect(structuredOn(page(body))).toBeUndefined());

  it('takes persons as speakers, but not the group that a platform calls performer', () => {
    const body = ld({
      ...EVENT,
      performer: [
        { '@type': 'Person', name: 'Ana Lima' },
        { '@type': 'Organization', name: 'ACME' },
      ],
    });
    expect(structuredOn(page(body))?.talks?.[0]?.speakers).toEqual([{ name: 'Ana Lima' }]);
    expect(structuredOn(page(body, { url: 'https://luma.com/sorting' }))?.talks?.[0]?.speakers).toEqual([]);
  });

  it('writes a place once and decodes entities', () => {
    const location = { '@type': 'Place', name: 'Blue Hall', address: { streetAddress: 'Blue Hall', addressLocality: 'Springfield' } };
    const body = ld({ ...EVENT, location, description: 'Cards &amp; patience &#8211; &lt;b&gt;now&lt;/b&gt;' });
    expect(structuredOn(page(body))).toMatchObject({ location: 'Blue Hall, Springfield', abstract: 'Cards & patience – <b>now</b>' });
  });

  it('takes neither the day of an upload for that of the talk nor keys that are no data', () => {
    const video = ld(
      `{"@type":"VideoObject","name":"${TITLE}","uploadDate":"2026-06-01","contentUrl":"https://cdn.example/v.mp4","__proto__":{"name":"x"}}`,
    );
    const found = structuredOn(page(video));
    expect(found).toMatchObject({ links: [{ url: 'https://cdn.example/v.mp4', kind: 'video' }] });
    expect(found?.starts).toBeUndefined();
  });

  it('knows a false Z by the same clock on the page', () => {
    const body = `${ld({ ...EVENT, startDate: '2026-05-04T14:30:00Z' })}<h3>Speaker</h3><p>Ana Lima</p><h3>Date</h3><p>May 4, 2026 2:30 p.m.</p>`;
    const { doc, url } = page(body);
    expect(readPage(doc, url)?.talks[0]?.starts).toBe('2026-05-04T14:30');
  });
});
