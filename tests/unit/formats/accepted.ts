/** Readers that other people wrote, and what they must find in what we write: the talks that were meant, nothing that runs, nothing more. */
import '@citation-js/plugin-ris';
import { plugins } from '@citation-js/core';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import Ajv from 'ajv';
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { load } from 'js-yaml';
import { parseHTML } from 'linkedom';
import { lexer, type Token, type Tokens } from 'marked';
import Papa from 'papaparse';
import { parse as parseOrg } from 'uniorg-parse/lib/parser.js';
import { expect } from 'vitest';
import { addressOf } from '../../../core/address';
import type { Talk } from '../../../core/talk';
import { entriesOf, readBack, written, writtenText } from './files';
import { clean } from './kept';
import { CSL, VIDEO } from './schemas';

/** Fails where the reader finds anything else than the talks in their file. */
type Check = (talks: Talk[]) => Promise<void>;

const ajv = new Ajv({ strict: false });
const [isCsl, isVideo] = [ajv.compile(CSL), ajv.compile(VIDEO)];
const titles = (all: Talk[]) => all.map((talk) => clean(talk.title));
const sorted = (texts: (string | undefined)[]) => [...texts].sort();

/** For every format that writes, by its id: the reader's name and the check. */
export const ACCEPTED: Record<string, { reader: string; check: Check }> = {
  rss: { reader: 'RSS (feedsmith)', check: inRss },
  atom: { reader: 'Atom (feedsmith)', check: inAtom },
  'json-feed': { reader: 'JSON Feed (feedsmith)', check: inJsonFeed },
  opml: { reader: 'OPML (feedsmith)', check: inOpml },
  icalendar: { reader: 'iCalendar (ical.js)', check: inCalendar },
  bibtex: { reader: 'BibTeX (bibtex-parser of Better BibTeX)', check: inBibtex },
  ris: { reader: 'RIS (citation-js)', check: inRis },
  csl: { reader: 'CSL-JSON (its schema)', check: inCsl },
  org: { reader: 'Org (uniorg)', check: inOrg },
  'reading-page': { reader: 'the reading page (linkedom), with nothing that runs', check: inPage },
  obsidian: { reader: 'Obsidian notes (yauzl, js-yaml)', check: inNotes },
  pyvideo: { reader: 'pyvideo (its schema)', check: inVideos },
  markdown: { reader: 'Markdown (marked), with no markup but the frame', check: inMarkdown },
  csv: { reader: 'CSV (papaparse), with no formula', check: inTable },
  bookmarks: { reader: 'bookmarks (linkedom), with nothing that runs', check: inBookmarks },
  json: { reader: 'our own reader', check: inLibrary },
};

async function inRss(all: Talk[]): Promise<void> {
  const { items = [] } = parseRssFeed(await writtenText('rss', all));
  expect(items.map((item) => clean(item.title))).toEqual(titles(all));
  expect(items.map((item) => item.link)).toEqual(all.map(addressOf));
  // Readers show a description as HTML.
  for (const { description = '' } of items) expectNoElements(description, 'br');
}

async function inAtom(all: Talk[]): Promise<void> {
  const { entries = [] } = parseAtomFeed(await writtenText('atom', all));
  expect(entries.map((entry) => clean(entry.title?.value))).toEqual(titles(all));
  expect(entries.map((entry) => entry.links?.[0]?.href)).toEqual(all.map(addressOf));
}

async function inJsonFeed(all: Talk[]): Promise<void> {
  const { items = [] } = parseJsonFeed(JSON.parse(await writtenText('json-feed', all)));
  expect(items.map((item) => clean(item.title))).toEqual(titles(all));
  expect(items.filter((item) => 'content_html' in item)).toEqual([]);
}

async function inOpml(all: Talk[]): Promise<void> {
  const file = await writtenText('opml', all);
  const groups = all.length > 0 ? (parseOpml(file).body?.outlines ?? []) : [];
  const links = groups.flatMap((group) => group.outlines ?? []);
  expect(sorted(links.map((link) => clean(link.text)))).toEqual(sorted(titles(all)));
}

