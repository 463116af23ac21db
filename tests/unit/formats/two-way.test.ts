/** OPML and pyvideo: what comes back is what went out, but for what CONTRIBUTING says they cannot hold. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressOf, linkOf } from '../../../core/address';
import type { Talk } from '../../../core/talk';
import type { ImportedTalk } from '../../../formats/format';
import { readFile } from '../../../formats/input/files';
import { anyTalk, RUNS } from './arbitrary';
import { readBack, written, writtenText } from './files';
import { kept, plainTalk } from './kept';

const sorted = (all: object[]) => all.map((item) => JSON.stringify(Object.entries(item).sort())).sort();

function outlineOf(talk: Talk): object {
  return kept(talk, {
    id: undefined,
    kind: 'link',
    speakers: [],
    event: talk.event && { name: talk.event.name },
    starts: undefined,
    ends: undefined,
    zone: undefined,
    location: undefined,
    abstract: undefined,
    links: [],
    source: { url: addressOf(talk), shared: undefined },
    tags: talk.tags.map((tag) => tag.replace(/[,/]/g, ' ')),
    savedAt: `${talk.savedAt.slice(0, 19)}.000Z`,
    status: undefined,
  });
}

it('opml gives back all but what it cannot hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyTalk, { maxLength: 3 }), fc.integer({ min: 1, max: 3000 }), async (talks, chunk) => {
      const items = await readBack('opml', await writtenText('opml', talks), chunk);
      expect(sorted(items.map((item) => ('talk' in item ? plainTalk(item.talk) : item)))).toEqual(sorted(talks.map(outlineOf)));
    }),
    RUNS,
  );
});

function videoOf(talk: Talk): object {
  const videos = talk.links.filter(({ kind }) => kind === 'video').map(({ url, kind }) => ({ url, kind }));
  const others = talk.links
    .filter(({ kind }) => kind !== 'video')
    .map(({ url, kind, label = kind }) => ({ url, kind: /slide/i.test(label) ? ('slides' as const) : ('other' as const), label }));
  return kept(talk, {
    id: undefined,
    kind: 'talk',
    speakers: [...new Set(talk.speakers.map(({ name }) => name))].map((name) => ({ name })),
    event: undefined,
    starts: talk.starts?.slice(0, 10),
    ends: undefined,
    zone: undefined,
    location: undefined,
    links: [...new Map(videos.map((link) => [link.url, link])).values(), ...others],
    note: '',
    source: { url: linkOf(talk, 'video'), shared: undefined },
    status: undefined,
    savedAt: undefined,
  });
}

it('pyvideo gives back all but what it cannot hold, of every talk that was recorded', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyTalk, { maxLength: 3 }), async (talks) => {
      const archive = new Uint8Array((await written('pyvideo', talks)) as Uint8Array);
      const back: ImportedTalk[] = [];
      for await (const { item } of readFile({ name: 'x.zip', bytes: new Blob([archive]).stream() as never }, {})) {
        if ('talk' in item) back.push(item.talk);
        else expect(item).toEqual({ refused: 'empty', fatal: true });
      }
      const recorded = talks.filter(({ links }) => links.some(({ kind }) => kind === 'video'));
      expect(sorted(back.map(plainTalk))).toEqual(sorted(recorded.map(videoOf)));
    }),
    RUNS,
  );
});
