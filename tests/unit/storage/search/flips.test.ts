/** One flipped bit anywhere in what is stored of a segment is noticed, or changes nothing. */
import { describe, expect, it } from 'vitest';
import { LABEL_KINDS } from '../../../../core/labels';
import { planOf } from '../../../../core/plan';
import { parseQuery } from '../../../../core/query';
import type { TalkRow } from '../../../../storage/database';
import { evaluate } from '../../../../storage/search/evaluate';
import { deletedBits, noneDeleted, withDeleted } from '../../../../storage/search/index-row';
import { orderOf } from '../../../../storage/search/order';
import { Segment } from '../../../../storage/search/segment';
import { readHeader, writeHeader } from '../../../../storage/search/segment-format';
import { SegmentBuilder } from '../../../../storage/search/segment-writer';
import { Damaged } from '../../../../storage/search/source';
import { View } from '../../../../storage/search/view';
import { draftOf } from '../../drafts';

const NOW = new Date('2026-11-20T12:00:00Z');
const QUERIES = [
  'compiler',
  'q',
  'qu',
  'quiet garden',
  '"a quiet"',
  '"quiet g"*',
  'node.js',
  'tag:web',
  '-tag:web',
  'after:2023',
  'saved:2024..',
  'speaker:mara',
];

const ROWS: TalkRow[] = ['A quiet garden', 'Quiet compilers', 'Node.js for gardens'].map((title, i) => ({
  ...draftOf({ title, abstract: 'On gardens, compilers and C++.', starts: `202${i + 2}-05-01` }),
  id: `id-${i}`,
  keys: [],
  tags: i % 2 ? ['web'] : ['go', 'Web'],
  note: '',
  status: 'to watch',
  savedAt: `202${i + 3}-01-01T00:00:00.000Z`,
  corrected: [],
  stamp: '',
  stamps: {},
  seq: i + 1,
}));

/** Everything that can be read of a segment. */
async function answers(header: Uint8Array, parts: ReadonlyMap<string, Uint8Array>): Promise<unknown> {
  const store = (key: string) => {
    const bytes = parts.get(key);
    return Promise.resolve(bytes && new Blob([bytes.slice()]));
  };
  const segment = new Segment(readHeader(header), store);
  const view = new View([segment], new Uint8Array(segment.count).fill(1));
  const found: unknown[] = [
    await segment.saved(),
    await segment.starts(),
    await segment.seqs(),
    await segment.ids(),
    await segment.wordsFrom(''),
  ];
  for (const kind of LABEL_KINDS) found.push(await segment.labels(kind));
  for (const query of QUERIES) {
    const plan = planOf(parseQuery(query).query!, NOW);
    const hits = await evaluate(view, plan);
    found.push(hits, await orderOf(view, plan, hits, 'relevance', 10, NOW.getTime()));
  }
  return found;
}

/** What comes of a flip: `noticed`, `harmless`, or the wrong answer. */
async function outcome(right: string, read: () => Promise<unknown>): Promise<string> {
  try {
    const found = JSON.stringify(await read());
    return found === right ? 'harmless' : found;
  } catch (error) {
    if (error instanceof Damaged) return 'noticed';
    throw error;
  }
}

describe('a flipped bit', () => {
  it('in any byte of a segment or its header is noticed or harmless', { timeout: 300_000 }, async () => {
    const builder = new SegmentBuilder();
    ROWS.forEach((row) => builder.add(row));
    const { header, parts } = await builder.finish();
    const stored = new Map<string, Uint8Array>();
    for (const { key, blob } of parts) stored.set(key, new Uint8Array(await blob.arrayBuffer()));
    const sealed = writeHeader(header);
    const right = JSON.stringify(await answers(sealed, stored));
    const seen = { noticed: 0, harmless: 0 };
    for (const [key, bytes] of [...stored, ['header', sealed] as const]) {
      for (let at = 0; at < bytes.length; at++) {
        const flipped = bytes.slice();
        flipped[at]! ^= 1 << (at % 8);
        const is = await outcome(right, () =>
          key === 'header' ? answers(flipped, stored) : answers(sealed, new Map([...stored, [key, flipped]])),
        );
        expect({ key, at, is }).toMatchObject({ is: expect.stringMatching(/^(noticed|harmless)$/) as unknown });
        seen[is as keyof typeof seen]++;
      }
    }
    expect(seen.noticed).toBeGreaterThan(seen.harmless * 20);
  });

  it('in any byte of the marks of deleted talks is noticed', () => {
    const marks = withDeleted(noneDeleted(90), [3, 77]);
    for (let at = 0; at < marks.length * 8; at++) {
      const flipped = marks.slice();
      flipped[at >> 3]! ^= 1 << (at & 7);
      expect(() => deletedBits(flipped), `bit ${at}`).toThrow(Damaged);
    }
  });
});
