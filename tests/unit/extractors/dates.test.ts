import { describe, expect, it } from 'vitest';
import { atDay, readClock, readWhen } from '../../../extractors/dates';

describe('readWhen', () => {
  it.each([
    ['2026-05-04', undefined, '2026-05-04', undefined],
    ['2026-05-04 19:30', undefined, '2026-05-04T19:30', undefined],
    ['2026-05-04T19:30:00+02:00', undefined, '2026-05-04T19:30+02:00', undefined],
    ['2026-05-04T19:30:00Z', undefined, '2026-05-04T19:30Z', undefined],
    ['Saturday October 3, 2026 9:00am - 9:30am EEST', 'en', '2026-10-03T09:00', '2026-10-03T09:30'],
    ['Monday, 4th of May 2026, 7 pm', 'en', '2026-05-04T19:00', undefined],
    ['7:00 PM on May 4, 2026', 'en', '2026-05-04T19:00', undefined],
    ['mardi 1er décembre 2026 à 19h30', 'fr', '2026-12-01T19:30', undefined],
    ['Le 18 février 2026 de 19h à 21h30', 'fr', '2026-02-18T19:00', '2026-02-18T21:30'],
    ['Montag, 4. Mai 2026, 19.30 Uhr', 'de', '2026-05-04T19:30', undefined],
    ['am 04.05.2026 um 19:30 Uhr', 'de', '2026-05-04T19:30', undefined],
    ['4 de mayo de 2026, 19:30 hs', 'es', '2026-05-04T19:30', undefined],
    ['4 de março de 2026 às 19h', 'pt', '2026-03-04T19:00', undefined],
    ['lunedì 4 maggio 2026 alle 19.30', 'it', '2026-05-04T19:30', undefined],
    ['den 4 maj 2026 kl. 18.00', 'sv', '2026-05-04T18:00', undefined],
    ['2026年5月4日(月) 19:00 〜 21:00', 'ja', '2026-05-04T19:00', '2026-05-04T21:00'],
    ['2026/05/04(月) 19:00 〜 21:00', 'ja', '2026-05-04T19:00', '2026-05-04T21:00'],
    ['2026年5月4日 19時30分', 'zh', '2026-05-04T19:30', undefined],
    ['5/4/2026', 'en', '2026-05-04', undefined],
    ['5/4/2026', 'en-GB', '2026-04-05', undefined],
    ['5/4/2026', 'fr', '2026-04-05', undefined],
    ['25/4/2026', 'en', '2026-04-25', undefined],
    ['4-6 May 2026', 'en', '2026-05-04', '2026-05-06'],
    ['May 4-6, 2026', 'en', '2026-05-04', '2026-05-06'],
  ])('%s (%s)', (text, lang, starts, ends) => {
    expect(readWhen(text, lang)).toMatchObject({ starts, ...(ends && { ends }) });
  });

  it.each(['', 'May 4th', 'Monday 19:30', '31 February 2026', 'in 2026', 'version 2026.13.1'])('finds no full date in "%s"', (text) => {
    expect(readWhen(text, 'en')).toBeUndefined();
  });

  it('names the zone where the page names it', () => {
    expect(readWhen('2026-03-19, 16:30–16:55 (US/Eastern), Room 5')).toEqual({
      starts: '2026-03-19T16:30',
      ends: '2026-03-19T16:55',
      zone: 'US/Eastern',
    });
  });
});

describe('readClock', () => {
  it.each([
    ['7:00 pm - 9 pm', '19:00', '21:00'],
    ['7 - 9 pm', '19:00', '21:00'],
    ['11 - 1 pm', '11:00', '13:00'],
    ['19h30', '19:30', undefined],
    ['19.30 Uhr', '19:30', undefined],
    ['18:30 à 20:00', '18:30', '20:00'],
    ['12:15 am', '00:15', undefined],
    ['Domingo 14:00–15:00', '14:00', '15:00'],
  ])('%s', (text, starts, ends) => {
    expect(readClock(text)).toEqual(ends ? { starts, ends } : { starts });
  });

  it.each(['', 'Python 3.14', 'room 12', '25:00', '100 talks'])('no time in "%s"', (text) => {
    expect(readClock(text)).toBeUndefined();
  });

  it('puts an end after midnight on the next day', () => {
    expect(atDay('2026-12-31', { starts: '22:00', ends: '01:00' })).toEqual({ starts: '2026-12-31T22:00', ends: '2027-01-01T01:00' });
  });
});
