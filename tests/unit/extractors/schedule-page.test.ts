import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { pageOf } from '../../../extractors/page';
import { readSchedulePage } from '../../../extractors/schedule-page';
import { dayIn, leadClock } from '../../../extractors/schedule/clock';
import * as words from '../../../extractors/schedule/words';

type Found = ReturnType<typeof readSchedulePage>;

function read(fixture: string, url = `https://kiln.example/${fixture}`): Found {
  const html = readFileSync(`tests/fixtures/extractors/schedule-page/${fixture}.html`, 'utf8');
  return readSchedulePage(pageOf(parseHTML(html).document, url));
}

/** "title / people / start / room" of each talk. */
function rows(found: Found): string[] {
  return (found?.talks ?? []).map(({ title, speakers, starts, location }) =>
    [title, speakers?.map(({ name }) => name).join(' + '), starts ?? '', location ?? ''].join(' / '),
  );
}

describe('schedules', () => {
  it('reads a table with rooms as columns, days as headings and the breaks left out', () => {
    const found = read('grid');
    expect(rows(found)).toEqual([
      'Firing clay without a manual / Ada Brandt / 2031-05-02T09:00 / Great Oven',
      'Glazes, explained slowly / Joel Ferri + Mina Okafor / 2031-05-02T09:00 / Small Oven',
      'What the cone knows / kumo / 2031-05-02T09:45 / Great Oven',
      'Workshop: a bowl in an hour / Tilda Marsh / 2031-05-02T13:00 / Great Oven',
      'Kilns on a budget / Ravi Patel / 2031-05-02T13:00 / Small Oven',
      'Keynote: the long cooling / Signe Dahl / 2031-05-03T10:00 / Great Oven',
      'Opening the black box kiln / Otto Lind / 2031-05-03T10:00 / Small Oven',
    ]);
    expect(found?.talks?.map(({ kind }) => kind)).toEqual(['talk', 'talk', 'talk', 'workshop', 'talk', 'keynote', 'talk']);
    expect(found?.talks?.[0]?.links?.[0]).toMatchObject({ url: 'https://kiln.example/schedule/talk/1/', kind: 'page' });
  });

  it('reads headings with times and people below them, without a date where the page has none', () => {
    expect(rows(read('flow'))).toEqual([
      'Getting started: bees and you / Hanna Weiss + Luca Moretti /  / ',
      'Hives: full of surprises / Piotr Zając /  / ',
      'Smoke and mirrors / Aiko Tanaka /  / ',
      'Winter stores / Bram de Wit /  / ',
    ]);
  });

  it('reads an archive of talks, a line each', () => {
    const found = read('lines');
    expect(rows(found)).toEqual([
      'Wachs im Alltag / Jana Krug / 2030-06-18 / ',
      'Waben Bauen / Tom Vogt / 2030-04-14 / ',
      'Honig schleudern / Eva Lorenz + Nils Brandt / 2030-03-07 / ',
      'Milben erkennen / Jana Krug / 2030-02-11 / ',
      'Ohne Folien geht es auch / Olaf Viehweg / 2030-01-09 / ',
    ]);
    expect(found?.talks?.[0]?.speakers).toEqual([{ name: 'Jana Krug', affiliation: 'Imkerei Süd', url: 'https://p.example/jk' }]);
  });

  it('reads "title - people" by the habit of the page; the weekday proves the year', () => {
    expect(rows(read('dashes'))).toEqual([
      'Wicks, a history / Nora Bell / 2028-06-24T10:00 / ',
      'How to trim in the dark / glim / 2028-06-24T10:00 / ',
      'Oil: an apology / Sam Teller + Uwe Kranz / 2028-06-24T10:00 / ',
      'Glass without tears / Ines Prado / 2028-06-24T13:30 / ',
      'A lamp for every room / Kurt Vogel / 2028-06-24T13:30 / ',
    ]);
  });

  it('reads cards that are headed by the speaker', () => {
    expect(rows(read('cards'))[0]).toBe('Sowing by the moon, measured / Amara Obi /  / ');
    expect(read('cards')?.talks).toHaveLength(5);
  });

  it('reads cells with the title on the first line and the people on the second', () => {
    expect(rows(read('two-lines'))).toEqual([
      'Dochte schneiden im Dunkeln / Nora Bell / 2031-05-02T09:00 / Saal Nord',
      'Eine Lampe für jeden Raum / Kurt Vogel / 2031-05-02T09:00 / Saal Süd',
      'Öl: eine Entschuldigung / Sam Teller + Uwe Kranz / 2031-05-02T10:00 / Saal Nord',
      'Glas ohne Tränen / Ines Prado / 2031-05-02T10:00 / Saal Süd',
      'Wenn der Strom ausfällt / Maike Holm / 2031-05-02T11:30 / Saal Nord',
      'Was Motten wissen / Otto Lind / 2031-05-02T11:30 / Saal Süd',
    ]);
  });

  it('reads a table of records by the headings of its columns', () => {
    expect(rows(read('records'))).toEqual([
      'Boden lesen / Ute Kern + Max Ohm /  / Laube',
      'Hecken schneiden / Bodo Wenz /  / Laube',
      'Wasser sparen /  /  / Wiese',
      'Samen tauschen / Lea Kühn /  / Wiese',
    ]);
  });

  it.each(['no-talk-page', 'no-meetup', 'no-sponsors'])('leaves alone what is no schedule: %s', (fixture) => {
    expect(read(fixture)).toBeUndefined();
  });
});

