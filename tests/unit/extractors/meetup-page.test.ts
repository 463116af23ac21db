import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../extractors/documents';
import type { Finding } from '../../../extractors/finding';
import { inEvening } from '../../../extractors/meetup/agenda';
import { candidateOf, sameTitle } from '../../../extractors/meetup/candidate';
import * as words from '../../../extractors/meetup/words';
import { readMeetupPage } from '../../../extractors/meetup-page';
import { pageOf } from '../../../extractors/page';

const shown = parseHTML('<html><body><pre></pre></body></html>').document;
const read = (html: string, url = 'https://clay.example/events/7'): Finding | undefined =>
  readMeetupPage(pageOf(parseHTML(html).document, url));

function fixture(path: string, url?: string): Finding | undefined {
  const text = readFileSync(`tests/fixtures/extractors/${path}`, 'utf8');
  if (path.endsWith('.html')) return read(text, url);
  const made = readDocument(text, `https://files.example/${path}`, shown);
  return made && !('extractor' in made) ? readMeetupPage(pageOf(made, url ?? `https://files.example/${path}`)) : undefined;
}

/** Title, people and start of each talk. */
const talks = (found: Finding | undefined) =>
  found?.talks?.map(({ title, speakers, starts }) => [title, speakers?.map(({ name }) => name).join(', '), starts]);

describe('a meeting', () => {
  it('with a timed programme in headings, the people below them', () => {
    const found = fixture('meetup-page/agenda.html');
    expect(found).toMatchObject({
      kind: 'meetup',
      title: 'Soirée Fours et fils',
      starts: '2024-06-18T19:15',
      location: 'Atelier Rouge',
      language: 'fr',
    });
    expect(talks(found)).toEqual([
      ['Lire le journal d’un four', 'Inès Moreau, Hugo Petit', '2024-06-18T19:30'],
      ['Des fils dans l’argile', 'Léa Dubois', '2024-06-18T21:00'],
    ]);
    expect(found?.talks?.[0]?.ends).toBe('2024-06-18T20:20');
    expect(found?.links).toEqual([{ url: 'https://www.meetup.com/club-argile/events/300123456/', kind: 'rsvp', label: 'Inscription' }]);
  });

  it('told in prose, with labelled time and place', () => {
    const found = fixture('meetup-page/prose.html');
    expect(found).toMatchObject({ title: 'Spotkanie czerwcowe', starts: '2024-06-12T18:30', location: 'Stary Młyn, ul. Wodna 4' });
    expect(talks(found)).toEqual([['Czytanie dziennika pieca', 'Anna Kowalska', undefined]]);
  });

  it('with bullets, whose news are no talks', () => {
    const found = fixture('meetup-page/bullets.html');
    expect(found).toMatchObject({ title: 'June meetup', starts: '2024-06-12T19:00', location: 'Old Mill' });
    expect(talks(found)).toEqual([
      ['Reading kiln logs', 'Amara Okafor', undefined],
      ['Threads in clay', 'Mei Tanaka', undefined],
      ['Glaze in an hour', 'Jonas Brandt', undefined],
    ]);
  });

  it('in reStructuredText: times of the evening from the schedule, people from biographies and labels', () => {
    const found = fixture('rst/meeting.rst');
    expect(found).toMatchObject({ title: 'Kilns and threads', starts: '2024-06-12T18:30', location: 'Old Mill 12 Weir Lane, Dunwich' });
    expect(talks(found)).toEqual([
      ['Threads in clay', 'Mei Tanaka', '2024-06-12T19:00'],
      ['Reading kiln logs', 'Amara Okafor', '2024-06-12T19:15'],
    ]);
    expect(found?.talks?.[0]?.kind).toBe('lightning');
    expect(found?.links?.map(({ kind }) => kind)).toEqual(['rsvp', 'video']);
  });

  it('reported, with those present but no speakers', () => {
    const found = fixture('meetup-page/report.rst');
    expect(found).toMatchObject({ kind: 'meetup', title: 'Barcamp du 18 juin 2024', starts: '2024-06-18' });
    expect(talks(found)).toEqual([
      ['Fours', '', undefined],
      ['Fils et nœuds', '', undefined],
    ]);
  });

  it('in front matter', () => {
    const found = fixture('markdown/talks.md');
    expect(found).toMatchObject({ title: 'Meetup #7: Kilns & threads', starts: '2024-06-12T18:30+02:00', location: 'Old Mill, Dunwich' });
    expect(talks(found)?.map(([title]) => title)).toEqual(["Reading kiln logs: it's hot", 'Threads in clay']);
  });

  it('takes the year from the title for the month named there, and else knows none', () => {
    const page = (title: string) =>
      read(
        `<html><head><title>${title}</title></head><body><main><h1>${title}</h1><p>Rendez-vous mardi 3 octobre à 19h au meetup.</p><ul><li>Fours par Léa Dubois</li></ul></main></body></html>`,
      );
    expect(page('Meetup d’octobre 2017')?.starts).toBe('2017-10-03T19:00');
    expect(page('Meetup d’octobre')?.starts).toBeUndefined();
  });

  it('takes day and place from the head of the page, unless that dates a post', () => {
    const page = (head: string) =>
      read(
        `<html><head><title>Clay Meetup</title></head><body><header><h1>Clay Meetup</h1>${head}</header><main><h2>Talks</h2><ul><li>Threads in clay by Mei Tanaka</li></ul></main></body></html>`,
      );
    expect(page('<p>Fri, 14 Jun 2024</p><p>Location: Old Mill</p>')).toMatchObject({ starts: '2024-06-14', location: 'Old Mill' });
    expect(page('<p class="post-date">Fri, 14 Jun 2024</p>')?.starts).toBeUndefined();
  });

  it.each(['home', 'list', 'venue'])('leaves alone what is no meeting: %s', (name) => {
    expect(fixture(`meetup-page/${name}.html`, `https://clay.example/${name}`)).toBeUndefined();
  });
});

