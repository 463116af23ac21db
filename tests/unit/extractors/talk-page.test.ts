import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../extractors/read';
import { readText } from '../../../extractors/read-text';

const NOW = new Date('2026-11-20T08:00:00Z');

/** A talk page in a form that conference sites use; the people and events are invented. */
function read(body: string, { title = '', lang = 'en', path = '/2026/talks/1', head = '' } = {}) {
  const { document } = parseHTML(
    `<!doctype html><html lang="${lang}"><head><title>${title}</title>${head}</head><body><nav><a href="/speakers/">Speakers</a></nav>${body}<footer>Imprint</footer></body></html>`,
  );
  return readPage(document, `https://conf.example${path}`, NOW);
}

const FORMS = [
  {
    form: 'headings as labels',
    page: () =>
      read(
        `<div id="content"><div class="item"><h2>Title: Sorting by hand</h2><h3>Speaker</h3><p>Ana Lima</p><h3>Abstract</h3><p>Cards and patience.</p>
         <h3>Date</h3><p>July 18, 2026</p><h3>Room</h3><p>Blue Hall</p><h3>Video footage</h3><div><a href="https://vimeo.com/123456">Sorting</a></div></div></div>`,
        { title: 'Sorting by hand - CardConf2026' },
      ),
    talk: {
      title: 'Sorting by hand',
      speakers: [{ name: 'Ana Lima' }],
      starts: '2026-07-18',
      location: 'Blue Hall',
      event: { name: 'CardConf 2026' },
    },
  },
  {
    form: 'the weekday, the clock and the room on one line',
    page: () =>
      read(
        `<h4>Sunday 1:10 p.m.–1:40 p.m. in Red Ballroom</h4><h2>Sorting by hand</h2><h4><a href="/speaker/profile/7/">Ana Lima</a></h4><h3>Description</h3><p>Cards.</p>`,
        {
          title: 'Presentation: Sorting by hand | CardConf 2026',
        },
      ),
    talk: {
      title: 'Sorting by hand',
      speakers: [{ name: 'Ana Lima', url: 'https://conf.example/speaker/profile/7/' }],

      location: 'Red Ballroom',
    },
  },
  {
    form: 'the speaker above the title',
    page: () =>
      read(
        `<main><h1>Ana Lima</h1><header class="speaker-talk"><h2>Sorting by hand</h2></header><p>Cards and patience, and what they teach.</p></main>`,
        {
          title: 'Ana Lima: Sorting by hand',
          path: '/speakers/ana-lima/',
        },
      ),
    talk: { title: 'Sorting by hand', speakers: [{ name: 'Ana Lima' }] },
  },
  {
    form: 'a day without a year on the page of a dated event; other talks of the speaker',
    page: () =>
      read(
        `<main><article><h3 class="talk-title">Sorting by hand <br><small>07-18, 13:00–17:00 (US/Eastern), Blue Hall (B10)</small></h3>
         <section class="abstract"><p>Cards.</p></section><div><div class="title"><a href="/speaker/ABCDEF/">Ana Lima [ACME]</a></div>
         <p>This speaker also appears in:</p><ul><li><a href="/talk/GHIJKL/">Sorting again</a></li></ul></div></article></main>`,
        { title: 'Sorting by hand :: CardConf 2026 :: pretalx' },
      ),
    talk: {
      title: 'Sorting by hand',
      speakers: [{ name: 'Ana Lima', affiliation: 'ACME', url: 'https://conf.example/speaker/ABCDEF/' }],
      starts: '2026-07-18T13:00',
      ends: '2026-07-18T17:00',
    },
  },
  {
    form: 'lines "Label: value" in German',
    page: () =>
      read(
        `<h1>Programm Kartencamp 2026</h1><h2>Vortrag: Sortieren von Hand</h2><p><b>Tag:</b> <a href="/6">18.07.2026</a><br><b>Anfang:</b> 11:00 Uhr<br><b>Raum:</b> Zelt 3</p>
         <h3>Referenten</h3><table><tr><td><a href="/s/1">Ana Lima</a></td></tr></table>`,
        { title: 'Programm Kartencamp 2026', lang: 'de' },
      ),
    talk: {
      title: 'Sortieren von Hand',
      speakers: [{ name: 'Ana Lima', url: 'https://conf.example/s/1' }],
      starts: '2026-07-18T11:00',
      location: 'Zelt 3',
    },
  },
  {
    form: 'Japanese labels',
    page: () =>
      read(
        `<h1>手で並べ替える</h1><h2>スピーカー</h2><p>山田 太郎（カード株式会社）</p><h2>概要</h2><p>カードの話。</p><h2>日程</h2><p>2026/07/18 10:00 - 10:30</p><h2>会場</h2><p>中ホール</p>`,
        {
          title: 'カード会議 2026',
          lang: 'ja',
        },
      ),
    talk: {
      title: '手で並べ替える',
      speakers: [{ name: '山田 太郎', affiliation: 'カード株式会社' }],
      starts: '2026-07-18T10:00',
      ends: '2026-07-18T10:30',
      location: '中ホール',
    },
  },
  {
    form: 'a speaker with one talk',
    page: () =>
      read(
        `<h3>Ana Lima</h3><h5>Engineer</h5><h4>Talks by Ana Lima</h4><div><h5>Day 2</h5><span>10:00 AM - 10:45 AM</span><p>Sorting by hand and other pleasures</p></div>`,
        {
          title: 'Ana_lima',
          path: '/2026/speakers/ana-lima/',
        },
      ),
    talk: { title: 'Sorting by hand and other pleasures', speakers: [{ name: 'Ana Lima' }] },
  },
];

