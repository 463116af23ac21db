import { describe, expect, it } from 'vitest';
import {
  EVERYWHERE,
  leftAlone,
  neededOrigins,
  type NoticingChoice,
  noticesOn,
  USUAL,
  withHost,
  withoutOrigins,
} from '../../../core/noticing';

const NAMED = ['*://*.media.ccc.de/*', '*://*.meetup.com/*'];

function choice(part: Partial<NoticingChoice>): NoticingChoice {
  return { ...USUAL, ...part };
}

describe('where talks are noticed', () => {
  it.each([
    ['www.meetup.com', USUAL, true],
    ['media.ccc.de', USUAL, true],
    ['notmeetup.com', USUAL, false],
    ['talks.example', USUAL, false],
    ['talks.example', choice({ on: ['talks.example'] }), true],
    ['www.talks.example', choice({ on: ['talks.example'] }), false],
    ['www.meetup.com', choice({ off: ['meetup.com'] }), false],
    ['talks.example', choice({ mode: 'everywhere' }), true],
    ['talks.example', choice({ mode: 'everywhere', off: ['talks.example'] }), false],
    ['www.meetup.com', choice({ mode: 'click' }), false],
  ])('%s with %o: %s', (host, chosen, expected) => {
    expect(noticesOn(host, chosen, NAMED)).toBe(expected);
  });

  it('needs no more than what was chosen', () => {
    expect(neededOrigins(choice({ mode: 'click', on: ['talks.example'] }), NAMED)).toEqual([]);
    expect(neededOrigins(choice({ mode: 'everywhere' }), NAMED)).toEqual([EVERYWHERE]);
    expect(neededOrigins(choice({ on: ['talks.example'], off: ['meetup.com'] }), NAMED)).toEqual([NAMED[0], '*://talks.example/*']);
  });

  it('keeps the gate off what is switched off', () => {
    expect(leftAlone(choice({ off: ['meetup.com'] }))).toEqual(['*://*.meetup.com/*']);
  });
});

describe('switching a host', () => {
  it.each([
    ['a named one off', USUAL, 'www.meetup.com', false, choice({ off: ['meetup.com'] })],
    ['and on again', choice({ off: ['meetup.com'] }), 'www.meetup.com', true, USUAL],
    ['another one on', USUAL, 'talks.example', true, choice({ on: ['talks.example'] })],
    ['and off again', choice({ on: ['talks.example'] }), 'talks.example', false, USUAL],
    [
      'one off where all are noticed',
      choice({ mode: 'everywhere' }),
      'talks.example',
      false,
      choice({ mode: 'everywhere', off: ['talks.example'] }),
    ],
    ['and on again there', choice({ mode: 'everywhere', off: ['talks.example'] }), 'talks.example', true, choice({ mode: 'everywhere' })],
  ] as const)('%s', (_name, before, host, wanted, after) => {
    expect(withHost(before, host, wanted, NAMED)).toEqual(after);
    expect(noticesOn(host, after, NAMED)).toBe(wanted);
  });
});

it('makes do without what the browser took away', () => {
  expect(withoutOrigins(choice({ mode: 'everywhere' }), [EVERYWHERE])).toEqual(USUAL);
  const left = withoutOrigins(choice({ on: ['talks.example'] }), ['*://talks.example/*', NAMED[1]!]);
  expect(left).toEqual(choice({ off: ['meetup.com'] }));
  expect(neededOrigins(left, NAMED)).toEqual([NAMED[0]]);
});