describe('lines that hold a talk', () => {
  it.each([
    ['Lightning Talk: Threads in clay', 'Threads in clay', ''],
    ['Talk #2 - Threads in clay by Mei Tanaka', 'Threads in clay', 'Mei Tanaka'],
    ['🎤 Threads in clay - Mei Tanaka (Loom Ltd)', 'Threads in clay', 'Mei Tanaka'],
    ['19:30 Threads in clay by Mei Tanaka', 'Threads in clay', 'Mei Tanaka'],
    ['18.30 Mei Tanaka - “Threads in clay”', 'Threads in clay', 'Mei Tanaka'],
    ['"Threads in clay" presented by Mei Tanaka', 'Threads in clay', 'Mei Tanaka'],
    ['Threads in clay (by Mei Tanaka , Loom Ltd)', 'Threads in clay', 'Mei Tanaka'],
    ['Des fils : par Léa Dubois @lea', 'Des fils', 'Léa Dubois'],
    ['Fäden im Ton von Jonas Brandt', 'Fäden im Ton', 'Jonas Brandt'],
    ['Hilos en el barro por Rita Campos', 'Hilos en el barro', 'Rita Campos'],
  ])('%s', (line, title, people) => {
    const talk = candidateOf(line);
    expect([talk?.title, talk?.speakers.map(({ name }) => name).join(', ')]).toEqual([title, people]);
  });

  it.each([
    'Pizza & networking',
    '19:00 Pause',
    'Doors open',
    'Accueil',
    'Code of Conduct',
    'Mei Tanaka',
    'Networking',
    '休憩',
    '22h00 à …',
    '',
  ])('is none in: %s', (line) => {
    expect(candidateOf(line)).toBeUndefined();
  });

  it('does not take a deadline for a person', () => {
    expect(candidateOf('You must register by Sunday Night')?.speakers).toEqual([]);
  });

  it('knows one talk by two titles that differ in a word or two', () => {
    expect(sameTitle('Writing full web apps in clay with Loom', 'Writing full clay web apps with Loom')).toBe(true);
    expect(sameTitle('Threads in clay', 'Threads in glass')).toBe(false);
  });

  it('puts a programme without am and pm into the evening of its meeting', () => {
    expect(inEvening({ starts: '07:05', ends: '07:15' }, '18:30')).toEqual({ starts: '19:05', ends: '19:15' });
    expect(inEvening({ starts: '09:00' }, '08:30')).toEqual({ starts: '09:00' });
  });
});

describe('hostile meetings', () => {
  it('gives up in time on long lines, many headings and nested lists', () => {
    for (const html of [
      `<h1>Meetup</h1><p>${'A b '.repeat(100_000)}</p>`,
      `<h1>Meetup June 12, 2024</h1>${'<h2>Talk: x by Ana Lima</h2><p>y</p>'.repeat(3000)}`,
      `<h1>Meetup</h1>${'<ul><li>19:00 a'.repeat(1000)}`,
    ]) {
      const page = pageOf(parseHTML(`<html><body>${html}</body></html>`).document, 'https://clay.example/');
      const from = performance.now();
      readMeetupPage(page);
      expect(performance.now() - from).toBeLessThan(4000);
    }
  });

  const questions = Object.entries(words);
  it.each(questions)('%s takes long near misses in linear time', (_, ask) => {
    for (const piece of ['talk ', 'the ', 'speaker', 'coffee break ', 'A ', ' ', 'short ', '19:00 ', 'ab']) {
      const text = piece.repeat(20_000);
      const from = performance.now();
      ask(text);
      expect(performance.now() - from).toBeLessThan(1000);
    }
  });
});
