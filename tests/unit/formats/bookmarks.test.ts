import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../core/address';
import type { Talk } from '../../../core/talk';
import { anyTalk, RUNS } from './arbitrary';
import { readBack, writtenText } from './files';
import { clean, kept, plainTalk } from './kept';

/** A bookmark has title, address, folder, tags, description and date: CONTRIBUTING says what it cannot hold. */
function bookmarkOf(talk: Talk): object {
  return kept(talk, {
    id: undefined,
    kind: 'link',
    speakers: [],
    event: talk.event && { name: talk.event.name.replaceAll('/', ' ') },
    starts: undefined,
    ends: undefined,
    zone: undefined,
    location: undefined,
    abstract: undefined,
    language: undefined,
    links: [],
    source: { url: addressOf(talk), shared: undefined },
    tags: talk.tags.map((tag) => tag.replaceAll(',', ' ')),
    savedAt: `${talk.savedAt.slice(0, 19)}.000Z`,
    status: talk.status === 'to watch' ? 'to watch' : undefined,
  });
}

const inOrder = (items: object[]) => [...items].map((item) => JSON.stringify(item)).sort();

describe('bookmarks', () => {
  it('gives back all but what CONTRIBUTING says it cannot hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyTalk, { maxLength: 3 }), fc.integer({ min: 1, max: 3000 }), async (talks, chunk) => {
        const items = await readBack('bookmarks', await writtenText('bookmarks', talks), chunk);
        const sorted = (all: object[]) => all.map((item) => JSON.stringify(Object.entries(item).sort())).sort();
        expect(sorted(items.map((item) => ('talk' in item ? plainTalk(item.talk) : item)))).toEqual(sorted(talks.map(bookmarkOf)));
      }),
      RUNS,
    );
  });

  it('is read by a parser of HTML with one link a talk, and nothing that runs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyTalk, { maxLength: 3 }), async (talks) => {
        const { document } = parseHTML(`<html><body>${await writtenText('bookmarks', talks)}</body></html>`);
        const links = [...document.querySelectorAll('a')];
        expect(inOrder(links.map((link) => ({ url: link.getAttribute('HREF'), title: clean(link.textContent) })))).toEqual(
          inOrder(talks.map((talk) => ({ url: addressOf(talk), title: clean(talk.title) }))),
        );
        const names = new Set([...document.body.querySelectorAll('*')].map((element) => element.localName));
        expect([...names].filter((name) => !/^(meta|title|h1|h3|dl|dt|dd|p|a)$/.test(name))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('gives up on folders without end', async () => {
    const items = await readBack('bookmarks', `<!DOCTYPE NETSCAPE-Bookmark-file-1>${'\n<DL><p><DT><H3>x</H3>'.repeat(100_000)}`, 10_000);
    expect(items).toEqual([{ refused: 'too deep', line: expect.any(Number) as number, fatal: true }]);
  });
});
