/** What we write is accepted by readers that other people wrote, for any talk; what they read is what was meant. */
import '@citation-js/plugin-ris';
import { plugins } from '@citation-js/core';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import Ajv from 'ajv';
import fc from 'fast-check';
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { load } from 'js-yaml';
import { parseHTML } from 'linkedom';
import { parse as parseOrg } from 'uniorg-parse/lib/parser.js';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../core/address';
import type { Talk } from '../../../core/talk';
import { anyTalk, RUNS } from './arbitrary';
import { entriesOf, written, writtenText } from './files';
import { clean } from './kept';
import { CSL, VIDEO } from './schemas';

const talks = fc.array(anyTalk, { maxLength: 3 });
const titles = (all: Talk[]) => all.map((talk) => clean(talk.title));

/** One property a format: whatever the talks, the independent reader finds in the file what `check` expects. */
async function forAnyTalks(id: string, check: (file: string, written: Talk[]) => void | Promise<void>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(talks, async (all) => check(await writtenText(id, all), all)),
    RUNS,
  );
}

const sorted = (texts: (string | undefined)[]) => [...texts].sort();

describe('an independent reader accepts', () => {
  it('RSS (feedsmith)', () =>
    forAnyTalks('rss', (file, all) => {
      const feed = parseRssFeed(file);
      expect((feed.items ?? []).map((item) => clean(item.title))).toEqual(titles(all));
      expect((feed.items ?? []).map((item) => item.link)).toEqual(all.map(addressOf));
    }));

  it('Atom (feedsmith)', () =>
    forAnyTalks('atom', (file, all) => {
      const feed = parseAtomFeed(file);
      expect((feed.entries ?? []).map((entry) => clean(entry.title?.value))).toEqual(titles(all));
      expect((feed.entries ?? []).map((entry) => entry.links?.[0]?.href)).toEqual(all.map(addressOf));
    }));

  it('JSON Feed (feedsmith)', () =>
    forAnyTalks('json-feed', (file, all) => {
      const feed = parseJsonFeed(JSON.parse(file));
      expect((feed.items ?? []).map((item) => clean(item.title))).toEqual(titles(all));
    }));

  it('OPML (feedsmith)', () =>
    forAnyTalks('opml', (file, all) => {
      const groups = all.length > 0 ? (parseOpml(file).body?.outlines ?? []) : [];
      const links = groups.flatMap((group) => group.outlines ?? []);
      expect(sorted(links.map((link) => clean(link.text)))).toEqual(sorted(titles(all)));
    }));

  it('iCalendar (ical.js)', () =>
    forAnyTalks('icalendar', (file, all) => {
      const calendar = new ICAL.Component(ICAL.parse(file) as string);
      const found = calendar.getAllSubcomponents().filter(({ name }) => name !== 'vtimezone');
      expect(found.map((component) => clean(String(component.getFirstPropertyValue('summary') ?? '')))).toEqual(titles(all));
      for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    }));

  it('BibTeX (bibtex-parser of Better BibTeX)', () =>
    forAnyTalks('bibtex', (file, all) => {
      const { entries, errors } = parseBibtex(file, { sentenceCase: false, raw: true });
      expect(errors).toEqual([]);
      expect(entries).toHaveLength(all.length);
      expect(new Set(entries.map((entry) => entry.key)).size).toBe(all.length);
      expect(entries.map((entry) => entry.fields.url)).toHaveLength(all.length);
    }));

  it('RIS (citation-js)', () =>
    forAnyTalks('ris', (file, all) => {
      const records = all.length > 0 ? (plugins.input.chain(file, { generateGraph: false }) as { title: string }[]) : [];
      expect(records.map(({ title }) => clean(title))).toEqual(titles(all));
    }));

  it('CSL-JSON (its schema)', () => {
    const accepts = new Ajv({ strict: false }).compile(CSL);
    return forAnyTalks('csl', (file, all) => {
      const items = JSON.parse(file) as { title: string }[];
      expect(accepts(items), JSON.stringify(accepts.errors)).toBe(true);
      expect(items.map(({ title }) => title)).toEqual(all.map(({ title }) => title));
    });
  });

  it('Org (uniorg)', () =>
    forAnyTalks('org', (file, all) => {
      const nodes = flat(parseOrg(file));
      const headlines = nodes.filter(({ type, level }) => type === 'headline' && level === 2);
      expect(headlines).toHaveLength(all.length);
      const markup = nodes
        .map(({ type }) => type)
        .filter((type) => /^(bold|italic|code|verbatim|underline|strike|latex|.*block|timestamp|export|.*target)/.test(type));
      expect(markup).toEqual([]);
      const known = new Set(all.flatMap((talk) => [talk.source.url, ...talk.links.map(({ url }) => url)]).map(comparable));
      const strange = nodes.filter(({ type, rawLink = '' }) => type === 'link' && !known.has(comparable(rawLink)));
      expect(strange.map(({ rawLink }) => rawLink)).toEqual([]);
    }));

  it('the reading page (linkedom), with nothing that runs', () =>
    forAnyTalks('reading-page', (file, all) => {
      const { document } = parseHTML(file);
      expect(sorted([...document.querySelectorAll('h3')].map((heading) => clean(heading.textContent)))).toEqual(sorted(titles(all)));
      expect([...document.querySelectorAll('script, iframe, object, embed, img, svg, form, link, base')]).toEqual([]);
      const names = new Set([...document.body.querySelectorAll('*')].flatMap((element) => element.getAttributeNames()));
      expect([...names].filter((name) => !/^(class|dir|lang|href|rel)$/.test(name))).toEqual([]);
      for (const link of document.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^(https?|mailto):/);
    }));

  it('Obsidian notes (yauzl, js-yaml)', () =>
    fc.assert(
      fc.asyncProperty(talks, async (all) => {
        const notes = await entriesOf((await written('obsidian', all)) as Uint8Array);
        expect(notes.size).toBe(all.length);
        const heads = [...notes.values()].map((note) => load(/^---\n([\s\S]*?)\n---\n/.exec(note)?.[1] ?? '') as Record<string, unknown>);
        expect(heads.map((head) => head['title'])).toEqual(titles(all));
        for (const name of notes.keys()) expect(name).toMatch(/^Talks\/[^\\/:*?"<>|\p{Cc}]+\.md$/u);
      }),
      RUNS,
    ));

  it('pyvideo (its schema)', () => {
    const accepts = new Ajv({ strict: false }).compile(VIDEO);
    return fc.assert(
      fc.asyncProperty(talks, async (all) => {
        const files = await entriesOf((await written('pyvideo', all)) as Uint8Array);
        const videos = [...files].filter(([name]) => name.includes('/videos/')).map(([, text]) => JSON.parse(text) as object);
        for (const video of videos) expect(accepts(video), JSON.stringify(accepts.errors)).toBe(true);
        expect(videos).toHaveLength(all.filter((talk) => talk.links.some(({ kind }) => kind === 'video')).length);
      }),
      RUNS,
    );
  });
});

interface Node {
  type: string;
  level?: number;
  rawLink?: string;
  children?: Node[];
}

function flat(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(flat)];
}

function comparable(url: string): string {
  return url.replace(/%5B/gi, '[').replace(/%5D/gi, ']').replace(/%5C/gi, '\\');
}
