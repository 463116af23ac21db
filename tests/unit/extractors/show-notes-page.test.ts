import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { pageOf } from '../../../extractors/page';
import { readShowNotesPage } from '../../../extractors/show-notes-page';

function read(fixture: string, url = `https://kettle.example/episodes/${fixture}`): ReturnType<typeof readShowNotesPage> {
  const html = readFileSync(`tests/fixtures/extractors/show-notes-page/${fixture}.html`, 'utf8');
  return readShowNotesPage(pageOf(parseHTML(html).document, url));
}

const titles = (found: ReturnType<typeof readShowNotesPage>): string[] => found?.talks?.map(({ title }) => title) ?? [];

describe('show notes', () => {
  it('reads numbered items with the remarks below them, sponsors left out, the hosts among the episode’s own links', () => {
    const found = read('numbered', 'https://files.example/88');
    expect(found?.kind).toBe('show-notes');
    expect(found?.title).toBe('Kettle Logs 88');
    expect(titles(found)).toEqual([
      'Steam tables in plain text',
      'plaintab',
      'Kiln 2.0 is out',
      'Related podcast',
      'Keynote of KilnConf',
      'Argparse for cooks',
      'KilnConf',
    ]);
    expect(found?.talks?.[0]?.abstract).toBe('Seven parts, from boiling to freezing\nNeeds plaintab to print them.');
    expect(found?.talks?.[2]?.abstract).toBe('the first one that runs on a tray');
    expect(found?.talks?.map(({ kind }) => kind)).toEqual(['link', 'link', 'link', 'link', 'talk', 'link', 'link']);
    expect(found?.links).toEqual([{ url: 'https://social.example/@ines', kind: 'other', label: '@ines' }]);
  });

  it('reads an interview: prose, the guest’s contacts and the links, with date, sound and language', () => {
    const found = read('guest');
    expect(found).toMatchObject({ title: 'Episódio 7: Rita Campos - Tear', starts: '2021-03-12', language: 'pt' });
    expect(titles(found)).toEqual(['Tear', 'Novelo', 'Site', 'Tecer sem pressa', 'Episódio 3']);
    expect(found?.talks?.[0]?.abstract).toBe('Conversamos com a Rita, que mantém o Tear, escrito em cima do Novelo.');
    expect(found?.talks?.[3]?.abstract).toBe('o livro de que falamos');
    expect(found?.links?.filter(({ kind }) => kind === 'audio').map(({ url }) => url)).toEqual([
      'https://kettle.example/audio/7.mp3',
      'https://kettle.example/audio/7.ogg',
    ]);
  });

  it('reads a list of time codes, whose bare addresses take the words beside them as title', () => {
    const found = read('timecodes');
    expect(found?.title).toBe('#4 - Лестница');
    expect(titles(found)).toEqual(['Статья о ступенях']);
    expect(found?.talks?.[0]?.links).toEqual([{ url: 'https://stupeni.example/1', kind: 'page', label: 'https://stupeni.example/1' }]);
  });

  it.each(['home', 'article'])('leaves alone what is no episode: %s', (fixture) => {
    expect(read(fixture)).toBeUndefined();
    expect(read(fixture, 'https://kettle.example/')).toBeUndefined();
  });
});

describe('hostile show notes', () => {
  it('takes time in proportion to its links, up to 50,000 below 3,000 nested elements', () => {
    const nested = `${'<div>'.repeat(3000)}x${'</div>'.repeat(3000)}`;
    const timeFor = (count: number): number => {
      const links = Array.from({ length: count }, (_, at) => `<li><a href="https://l.example/${at}">${at} x</a></li>`).join('');
      const html = `<!doctype html><html><head><title>Episode 1 of a podcast</title></head><body><audio src="/1.mp3"></audio>${nested}<ul>${links}</ul></body></html>`;
      const { document } = parseHTML(html);
      const from = performance.now();
      expect(readShowNotesPage(pageOf(document, 'https://kettle.example/episodes/1'))?.talks?.length).toBeGreaterThan(1000);
      return performance.now() - from;
    };
    timeFor(2000);
    expect(timeFor(50_000)).toBeLessThan(Math.max(20 * timeFor(5000), 1500));
  }, 60_000);
});
