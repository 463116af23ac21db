import type { Talk } from '../../../core/talk';

/** Invented talks that use every field, and every character that means something in one of the formats. */
export const NOW = new Date('2026-11-02T09:30:00Z');

type Sample = Partial<Talk> & Pick<Talk, 'id' | 'title'>;

function talk({ id, ...rest }: Sample): Talk {
  const url = `https://conf.example/2026/talks/${id}`;
  return {
    id,
    kind: 'talk',
    speakers: [],
    links: [],
    source: { url, title: rest.title, extractor: 'json-ld', capturedAt: '2026-05-01T10:00:00.000Z' },
    keys: [`conf.example/2026/talks/${id}`],
    tags: [],
    note: '',
    status: 'to watch',
    savedAt: '2026-05-02T18:00:00.000Z',
    stamp: '2026-05-02T18:00:00.000Z-0000-00c0ffee',
    corrected: [],
    stamps: {},
    ...rest,
  };
}

export const SAMPLE: Talk[] = [
  talk({
    id: 'queues',
    title: 'Queues that never forget',
    speakers: [{ name: 'Ana Lima', affiliation: 'Harbour Systems', url: 'https://ana.example/' }, { name: 'Bo Chen' }],
    event: { name: 'Parrot Conf 2026', url: 'https://conf.example/2026/', series: 'Parrot Conf' },
    starts: '2026-05-04T10:00:00+02:00',
    ends: '2026-05-04T10:45:00+02:00',
    zone: 'Europe/Berlin',
    location: 'Main hall, Leipzig',
    abstract: 'Why a queue loses messages.\n\nAnd how to build one that does not.',
    language: 'en',
    links: [
      { url: 'https://www.youtube.com/watch?v=abcdefghijk', kind: 'video' },
      { url: 'https://conf.example/2026/queues (final).pdf'.replaceAll(' ', '%20'), kind: 'slides', label: 'Slides' },
      { url: 'https://code.example/queues?a=1&copy;=2', kind: 'code', label: 'Demo' },
    ],
    tags: ['distributed systems', 'queues'],
    note: 'Show this to the team.\n- slide 12\n1. first',
    stamps: { note: '2026-05-03T08:00:00.000Z-0001-00c0ffee' },
  }),
  talk({
    id: 'markup',
    title: '*Stars*, [brackets](https://evil.example) & <b>tags</b> | #hash `code` $x$ "quoted" \\slash',
    kind: 'lightning',
    speakers: [{ name: 'Zoë O’Brien-Ødegård' }],
    event: { name: 'Parrot Conf 2026' },
    starts: '2026-05-04T17:30',
    zone: 'Europe/Berlin',
    abstract: '</pre><script>alert(1)</script> @article{x, title={y}} www.evil.example ]]> END:VEVENT',
    links: [{ url: 'https://conf.example/a?b=1&c=%22d%22', kind: 'other', label: 'More; "here", <or> there' }],
    tags: ['c++', '=formula'],
    note: '=1+1\n@SUM(A1)\n\ttab',
    status: 'watched',
  }),
  talk({
    id: 'kaigi',
    title: '並行処理の設計 — 速さと正しさ',
    kind: 'keynote',
    speakers: [{ name: '山田 花子' }],
    event: { name: 'サンプル会議' },
    starts: '2026-06',
    language: 'ja',
    status: 'watching',
    tags: ['並行処理'],
  }),
  talk({
    id: 'episode',
    title: 'שלום: a talk in two directions \u202eabc\u202c',
    kind: 'episode',
    event: { name: 'The Sample Show' },
    starts: '2026-03-01',
    links: [
      { url: 'https://show.example/7.mp3', kind: 'audio' },
      { url: 'mailto:host@show.example', kind: 'other', label: 'Write to the host' },
    ],
    language: 'he',
    status: 'dropped',
  }),
  talk({
    id: 'item',
    title: 'Linked from a show',
    kind: 'link',
    links: [{ url: 'https://blog.example/post', kind: 'page' }],
    source: {
      url: 'https://show.example/notes/7',
      title: 'Show notes',
      extractor: 'show-notes',
      capturedAt: '2026-03-02T00:00:00.000Z',
      shared: true,
    },
    tags: ['queues'],
  }),
];
