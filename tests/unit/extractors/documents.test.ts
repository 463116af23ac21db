import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../extractors/documents';
import { matterLinks } from '../../../extractors/matter/links';
import { isMatter, matterOf, type Matter, type MatterValue } from '../../../extractors/matter/matter';
import { splitMatter } from '../../../extractors/matter/split';
import { matterTalks, peopleOf } from '../../../extractors/matter/talks';

const shown = parseHTML('<!doctype html><html><head></head><body><pre></pre></body></html>').document;
const open = (text: string, name: string) => readDocument(text, `https://files.example/${name}`, shown);
function dom(text: string, name: string): Document {
  const made = open(text, name);
  if (!made || 'extractor' in made) throw new Error(`${name} gave no DOM`);
  return made;
}
const fixture = (path: string) => readFileSync(`tests/fixtures/extractors/${path}`, 'utf8');
const texts = (doc: Document, selector: string) =>
  [...doc.querySelectorAll(selector)].map((one) => one.textContent.replace(/\s+/g, ' ').trim());

/** Maps as plain objects, to compare them. */
function plain(value: MatterValue | Matter): unknown {
  if (isMatter(value)) return Object.fromEntries([...value].map(([key, one]) => [key, plain(one)]));
  return typeof value === 'string' ? value : value.map(plain);
}

describe('reStructuredText', () => {
  const doc = dom(fixture('rst/meeting.rst'), 'meeting.rst');

  it('has headings by the order of their marks, the fields at the top as front matter', () => {
    expect(doc.title).toBe('June 12, 2024 Meeting');
    expect(texts(doc, 'h2')).toEqual(['Kilns and threads']);
    expect(texts(doc, 'h3')).toEqual(['Schedule', 'Lightning Talk: Threads in clay', 'Main Talk: Reading kiln logs', 'Location']);
    expect(plain(matterOf(doc))).toEqual({ date: '2024-06-12 18:30', tags: 'meeting, clay', summary: 'Kilns and threads' });
  });

  it('has links: named, embedded over two lines, bare; of raw markup the links alone, and nothing of it is run', () => {
    expect([...doc.querySelectorAll('a')].map((a) => [a.textContent.replace(/\s+/g, ' '), a.getAttribute('href')])).toEqual([
      ['Old Mill', 'https://mill.example/'],
      ['the map', 'https://maps.example/mill'],
      ['https://mill.example/access', 'https://mill.example/access'],
      ['RSVP', 'https://www.meetup.com/clay-club/events/1234567/'],
      ['', 'https://www.youtube.com/embed/AbCdEfGhIjK'],
    ]);
    expect(doc.querySelector('script, iframe, [onclick]')).toBeNull();
  });

  it('has lists, tables, definitions, literals and the text of admonitions; other directives are left out', () => {
    expect(texts(doc, 'ol > li')).toEqual(['first', 'secondinner']);
    expect(texts(doc, 'tr')).toEqual(['ConeHeat', '06999', 'NameKiln', 'AmaraGas']);
    expect(texts(doc, 'dt')).toEqual(['Speaker:', 'Term']);
    expect(texts(doc, 'pre')).toEqual(['<b>not bold</b>']);
    expect(doc.body.textContent).toContain('It will be hot.');
    expect(doc.body.textContent).not.toMatch(/left out|mill\.png|\.\. /);
  });

  it('breaks a line that ends long before the margin', () => {
    const line = [...doc.querySelectorAll('br')].at(-1);
    expect([line?.previousSibling?.textContent, line?.nextSibling?.textContent]).toEqual(['Old Mill', '12 Weir Lane, Dunwich']);
  });
});