describe('times on schedules', () => {
  it.each([
    ['09:00AM', '09:00', undefined],
    ['9.45', '09:45', undefined],
    ['1030-1100 - Bees', '10:30', '11:00'],
    ['10:00 | 10:30', '10:00', '10:30'],
    ['13:30〜15:30', '13:30', '15:30'],
    ['Noon-1:30pm', '12:00', '13:30'],
    ['10:00 “Bees” by Ada Brandt', '10:00', undefined],
    ['Thursday 9 a.m.–12:20 p.m. in Room 10', '09:00', '12:20'],
    ['1630 - Bees', '16:30', undefined],
  ])('%s', (text, starts, ends) => {
    expect(leadClock(text)?.clock).toEqual({ starts, ...(ends && { ends }) });
  });

  it.each(['2010-2015', '2019 - a year', '18.06.2026 Bees', '10 ways to bee', 'Part 2', '3.14 is enough'])(
    '%s is no time of day',
    (text) => {
      expect(leadClock(text)).toBeUndefined();
    },
  );

  it.each([
    ['Friday, 2 May', '2031', '2031-05-02'],
    ['Thursday, 2 May', '2031', ''],
    ['Friday, 2 May', undefined, ''],
    ['2031年05月02日(金)', undefined, '2031-05-02'],
    ['Day 1', '2031', ''],
    ['2-3 May 2031', undefined, undefined],
  ])('%s in %s is the day "%s"', (text, year, day) => {
    const { document } = parseHTML('<html lang="en"><body></body></html>');
    expect(dayIn(text, pageOf(document, 'https://kiln.example/'), year)).toBe(day);
  });
});

describe('hostile schedules', () => {
  it('takes time in proportion to 1,500 talks', () => {
    const row = (at: number): string =>
      `<tr><td>${9 + (at % 9)}:00</td><td><h3><a href="/t/${at}">Talk about subject number ${at}</a></h3><p>Ada Brandt, Joel Ferri</p><p>${'x'.repeat(at % 7)}</p></td></tr>`;
    const timeFor = (talks: number): number => {
      const { document } = parseHTML(
        `<!doctype html><html><head><title>Schedule</title></head><body><h1>Schedule</h1><table>${Array.from({ length: talks }, (_, at) => row(at)).join('')}</table></body></html>`,
      );
      const from = performance.now();
      expect(readSchedulePage(pageOf(document, 'https://kiln.example/schedule'))?.talks).toHaveLength(talks);
      return performance.now() - from;
    };
    timeFor(100);
    expect(timeFor(1500)).toBeLessThan(Math.max(12 * timeFor(375), 1500));
  }, 60_000);

  const near = ['coffee ', 'lunch break ', 'welcome', 'a room ', 'speaker', 'with ', '12:00 ', '10.', 'closing re', '– ', 'Mittags', '\t'];

  it.each(Object.entries(words))('%s takes long near misses in linear time', (_name, asked) => {
    for (const part of near) {
      const text = part.repeat(40_000 / part.length);
      const from = performance.now();
      if (typeof asked === 'function') asked(text);
      else if (asked instanceof RegExp) text.search(asked);
      else asked.test(text);
      expect(performance.now() - from).toBeLessThan(200);
    }
  });
});
