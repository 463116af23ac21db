import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { cellOf, textOfCell } from '../../../formats/csv/columns';
import { MOST_ROWS, rowsOf } from '../../../formats/csv/rows';
import { anyTalk, RUNS } from './arbitrary';
import { readBack, writtenText } from './files';
import { kept, plainTalk } from './kept';
import { SAMPLE } from './sample';

const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', "'=1", "''=1", "'", "'quoted'", '', '"', ' =1'];

/** A table of a million lines. */
// eslint-disable-next-line @typescript-eslint/require-await -- whoever reads it takes only what comes bit by bit
async function* manyRows(): AsyncIterable<string> {
  for (let batch = 0; batch < 100; batch += 1) yield 'a,b\n'.repeat(10_000);
}

describe('csv', () => {
  it.each(FORMULAS)('defuses %j and restores it', (text) => {
    const cell = Papa.parse<string[]>(`x,${cellOf(text)}`, { newline: '\r\n' }).data[0]?.[1] ?? '';
    expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    expect(textOfCell(cell)).toBe(text);
  });

  it('is read by papaparse with one cell a heading and no formula anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyTalk, { maxLength: 4 }), async (talks) => {
        const { data, errors } = Papa.parse<string[]>((await writtenText('csv', talks)).slice(1), { newline: '\r\n', delimiter: ',' });
        expect(errors).toEqual([]);
        expect(data).toHaveLength(talks.length + 2);
        for (const row of data.slice(0, -1)) expect(row).toHaveLength(20);
        expect(data.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('gives back all but what CONTRIBUTING says it cannot hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyTalk, { maxLength: 3 }), fc.integer({ min: 1, max: 3000 }), async (talks, chunk) => {
        const items = await readBack('csv', await writtenText('csv', talks), chunk);
        const expected = talks.map((talk) =>
          kept(talk, {
            speakers: talk.speakers.map(({ name }) => ({ name: name.replaceAll(';', ',') })),
            tags: talk.tags.map((tag) => tag.replaceAll(';', ',')),
          }),
        );
        expect(items.map((item) => ('talk' in item ? plainTalk(item.talk) : item))).toEqual(expected);
      }),
      RUNS,
    );
  });

  it('names the line of what it refuses', async () => {
    const text = 'title,url\r\n"two\r\nlines",https://a.example/\r\n\r\nnone,\r\nscript,javascript:1\r\n';
    expect(await readBack('csv', text)).toMatchObject([
      { line: 2, talk: { title: 'two lines' } },
      { line: 5, refused: 'no address' },
      { line: 6, refused: 'unsafe address' },
    ]);
  });

  it('reads a table that comes in many batches as one', async () => {
    const talks = Array.from({ length: 3000 }, (_none, index) => ({ ...SAMPLE[0]!, title: `Talk ${index}` }));
    const items = await readBack('csv', await writtenText('csv', talks), 65_536);
    expect(items.map((item) => 'talk' in item && item.talk.title)).toEqual(talks.map((talk) => talk.title));
    expect(items.at(-1)).toMatchObject({ line: 2 + 2999 * 7 });
  });

  it('stops at a table that no list of talks is as long as', async () => {
    let last: unknown;
    let rows = 0;
    for await (const row of rowsOf(manyRows())) {
      last = row;
      rows += 1;
    }
    expect(last).toMatchObject({ refused: 'too many', fatal: true });
    expect(rows).toBe(MOST_ROWS + 1);
  });

  it.each([
    ['a heading alone', 'title,url\n', 0],
    ['nothing', '', 1],
    ['no known heading', 'a,b\n1,2\n', 1],
    ['a quotation mark without end', `title,url\n"${'x\n'.repeat(1_200_000)}`, 1],
  ])('takes no talk from %s', async (_name, text, refusals) => {
    const items = await readBack('csv', text, 100_000);
    expect(items.filter((item) => 'talk' in item)).toEqual([]);
    expect(items).toHaveLength(refusals);
  });
});