async function inCalendar(all: Talk[]): Promise<void> {
  const file = await writtenText('icalendar', all);
  const calendar = new ICAL.Component(ICAL.parse(file) as string);
  const found = calendar.getAllSubcomponents().filter(({ name }) => name !== 'vtimezone');
  expect(found.map((component) => clean(String(component.getFirstPropertyValue('summary') ?? '')))).toEqual(titles(all));
  expect(found.flatMap((component) => component.getAllSubcomponents())).toEqual([]);
  for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
}

async function inBibtex(all: Talk[]): Promise<void> {
  const { entries, errors } = parseBibtex(await writtenText('bibtex', all), { sentenceCase: false, raw: true });
  expect(errors).toEqual([]);
  expect(entries).toHaveLength(all.length);
  expect(new Set(entries.map((entry) => entry.key)).size).toBe(all.length);
  expect(entries.map((entry) => entry.fields.url)).toHaveLength(all.length);
}

async function inRis(all: Talk[]): Promise<void> {
  const file = await writtenText('ris', all);
  const records = all.length > 0 ? (plugins.input.chain(file, { generateGraph: false }) as { title: string }[]) : [];
  expect(records.map(({ title }) => clean(title))).toEqual(titles(all));
}

async function inCsl(all: Talk[]): Promise<void> {
  const items = JSON.parse(await writtenText('csl', all)) as { title: string }[];
  expect(isCsl(items), JSON.stringify(isCsl.errors)).toBe(true);
  expect(items.map(({ title }) => title)).toEqual(all.map(({ title }) => title));
}

async function inOrg(all: Talk[]): Promise<void> {
  const nodes = flat(parseOrg(await writtenText('org', all)));
  const headlines = nodes.filter(({ type, level }) => type === 'headline' && level === 2);
  expect(headlines).toHaveLength(all.length);
  const markup = nodes
    .map(({ type }) => type)
    .filter((type) => /^(bold|italic|code|verbatim|underline|strike|latex|.*block|timestamp|export|.*target)/.test(type));
  expect(markup).toEqual([]);
  const known = addressesOf(all, (url) => url.replace(/%5B/gi, '[').replace(/%5D/gi, ']').replace(/%5C/gi, '\\'));
  expect(nodes.flatMap(({ type, rawLink = '' }) => (type === 'link' && !known(rawLink) ? [rawLink] : []))).toEqual([]);
}

async function inPage(all: Talk[]): Promise<void> {
  const { document } = parseHTML(await writtenText('reading-page', all));
  expect(sorted([...document.querySelectorAll('h3')].map((heading) => clean(heading.textContent)))).toEqual(sorted(titles(all)));
  expect([...document.querySelectorAll('script, iframe, object, embed, img, svg, form, link, base')]).toEqual([]);
  const names = new Set([...document.body.querySelectorAll('*')].flatMap((element) => element.getAttributeNames()));
  expect([...names].filter((name) => !/^(class|dir|lang|href|rel)$/.test(name))).toEqual([]);
  for (const link of document.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^(https?|mailto):/);
}

