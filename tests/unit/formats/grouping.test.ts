/** Lists under headings: order, words, and what is put away when it is much. */
import { describe, expect, it } from 'vitest';
import { LINK_KINDS, STATUSES, type Talk } from '../../../core/talk';
import { GROUPINGS, type Words } from '../../../formats/format';
import { grouped } from '../../../formats/output/grouping';
import { readBack, writtenText } from './files';
import { SAMPLE } from './sample';

const BASQUE: Words = {
  language: 'eu',
  rest: { event: 'Beste hitzaldiak', tag: 'Etiketarik gabe', month: 'Datarik gabe' },
  abstract: 'Laburpena',
  status: Object.fromEntries(STATUSES.map((status) => [status, `eu ${status}`])) as Words['status'],
  link: Object.fromEntries(LINK_KINDS.map((kind) => [kind, `eu ${kind}`])) as Words['link'],
};

/** Talks of so many events in turn, each with a note as long as a note can be. */
function manyTalks(count: number, events: number): Talk[] {
  const [sample] = SAMPLE as [Talk];
  return Array.from({ length: count }, (_none, place) => ({
    ...sample,
    id: `t${place}`,
    title: `Talk ${place}`,
    event: { name: `Event ${place % events}` },
    starts: `20${10 + (place % 7)}-05-04`,
    tags: place % 3 ? [`tag ${place % 5}`, 'all'] : [],
    status: STATUSES[place % 4]!,
  }));
}

async function headingsOf(talks: readonly Talk[], groupBy: (typeof GROUPINGS)[number], render: (talk: Talk) => string) {
  const groups: [string, string][] = [];
  for (const { name, talks: items } of await grouped(talks, { groupBy }, render)) {
    const bytes: Uint8Array[] = [];
    for await (const piece of items) bytes.push(piece);
    groups.push([name, Buffer.concat(bytes).toString()]);
  }
  return groups;
}

describe('a list with headings', () => {
  it.each(GROUPINGS)('by %s is the same whether its text stays in memory or is put away', async (groupBy) => {
    const talks = manyTalks(3000, 40);
    const little = await headingsOf(talks, groupBy, ({ id }) => `${id}山;`);
    // Some 60 MB, so that it is put away more than once.
    const much = await headingsOf(talks, groupBy, ({ id }) => `${id}山${' '.repeat(20_000)};`);
    expect(much.map(([name, text]) => [name, text.replace(/ +/g, '')])).toEqual(little);
    expect(little.length).toBeGreaterThan(3);
  });

  it('keeps events in the order in which they come, and the talks of each', async () => {
    const groups = await headingsOf(manyTalks(9, 3), 'event', ({ id }) => id);
    expect(groups).toEqual([
      ['Event 0', 't0t3t6'],
      ['Event 1', 't1t4t7'],
      ['Event 2', 't2t5t8'],
    ]);
  });

  it.each(['markdown', 'org', 'reading-page', 'bookmarks', 'opml'])(
    '%s says in the words it is given what is no text of a talk',
    async (id) => {
      const talk = { ...SAMPLE[0]!, event: undefined, tags: [], starts: undefined, status: 'watching' as const };
      const other = { ...talk, links: [{ url: 'https://conf.example/slides', kind: 'slides' as const }] };
      const texts = await Promise.all(GROUPINGS.map((groupBy) => writtenText(id, [other], { groupBy, words: BASQUE })));
      for (const [place, heading] of ['Beste hitzaldiak', 'Etiketarik gabe', 'Datarik gabe', 'eu watching'].entries())
        expect(texts[place]).toContain(heading);
      const english = /Other talks|Untagged|Undated|Abstract<|html lang="en"|>slides<|\[slides\]|\(watching\)/;
      expect(texts.filter((text) => english.test(text))).toEqual([]);
    },
  );

  it.each(['bookmarks', 'opml'])('%s gives back events, and takes no other heading for one', async (id) => {
    const talks = [
      { ...SAMPLE[0]!, event: { name: 'Other talks' } },
      { ...SAMPLE[1]!, event: undefined },
    ];
    for (const groupBy of GROUPINGS) {
      const items = await readBack(id, await writtenText(id, talks, { groupBy, words: BASQUE }));
      const events = items.flatMap((item) => ('talk' in item && item.talk.event ? [item.talk.event.name] : []));
      expect(events).toEqual(groupBy === 'event' ? ['Other talks'] : []);
    }
  });
});
