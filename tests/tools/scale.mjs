import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** @typedef {import('../../core/talk').Talk} Talk */

/** Real records of talks, one JSON object a line; not part of the project. */
const RECORDS = '../shared/scale/talks.jsonl.gz';

const LANGUAGES = {
  eng: 'en',
  spa: 'es',
  por: 'pt-BR',
  deu: 'de',
  fra: 'fr',
  ita: 'it',
  rus: 'ru',
  jpn: 'ja',
  pol: 'pl',
  ces: 'cs',
  zho: 'zh',
};
const STATUSES = /** @type {const} */ (['to watch', 'watching', 'watched', 'dropped']);
const TAGS = ['python', 'Machine Learning', 'web', 'testing', 'c++', 'data', 'Café', 'go', 'security', 'node.js', 'to read', 'AI', '東京'];

/** Whether the real records are there. */
export const hasRecords = existsSync(RECORDS);

/**
 * So many saved talks: the real records, repeated with variations where there are too few of them; invented ones where they are absent.
 * Always the same for the same number.
 * @param {number} count
 * @param {number} [every] take every so-manieth record only
 * @returns {Talk[]}
 */
export function scaleTalks(count, every = 1) {
  const records = hasRecords ? realRecords() : inventedRecords();
  return Array.from({ length: count }, (_, i) =>
    talkOf(records[(i * every) % records.length] ?? {}, i, Math.floor((i * every) / records.length)),
  );
}

/** Each real record once, as the page of its recording would be read. @returns {import('../../core/talk').TalkDraft[]} */
export function realTalks() {
  return realRecords().map(({ title, speakers = [], event, date, description, url }) => ({
    title,
    kind: 'talk',
    speakers: speakers.map((/** @type {string} */ name) => ({ name })),
    ...(event && { event: { name: event } }),
    ...(date && { starts: date }),
    ...(description && { abstract: description }),
    links: url ? [{ url, kind: 'video' }] : [],
    source: { url, title, extractor: 'youtube', capturedAt: '2026-11-01T08:00:00.000Z' },
  }));
}

/** @returns {Record<string, any>[]} */
function realRecords() {
  const text = gunzipSync(readFileSync(RECORDS)).toString('utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** @returns {Record<string, any>[]} */
function inventedRecords() {
  const words =
    'compiler quiet garden river node.js c++ real-time café systems of the in a testing distributed 東京大学 rust go async'.split(' ');
  /** @param {number} seed @param {number} length */
  const some = (seed, length) => Array.from({ length }, (_, i) => words[(seed * 7 + i * i * 3 + i) % words.length]).join(' ');
  return Array.from({ length: 997 }, (_, i) => ({
    title: some(i, 5),
    speakers: [`Mara ${some(i, 1)}`],
    event: `Borealis ${i % 30}`,
    date: `20${10 + (i % 15)}-0${1 + (i % 9)}-11`,
    lang: i % 5 ? 'eng' : 'jpn',
    description: some(i + 3, 60),
  }));
}

/** @param {Record<string, any>} record @param {number} i @param {number} round @returns {Talk} */
function talkOf(record, i, round) {
  return { ...saidBy(record, i, round), ...ownedBy(record, i) };
}

/** @param {Record<string, any>} record @param {number} i @param {number} round @returns {import('../../core/talk').TalkDraft} */
function saidBy({ title = 'Untitled', speakers = [], event, date, description, lang = '', url: video }, i, round) {
  const named = round ? `${title} (${round})` : title;
  const url = `https://${i % 3 ? 'www.borealis.example' : 'videos.example'}/talks/${i}`;
  /** @type {Record<string, string>} */
  const languages = LANGUAGES;
  return {
    title: named,
    kind: i % 11 ? 'talk' : 'lightning',
    speakers: speakers.slice(0, 50).map((/** @type {string} */ name) => ({ name })),
    ...(event && { event: { name: [event, ...(round ? [2000 + (round % 25)] : [])].join(' ') } }),
    ...(date && { starts: i % 7 ? date : `${date}T10:30` }),
    ...(description && { abstract: description }),
    ...(lang && { language: languages[lang] ?? lang }),
    links: linksOf(i % 2 ? video : undefined, url),
    source: { url, title, extractor: 'talk-page', capturedAt: '2026-11-01T08:00:00.000Z' },
  };
}

/** @param {string | undefined} video @param {string} page @returns {Talk['links']} */
function linksOf(video, page) {
  return video ? [{ url: video, kind: 'video' }] : [{ url: `${page}/slides`, kind: 'slides' }];
}

/** @param {Record<string, any>} record @param {number} i @returns {Omit<Talk, keyof import('../../core/talk').TalkDraft>} */
function ownedBy({ event = '' }, i) {
  return {
    id: idOf(i),
    keys: [`borealis.example/talks/${i}`],
    tags: TAGS.filter((_, tag) => (i * 31 + tag * 17) % 13 < 2),
    note: i % 20 ? '' : `see again ${event}`,
    status: STATUSES[(i * 7) % 4] ?? 'to watch',
    savedAt: new Date(Date.UTC(2018, 0, 1) + ((i * 2_654_435) % 280_000) * 1_000_000).toISOString(),
    corrected: [],
    stamp: '2026-01-01T00:00:00.000Z-0000-00000000',
    stamps: {},
  };
}

/** @param {number} i */
function idOf(i) {
  const hex = (Math.imul(i + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  return `${hex}-0000-4000-8000-${i.toString(16).padStart(12, '0')}`;
}