/** One file a talk, as site generators keep them. */
const DOCUMENTS = [
  {
    form: 'keys of its own',
    text: `---\nlayout: session\ntitle: 'Sorting by hand'\nbeginning: '2026-11-06T13:15:00.000-07:00'\nend: '2026-11-06T13:45:00.000-07:00'\npresenters:\n- name: Ana Lima\n  affiliation: ACME\nresources:\n  slides_url: https://slides.example/s.pdf\nroom: Blue\n---\n\nCards.\n`,
    talk: {
      title: 'Sorting by hand',
      speakers: [{ name: 'Ana Lima', affiliation: 'ACME' }],
      starts: '2026-11-06T13:15-07:00',
      ends: '2026-11-06T13:45-07:00',
      location: 'Blue',
      links: [{ url: 'https://slides.example/s.pdf', kind: 'slides' }],
    },
  },
  {
    form: 'the speaker as title',
    text: `---\ntitle: Ana Lima\ntalk: "Sorting by hand"\nlocation: ACME, Springfield\n---\n\nCards and patience.\n`,
    talk: { title: 'Sorting by hand', speakers: [{ name: 'Ana Lima' }] },
  },
  {
    form: 'an author who speaks, and an offset of one digit',
    text: `---\nlayout: talk\ntitle: Sorting\nauthor: "Ana LIMA"\nplanned: 2026-02-23 19:30:00 +1\n---\n\n## Description\n\nCards.\n`,
    talk: { title: 'Sorting', speakers: [{ name: 'Ana LIMA' }], starts: '2026-02-23T19:30+01:00' },
  },
];

describe('a page about one talk', () => {
  it.each(FORMS)('$form', ({ page, talk }) => {
    const reading = page();
    expect(reading).toMatchObject({ kind: 'talk', title: talk.title });
    expect(reading?.talks).toHaveLength(1);
    expect(reading?.talks[0]).toMatchObject(talk);
  });

  it.each(DOCUMENTS)('a document: $form', ({ text, talk }) => {
    const { document } = parseHTML('<!doctype html><html><head></head><body><pre></pre></body></html>');
    const pre = document.querySelector('pre');
    if (pre) pre.textContent = text;
    expect(readText(document, 'https://raw.example/talks/sorting.md', NOW)?.talks).toMatchObject([talk]);
  });

  it.each([
    ['a code of conduct', '<h1>Code of Conduct</h1><p>Be kind.</p>', '/code-of-conduct/'],
    ['a venue', '<h1>Venue</h1><p>Blue Hall, 1 Card Street.</p>', '/venue/'],
    [
      'an article',
      '<article><h1>Sorting by hand is back</h1><p>By Ana Lima</p><p>July 18, 2026</p><p>Cards.</p></article>',
      '/2026/sorting-is-back.html',
    ],
    [
      'a blog post with a video',
      '<h1>Sorting by hand</h1><p>Posted on July 18, 2026</p><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>',
      '/blog/sorting/',
    ],
    ['a concert', '<h1>The Sorters</h1><h2>Upcoming concerts</h2><p>July 18, 2026 20:00</p><p>Blue Hall</p>', '/artists/1-the-sorters'],
    ['an empty page', '', '/'],
  ])('leaves %s alone', (_what, body, path) => {
    expect(read(body, { title: 'Sorting', path })).toBeNull();
  });
});
