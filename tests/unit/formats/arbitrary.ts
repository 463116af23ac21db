import fc from 'fast-check';
import { vi } from 'vitest';
import {
  DRAFT_FIELDS,
  LIMITS,
  LINK_KINDS,
  STATUSES,
  TALK_KINDS,
  USER_FIELDS,
  type Speaker,
  type Talk,
  type TalkLink,
} from '../../../core/talk';
import { safeUrl } from '../../../core/url';

/** Text as hostile as it comes: any UTF-16 units, lone surrogates and controls too. */
const text = (maxLength: number, minLength = 0) =>
  fc
    .oneof(
      { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: Math.min(maxLength, 40), minLength }) },
      fc.string({ unit: 'binary', maxLength: Math.min(maxLength, 40), minLength }),
      fc.constantFrom('=1+1', '"', ',', '\n', '\r\n', '<b>', '&amp;', '{{x}}', '\\', '\u0000', '\ud800', '__proto__', ';', '\t', '|'),
    )
    .filter((value) => value.length <= maxLength);

const printable = (maxLength: number) => text(maxLength, 1).filter((value) => /[^\s\p{C}]/u.test(value));

const url = fc
  .webUrl({ withQueryParameters: true, withFragments: true })
  .map((address) => safeUrl(address))
  .filter((address) => address !== undefined);

const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }).map((date) => date.toISOString());
const moment = fc.oneof(
  day.map((iso) => iso.slice(0, 10)),
  day.map((iso) => iso.slice(0, 16)),
  day.map((iso) => `${iso.slice(0, 16)}+05:30`),
);
const instant = day;
const stamp = day.map((iso) => `${iso}-0000-00c0ffee`);

const speaker: fc.Arbitrary<Speaker> = fc.record(
  { name: printable(LIMITS.name), affiliation: printable(LIMITS.name), url },
  { requiredKeys: ['name'] },
);
const link: fc.Arbitrary<TalkLink> = fc.record(
  { url, kind: fc.constantFrom(...LINK_KINDS), label: printable(LIMITS.label) },
  { requiredKeys: ['url', 'kind'] },
);

/** Any talk that the library can hold. */
export const anyTalk: fc.Arbitrary<Talk> = fc.record(
  {
    id: fc.uuid(),
    title: printable(LIMITS.title),
    kind: fc.constantFrom(...TALK_KINDS),
    speakers: fc.array(speaker, { maxLength: 4 }),
    event: fc.record({ name: printable(LIMITS.title), url, series: printable(LIMITS.title) }, { requiredKeys: ['name'] }),
    starts: moment,
    ends: moment,
    zone: fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires'),
    location: printable(200),
    abstract: printable(LIMITS.abstract),
    language: fc.constantFrom('en', 'pt-BR', 'zh-Hant'),
    links: fc.array(link, { maxLength: 5 }),
    source: fc.record(
      {
        url,
        title: text(LIMITS.title),
        extractor: fc.constantFrom('json-ld', 'show-notes'),
        capturedAt: instant,
        shared: fc.constant(true),
      },
      { requiredKeys: ['url', 'title', 'extractor', 'capturedAt'] },
    ),
    keys: fc.array(printable(100), { maxLength: 4 }),
    tags: fc.uniqueArray(printable(LIMITS.tag), { maxLength: 5 }),
    note: text(LIMITS.note),
    status: fc.constantFrom(...STATUSES),
    savedAt: instant,
    corrected: fc.subarray([...DRAFT_FIELDS]),
    stamp,
    stamps: fc.dictionary(fc.constantFrom(...USER_FIELDS, ...DRAFT_FIELDS), stamp),
  },
  {
    requiredKeys: [
      'id',
      'title',
      'kind',
      'speakers',
      'links',
      'source',
      'keys',
      'tags',
      'note',
      'status',
      'savedAt',
      'corrected',
      'stamp',
      'stamps',
    ],
  },
);

/** How often each property is tried: less at a desk, where tests run all day. On a busy machine even that takes its time. */
export const RUNS = { numRuns: process.env['CI'] ? 1000 : 150 };
vi.setConfig({ testTimeout: 120_000 });
