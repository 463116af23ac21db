import { describe, expect, it } from 'vitest';
import { draftsOf, type PageReading } from '../../../core/reading';
import { draftOf, sharedSource } from '../drafts';

const source = sharedSource('https://lisbon-compilers.example/june');
const page: PageReading = {
  kind: 'meetup',
  title: 'June meetup',
  starts: '2026-06-18T19:00:00+01:00',
  ends: '2026-06-18T21:00:00+01:00',
  location: 'Armazém 7',
  links: [],
  talks: [
    draftOf({ title: 'One', event: undefined, starts: undefined, source }),
    draftOf({ title: 'Two', starts: '2026-06-18T20:15', location: 'Bar', source }),
  ],
  source,
};

describe('what a page offers to clip', () => {
  it('gives the talks of a meeting its time, place and name where they have none', () => {
    const [one, two] = draftsOf(page);
    expect(one).toMatchObject({
      starts: page.starts,
      ends: page.ends,
      location: 'Armazém 7',
      event: { name: 'June meetup', url: source.url },
    });
    expect(two).toMatchObject({ starts: '2026-06-18T20:15', ends: undefined, location: 'Bar', event: { name: 'Borealis 26' } });
  });

  it('is the meeting itself where no talk is named, under its own address', () => {
    expect(draftsOf({ ...page, talks: [] })).toMatchObject([{ title: 'June meetup', kind: 'meetup', source: { url: source.url } }]);
    expect(draftsOf({ ...page, talks: [] })[0]?.source.shared).toBeUndefined();
  });

  it.each([
    ['https://host.example/notes/the-show-24.md', 'the-show-24'],
    ['https://host.example/', 'host.example'],
  ])('calls a page without a title after its address %s', (url, title) => {
    const untitled = { ...page, kind: 'show-notes' as const, title: '', source: { ...source, title: '', url } };
    expect(draftsOf(untitled)[0]?.title).toBe(title);
  });

  it('is the episode before its items, which have a time of their own or none', () => {
    const [episode, item] = draftsOf({ ...page, kind: 'show-notes' });
    expect(episode).toMatchObject({ title: 'June meetup', kind: 'episode' });
    expect(item?.starts).toBeUndefined();
  });

  it('lets the talks of a schedule belong to its event', () => {
    const event = { name: 'Borealis 2026' };
    const talks = [draftOf({ event: undefined }), draftOf()];
    expect(draftsOf({ ...page, kind: 'schedule', event, talks }).map((draft) => draft.event?.name)).toEqual([
      'Borealis 2026',
      'Borealis 26',
    ]);
  });
});
