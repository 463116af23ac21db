/** Titles and descriptions in the forms that channels use, about invented people; the names of events are real where the form depends on them. */
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { pageOf } from '../../../extractors/page';
import { talkOf, type Video } from '../../../extractors/talk-video';

const page = pageOf(parseHTML('<html><body></body></html>').document, 'https://www.youtube.com/watch?v=AAAAAAAAAAA');

function read(video: Partial<Video> & { title: string }) {
  return talkOf({ description: '', ...video }, page);
}

describe('a talk', () => {
  it.each<[string, string, string, string | undefined, string?]>([
    ['Simple Parts, Plain Joins - Rik Hoekstra (Strange Loop 2011)', 'Simple Parts, Plain Joins', 'Rik Hoekstra', 'Strange Loop 2011'],
    ['Rik Hoekstra | Simple Parts | PyCon Fjord 2024', 'Simple Parts', 'Rik Hoekstra', 'PyCon Fjord 2024'],
    ['Mira Sandoval: Threads Without Tears (EuroPython 2023)', 'Threads Without Tears', 'Mira Sandoval', 'EuroPython 2023'],
    ['GOTO 2019 • The Quiet Monolith • Bea Okonjo', 'The Quiet Monolith', 'Bea Okonjo', 'GOTO 2019'],
    ['CppCon 2021: Tomas Lindholm “Values at Rest”', 'Values at Rest', 'Tomas Lindholm', 'CppCon 2021'],
    ['The Quiet Monolith - Bea Okonjo - NDC Oslo 2023', 'The Quiet Monolith', 'Bea Okonjo', 'NDC Oslo 2023'],
    ['RubyConf 2022: Strings Attached by Yuki Tanabe', 'Strings Attached', 'Yuki Tanabe', 'RubyConf 2022'],
    ['Keynote: Growing Old Code - Anselm Brandt | JSConf EU 2019', 'Growing Old Code', 'Anselm Brandt', 'JSConf EU 2019'],
    ['Lightning Talk: Seven Bugs - Ida Falk - CppCon 2022', 'Seven Bugs', 'Ida Falk', 'CppCon 2022', 'lightning'],
    [
      'Scheduling Pods with Care - Wen Zhao, Acme & Omar Diallo, Initech (KubeCon 2024)',
      'Scheduling Pods with Care',
      'Wen Zhao+Omar Diallo',
      'KubeCon 2024',
    ],
    ['[PyData Berlin 2022] Mira Sandoval: Frames and Fortunes', 'Frames and Fortunes', 'Mira Sandoval', 'PyData Berlin 2022'],
    ['Frames and Fortunes by Mira Sandoval at DevFest Nantes 2023', 'Frames and Fortunes', 'Mira Sandoval', 'DevFest Nantes 2023'],
    ['Elixir at the Edge | Noor Haddad | ElixirConf EU 2024', 'Elixir at the Edge', 'Noor Haddad', 'ElixirConf EU 2024'],
    ['Des tests qui durent (Lucie Marchand) - Devoxx France 2024', 'Des tests qui durent', 'Lucie Marchand', 'Devoxx France 2024'],
  ])('%s', (title, talk, speakers, event, kind) => {
    const found = read({ title, seconds: 1800 });
    expect(found?.title).toBe(talk);
    expect(found?.speakers?.map(({ name }) => name).join('+')).toBe(speakers);
    expect(found?.event?.name).toBe(event);
    if (kind) expect(found?.kind).toBe(kind);
  });

  it('is known by its description where the title says nothing', () => {
    const description =
      'In this talk we look at three schedulers.\n\nSpeaker: Wen Zhao\nSlides: https://speakerdeck.com/wenzhao/pods\nRecorded on 4 May 2025 at the Harbor meetup.';
    const found = read({ title: 'Three Schedulers', description, seconds: 2400 });
    expect(found).toMatchObject({ title: 'Three Schedulers', speakers: [{ name: 'Wen Zhao' }], starts: '2025-05-04' });
    expect(found?.links).toEqual([{ url: 'https://speakerdeck.com/wenzhao/pods', kind: 'slides', label: 'Slides' }]);
  });
});

describe('no talk', () => {
  it.each<[string, Partial<Video>?]>([
    ['The Buoys - Low Tide (Official Music Video)', { category: 'Music' }],
    ['The Buoys - Low Tide (Live at Harbor Festival 2023)', { category: 'Music' }],
    ['Nils Petter - Low Tide (Album 2021)'],
    ['My trip to Lisbon | Vlog 42', { description: 'Thanks for watching! Slides of my trip: soon.' }],
    ['Learn Python in 10 Minutes', { description: 'A Python tutorial for beginners. Programming is fun.' }],
    ['I built a compiler in a weekend', { description: 'Code: https://github.com/example/compiler' }],
    ['Keyboard review: the best of 2025?'],
    ['Press conference: Coach Marta Olsen | Cup 2024', { category: 'Sports' }],
    ['Harbor Games Conference 2024 - Official Trailer', { category: 'Gaming' }],
    ['PyCon Fjord 2024 Highlights', { seconds: 140 }],
    ['PyCon Fjord 2024 Aftermovie'],
    ['Global Summit 2024 – Highlights', { seconds: 160, description: 'The Global Summit is a conference where minds meet.' }],
    ['Evening news, 4 May 2025', { category: 'News & Politics' }],
    ['Lofi beats to code to', { category: 'Music', description: 'Perfect for programming.' }],
    ['Speedrun any% in 12:04', { category: 'Gaming' }],
    ['Mira Sandoval - Interview about her new film', { category: 'Film & Animation' }],
    ['How to fix a leaking tap'],
    ['Rust in 100 Seconds', { seconds: 140 }],
    ['React course for beginners - full course 2025', { description: 'Learn React with JavaScript in this course.' }],
    ['Comic-Con 2024: best cosplay'],
  ])('%s', (title, video = {}) => {
    expect(read({ title, seconds: 900, ...video })).toBeNull();
  });
});

describe('endless titles and descriptions', () => {
  it.each(['(a', ' - A', ' at A', 'A: ', 'A “', '2024 ', 'Ana Lima, ', 'Speaker: ', '\n recorded'])(
    'of %j are read in bounded time',
    (unit) => {
      const endless = unit.repeat(100_000);
      const started = performance.now();
      read({ title: `PyCon 2024: ${endless}`, description: `In this talk ${endless}` });
      expect(performance.now() - started).toBeLessThan(500);
    },
  );
});