describe('Markdown', () => {
  const doc = dom(fixture('markdown/talks.md'), 'talks.md');

  it('has its front matter beside it, nested lists and all', () => {
    expect(doc.title).toBe('Meetup #7: Kilns & threads');
    expect(plain(matterOf(doc))).toMatchObject({
      date: '2024-06-12 18:30:00 +0200',
      tags: ['clay', 'threads, too'],
      talks: [
        {
          title: "Reading kiln logs: it's hot",
          speakers: [{ name: 'Amara Okafor', company: 'Glazeworks' }],
          description: 'A log is a story of heat.',
        },
        { title: 'Threads in clay', abstract: 'How threads hold.\n\nAnd break.' },
      ],
    });
    expect(texts(doc, 'h2')).toEqual(['See you there']);
  });

  it('gives the talks that front matter lists, with people and links, and its own links', () => {
    expect(matterTalks(matterOf(doc))).toEqual([
      {
        title: "Reading kiln logs: it's hot",
        speakers: [{ name: 'Amara Okafor', affiliation: 'Glazeworks', url: 'https://amara.example/' }],
        abstract: 'A log is a story of heat.',
        links: [{ url: 'https://speakerdeck.com/amara/kiln-logs', kind: 'slides' }],
      },
      {
        title: 'Threads in clay',
        speakers: [{ name: 'Mei Tanaka' }, { name: 'Jonas Brandt' }],
        abstract: 'How threads hold.\n\nAnd break.',
        links: [{ url: 'https://www.youtube.com/watch?v=AbC-dEfGhIj', kind: 'video' }],
      },
    ]);
    expect(matterLinks(matterOf(doc))).toEqual([{ url: 'https://www.meetup.com/clay-club/events/1234567/', kind: 'rsvp' }]);
  });

  it('stays inert: the document that shows it is not touched', () => {
    expect([...shown.body.children].map(({ localName, textContent }) => [localName, textContent])).toEqual([['pre', '']]);
    expect(shown.title).toBe('');
  });

  it.each([
    [
      'TOML',
      '+++\ntitle = "A: b"\ntags = ["x",\n "y"]\nlong = """\none\ntwo"""\n[[talks]]\ntitle = \'T\'\n[[talks]]\ntitle = "U" # last\n+++\ntext',
    ],
    ['JSON', '{\n "title": "A: b", "tags": ["x", "y"], "long": "one\\ntwo",\n "talks": [{"title": "T"}, {"title": "U"}]\n}\ntext'],
    ['YAML', '---\ntitle: "A: b"\ntags:\n- x\n- y\nlong: |\n  one\n  two\ntalks:\n  - title: T\n  - { title: U }\n---\ntext'],
  ])('%s front matter', (_, text) => {
    const { matter, body } = splitMatter(text);
    expect(plain(matter)).toEqual({ title: 'A: b', tags: ['x', 'y'], long: 'one\ntwo', talks: [{ title: 'T' }, { title: 'U' }] });
    expect(body.trim()).toBe('text');
  });

  it.each([
    ['a plain text with a colon', 'title: Kilns: a love story', 'Kilns: a love story'],
    ['a comment behind it', 'title: Kilns # the big ones', 'Kilns'],
    ['a hash in quotes', "title: '#12 Kilns'", '#12 Kilns'],
    ['a text over several lines', 'title: Kilns\n  and\n  threads', 'Kilns and threads'],
    ['a quoted text over several lines', 'title: "Kilns\n  and threads"', 'Kilns and threads'],
    ['escapes', String.raw`title: "Caf\u00e9 \"A\""`, 'Café "A"'],
    ['nothing', 'title:\nother: x', ''],
    ['Pelican without fences', 'Title: Kilns\nDate: 2024-06-12\n\ntext', 'Kilns'],
  ])('YAML: %s', (_, yaml, title) => {
    const text = yaml.startsWith('Title') ? yaml : `---\n${yaml}\n---\n`;
    expect(splitMatter(text).matter.get('title')).toBe(title);
  });

  it('takes no job title for a talk and no file name for a person', () => {
    const { matter } = splitMatter('---\nspeakers:\n  - name: Mei Tanaka\n    title: Senior Engineer\n  - brian-potter\n---\n');
    expect(matterTalks(matter)).toEqual([]);
    expect(peopleOf(matter)).toEqual([{ name: 'Mei Tanaka' }]);
  });
});

describe('which kind of document', () => {
  const rst = '.. _a: https://x.example\n\nKilns\n=====\n\n:date: 2024-01-01\n';
  const md = '# Kilns\n\n- [a](https://x.example)\n';
  it.each([
    ['by content: rst', rst, 'kilns', true],
    ['by content: Markdown', md, 'kilns.txt', true],
    ['by name', 'plain words', 'kilns.md', true],
    ['plain words', 'plain words', 'kilns.txt', false],
    ['a program', '# include <stdio.h>\n\n- x\n', 'kiln.c', false],
  ])('%s', (_, text, name, isDocument) => {
    expect(open(text, name) !== undefined).toBe(isDocument);
  });

  it('repairs an encoding first', () => {
    expect(dom('# Reading logs ‚Äî it‚Äôs hot', 'a.md').title).toBe('Reading logs — it’s hot');
  });
});

describe('hostile documents', () => {
  const rows: [string, string][] = [
    ['empty', ''],
    ['zero bytes', '\0'.repeat(10_000)],
    ['a fence never closed', `---\n${'a: b\n'.repeat(12_000)}`],
    ['deep YAML', `---\n${Array.from({ length: 1000 }, (_, n) => `${' '.repeat(n)}k:`).join('\n')}\n---\n`],
    ['deep lists in YAML', `---\na: ${'['.repeat(12_000)}\n---\n`],
    ['deep JSON', `{"a":${'['.repeat(12_000)}\n}\n`],
    ['names of Object', '---\n__proto__: x\nconstructor:\n  prototype: y\n---\n# t'],
    ['quotations', '> '.repeat(15_000)],
    ['brackets', '['.repeat(15_000)],
    ['stars', '*a '.repeat(15_000)],
    ['backticks', '`a'.repeat(15_000)],
    ['links never closed', '[a]('.repeat(12_000)],
    ['elements', '<div>'.repeat(3000)],
    ['deep lists', Array.from({ length: 800 }, (_, n) => `${'  '.repeat(n)}- a`).join('\n')],
    ['a table of pipes', '|a'.repeat(15_000)],
    ['deep quotes of rst', Array.from({ length: 800 }, (_, n) => `${'  '.repeat(n)}a\n`).join('\n')],
    ['marks', '=====\n'.repeat(10_000)],
    ['roles', ':a:`b'.repeat(15_000)],
    ['underscores', 'a_'.repeat(15_000)],
    ['fields', ':a: b\n'.repeat(10_000)],
    ['directives', '.. note:: x\n\n   '.repeat(5000)],
    ['a grid', `+${'-+'.repeat(2000)}\n`.repeat(200)],
  ];
  it.each(rows.flatMap(([what, text]) => ['rst', 'md'].map((kind): [string, string, string] => [what, kind, text])))(
    '%s as %s: answers in time',
    (_, kind, text) => {
      const from = performance.now();
      expect(() => open(text, `x.${kind}`)).not.toThrow();
      expect(performance.now() - from).toBeLessThan(4000);
    },
  );

  it('keeps no address that is not http(s) or mail', () => {
    const made = dom('Kilns\n=====\n\n`a <javascript:alert(1)>`_ b_\n\n.. _b: data:text/html,x\n', 'a.rst');
    expect(made.querySelector('a')).toBeNull();
  });
});