async function inNotes(all: Talk[]): Promise<void> {
  const notes = await entriesOf((await written('obsidian', all)) as Uint8Array);
  expect(notes.size).toBe(all.length);
  for (const name of notes.keys()) expect(name).toMatch(/^Talks\/[^\\/:*?"<>|\p{Cc}]+\.md$/u);
  const parts = [...notes.values()].map((note) => /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(note));
  const heads = parts.map((part) => load(part?.[1] ?? '') as Record<string, unknown>);
  expect(heads.map((head) => head['title'])).toEqual(titles(all));
  const fields = /^(title|url|kind|speakers|event|starts|ends|zone|location|language|status|tags|saved)$/;
  expect(heads.flatMap(Object.keys).filter((name) => !fields.test(name))).toEqual([]);
  for (const part of parts) expectPlainMarkdown(part?.[2] ?? '', all);
}

async function inVideos(all: Talk[]): Promise<void> {
  const files = await entriesOf((await written('pyvideo', all)) as Uint8Array);
  const videos = [...files].filter(([name]) => name.includes('/videos/')).map(([, text]) => JSON.parse(text) as object);
  for (const video of videos) expect(isVideo(video), JSON.stringify(isVideo.errors)).toBe(true);
  expect(videos).toHaveLength(all.filter((talk) => talk.links.some(({ kind }) => kind === 'video')).length);
}

async function inMarkdown(all: Talk[]): Promise<void> {
  expectPlainMarkdown(await writtenText('markdown', all, { abstracts: true }), all);
}

async function inTable(all: Talk[]): Promise<void> {
  const file = (await writtenText('csv', all)).slice(1);
  const { data, errors } = Papa.parse<string[]>(file, { newline: '\r\n', delimiter: ',' });
  expect(errors).toEqual([]);
  expect(data).toHaveLength(all.length + 2);
  for (const row of data.slice(0, -1)) expect(row).toHaveLength(20);
  expect(data.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
}

async function inBookmarks(all: Talk[]): Promise<void> {
  const { document } = parseHTML(await writtenText('bookmarks', all));
  const links = [...document.querySelectorAll('a')];
  expect(sorted(links.map((link) => clean(link.textContent)))).toEqual(sorted(titles(all)));
  for (const link of links) expect(link.getAttribute('HREF')).toMatch(/^(https?|mailto):/);
  expect([...document.querySelectorAll('script, iframe, object, embed, img, svg, form, link, base, style, video, input')]).toEqual([]);
}

async function inLibrary(all: Talk[]): Promise<void> {
  const items = await readBack('json', await writtenText('json', all));
  expect(items.map((item) => ('talk' in item ? item.talk : item))).toEqual(all);
}

/** What an independent reader may find in Markdown: our own frame, and text. */
const FRAME = new Set(['heading', 'list', 'list_item', 'paragraph', 'text', 'escape', 'link', 'space', 'del', 'checkbox', 'br']);

/** Nothing in the text is markup but our frame, and no link leads elsewhere than the talks' own. */
export function expectPlainMarkdown(markdown: string, all: Talk[]): void {
  const tokens = tokensOf(lexer(markdown, { gfm: true }));
  const kinds = new Set(tokens.map((token) => token.type));
  expect([...kinds].filter((kind) => !FRAME.has(kind))).toEqual([]);
  const known = addressesOf(all, (url) => url.replace(/%28/g, '(').replace(/%29/g, ')').replace(/%5C/gi, '\\'));
  const links = tokens.filter((token): token is Tokens.Link => token.type === 'link');
  expect(links.filter((link) => !known(link.href)).map((link) => link.href)).toEqual([]);
}

/** All tokens of a Markdown text, the nested ones too. */
export function tokensOf(tokens: Token[]): Token[] {
  return tokens.flatMap((token) => {
    const { tokens: inner = [], items = [] } = token as Partial<Tokens.List & Tokens.Generic>;
    return [token, ...tokensOf([...inner, ...items])];
  });
}

/** Whether an address is one of the talks'. Percent-encoding may grow on the way; what it says stays. */
function addressesOf(all: Talk[], comparable: (url: string) => string): (url: string) => boolean {
  const known = new Set(all.flatMap((talk) => [talk.source.url, ...talk.links.map(({ url }) => url)]).map(comparable));
  return (url) => known.has(comparable(url));
}

function expectNoElements(html: string, but: string): void {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  expect([...document.querySelectorAll(`body :not(${but})`)].map(({ tagName }) => tagName)).toEqual([]);
}

interface Node {
  type: string;
  level?: number;
  rawLink?: string;
  children?: Node[];
}

function flat(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(flat)];
}
