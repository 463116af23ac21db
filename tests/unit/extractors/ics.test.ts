import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { componentsOf, logicalLines } from '../../../extractors/calendar/lines';
import { offsetIn } from '../../../extractors/calendar/vtimezone';
import { isCalendar, readCalendar } from '../../../extractors/ics';

const fixture = (name: string) => readFileSync(`tests/fixtures/extractors/ics/${name}.ics`, 'utf8');
const read = (name: string) => readCalendar(fixture(name), `https://files.example/${name}.ics`);

/** A calendar with these lines in its one event. */
function event(...lines: string[]): ReturnType<typeof readCalendar> {
  const text = [
    'BEGIN:VCALENDAR',
    'X-WR-CALNAME:KilnConf',
    'BEGIN:VEVENT',
    'SUMMARY:Reading kiln logs',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return readCalendar(text.join('\r\n'), 'https://files.example/a.ics');
}

describe('calendars', () => {
  it('reads one talk as pretalx writes it: title, people with affiliation, time by the zone the file defines, links', () => {
    expect(read('pretalx-talk')).toEqual({
      extractor: 'ics',
      kind: 'talk',
      title: 'Reading kiln logs - a love story',
      talks: [
        {
          title: 'Reading kiln logs - a love story',
          kind: 'talk',
          speakers: [{ name: 'Amara Okafor', affiliation: 'Glazeworks' }, { name: 'Jonas Brandt' }],
          starts: '2024-07-13T14:30-06:00',
          ends: '2024-07-13T15:00-06:00',
          location: 'Salle Été',
          abstract:
            'Clay remembers, glaze forgets. We look at what a kiln log can tell; and what it cannot.\n\nSlides: https://speakerdeck.com/amara/kiln-logs.',
          links: [
            { url: 'https://talks.kilnconf.example/2024/talk/QX7RT2/', kind: 'page' },
            { url: 'https://speakerdeck.com/amara/kiln-logs', kind: 'slides' },
          ],
        },
      ],
    });
  });

  it('reads a schedule with bad folds, lines that are not folded at all, events cancelled, recurring and cut off', () => {
    const found = read('broken');
    expect(found).toMatchObject({ kind: 'schedule', title: 'Loom Nights' });
    expect(found?.talks?.map(({ title, starts, ends, zone }) => [title, starts, ends, zone])).toEqual([
      ['Warp and weft in WebAssembly', '2024-03-11T19:00+01:00', '2024-03-11T20:30+01:00', 'Europe/Berlin'],
      ['Open spinning evening (talk by Ana Lima)', '2024-04-08T17:00Z', '2024-04-08T18:30Z', undefined],
      ['Knots, tied and untied', '2024-05-14T19:30', undefined, undefined],
    ]);
    expect(found?.talks?.map(({ speakers }) => speakers?.map(({ name }) => name))).toEqual([['Mei Tanaka'], ['Ana Lima'], []]);
    expect(found?.talks?.[0]?.abstract).toContain('A talk about threads.\nDoors open: 18:30, bring a mug');
    expect(found?.talks?.[0]).not.toHaveProperty('location');
  });

  it.each(['football', 'birthdays'])('leaves alone a calendar that is not of talks: %s', (name) => {
    expect(read(name)).toBeUndefined();
  });

  it('reads hundreds of events, breaks left out', () => {
    const many = Array.from({ length: 800 }, (_, n) =>
      [
        'BEGIN:VEVENT',
        `SUMMARY:${n % 8 === 0 ? 'Lunch break' : `Glaze number ${n}`}`,
        `DTSTART:202407${String(10 + (n % 4))}T${String(8 + (n % 10)).padStart(2, '0')}0000Z`,
        `LOCATION:Room ${n % 5}`,
        'END:VEVENT',
      ].join('\n'),
    );
    const from = performance.now();
    const found = readCalendar(`BEGIN:VCALENDAR\n${many.join('\n')}\nEND:VCALENDAR`, 'https://files.example/s.ics');
    expect(found?.talks).toHaveLength(700);
    expect(performance.now() - from).toBeLessThan(2000);
  });

  it.each([
    ['a day', ['DTSTART;VALUE=DATE:20240713', 'DTEND;VALUE=DATE:20240714'], '2024-07-13', undefined],
    ['several days, the end being the day after', ['DTSTART;VALUE=DATE:20240713', 'DTEND;VALUE=DATE:20240716'], '2024-07-13', '2024-07-15'],
    ['local time', ['DTSTART:20240713T143000', 'DURATION:PT45M'], '2024-07-13T14:30', '2024-07-13T15:15'],
    [
      'a name with a prefix',
      ['DTSTART;TZID=/citadel.example/2007_1/America/New_York:20240713T143000'],
      '2024-07-13T14:30-04:00',
      undefined,
    ],
    ['a name nobody knows', ['DTSTART;TZID="Kiln Standard Time":20240713T143000'], '2024-07-13T14:30', undefined],
    ['an end before the start', ['DTSTART:20240713T143000Z', 'DTEND:20240713T133000Z'], '2024-07-13T14:30Z', undefined],
    ['a day that does not exist', ['DTSTART:20240231T143000Z'], undefined, undefined],
    ['an hour across the year', ['DTSTART:20241231T233000Z', 'DURATION:PT1H'], '2024-12-31T23:30Z', '2025-01-01T00:30Z'],
  ])('times: %s', (_, lines, starts, ends) => {
    const talk = event('DESCRIPTION:A talk about what a kiln log can tell us.', ...lines)?.talks?.[0];
    expect([talk?.starts, talk?.ends]).toEqual([starts, ends]);
  });

  it('takes for speakers whom frab lists as attendees that nobody can write to, not those invited', () => {
    const talk = event('ATTENDEE;ROLE=REQ-PARTICIPANT;CN="Mei Tanaka":invalid:nomail', 'ATTENDEE;CN=Guest One:mailto:guest@example.org')
      ?.talks?.[0];
    expect(talk?.speakers).toEqual([{ name: 'Mei Tanaka' }]);
  });

  it('knows a calendar by its first line', () => {
    expect(isCalendar('\ufeffBEGIN:VCALENDAR\r\n')).toBe(true);
    expect(isCalendar('To write one, begin with BEGIN:VCALENDAR')).toBe(false);
  });
});

describe('zones that a file defines', () => {
  const zone = componentsOf(fixture('pretalx-talk')).parts[0]?.parts[0];
  it.each([
    ['2024-03-10T01:59', -7],
    ['2024-03-10T03:00', -6],
    ['2024-11-03T01:59', -6],
    ['2024-11-03T02:00', -7],
    ['2030-01-01T00:00', -7],
    ['2003-07-01T12:00', -7],
  ])('%s is %d hours from UTC', (local, hours) => {
    expect(zone && offsetIn(zone, local)).toBe(hours * 3600);
  });
});

describe('hostile calendars', () => {
  const nested = 'BEGIN:VEVENT\n'.repeat(50_000);
  it.each([
    ['empty', 'BEGIN:VCALENDAR'],
    ['cut off', fixture('pretalx-talk').slice(0, 700)],
    ['nested', `BEGIN:VCALENDAR\n${nested}`],
    ['one endless line', `BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:${'x - y '.repeat(300_000)}`],
    ['a million parameters', `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART${';A=B'.repeat(200_000)}:20240101`],
    ['a million folds', `BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a${'\n b'.repeat(300_000)}`],
    ['quotes never closed', `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID="${'a'.repeat(500_000)}:20240101T000000`],
    [
      'names of Object',
      'BEGIN:VCALENDAR\nBEGIN:__proto__\nBEGIN:VEVENT\n__proto__:x\nSUMMARY:constructor\nDTSTART;TZID=__proto__:20240101T000000',
    ],
  ])('%s: answers in time', (_, text) => {
    const from = performance.now();
    expect(() => readCalendar(text, 'https://files.example/x.ics')).not.toThrow();
    expect(performance.now() - from).toBeLessThan(4000);
  });

  it('keeps what an unfolded line said', () => {
    expect(logicalLines('SUMMARY:a\r\n b\r\n\tc\nplain text\nDTSTART:1')).toEqual(['SUMMARY:abc\\nplain text', 'DTSTART:1']);
  });
});
