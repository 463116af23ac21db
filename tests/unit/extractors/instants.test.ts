import { describe, expect, it } from 'vitest';
import { inZone, isoTime } from '../../../extractors/instants';

describe('isoTime', () => {
  it.each([
    ['2026-09-22T19:00:00.000-07:00', '2026-09-22T19:00-07:00'],
    ['2026-10-03T11:00:00-07', '2026-10-03T11:00-07:00'],
    ['2026-03-14T17:15:00+0100', '2026-03-14T17:15+01:00'],
    ['2026-06-25T16:45:00+02:00[Europe/Paris]', '2026-06-25T16:45+02:00'],
    ['2026-03-14 17:15', '2026-03-14T17:15'],
    ['2026-03-24T22:30:00Z', '2026-03-24T22:30Z'],
    ['2026-03-24', '2026-03-24'],
    ['24 March 2026', undefined],
    ['8 ago 2023', undefined],
    [undefined, undefined],
  ])('%s is %s', (text, time) => {
    expect(isoTime(text)).toBe(time);
  });
});

describe('inZone', () => {
  it.each([
    ['2026-09-23T02:00:00.000Z', 'America/Los_Angeles', '2026-09-22T19:00-07:00'],
    ['2026-04-14T17:00:00+00:00', 'Europe/London', '2026-04-14T18:00+01:00'],
    ['2026-01-14T17:00:00+00:00', 'Europe/London', '2026-01-14T17:00+00:00'],
    ['2026-01-14T23:30:00Z', 'Asia/Kolkata', '2026-01-15T05:00+05:30'],
    ['2026-01-14T19:00', 'Asia/Tokyo', '2026-01-14T19:00'],
    ['2026-01-14T19:00:00Z', 'Moon/Tranquility', '2026-01-14T19:00Z'],
    ['2026-01-14T19:00:00Z', undefined, '2026-01-14T19:00Z'],
  ])('%s in %s is %s', (time, zone, local) => {
    expect(inZone(time, zone)).toBe(local);
  });
});
