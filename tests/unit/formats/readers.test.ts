/** What we write is accepted by readers that other people wrote, for any talk; what they read is what was meant. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTPUTS } from '../../../formats/formats';
import { ACCEPTED } from './accepted';
import { anyTalk, RUNS } from './arbitrary';

const talks = fc.array(anyTalk, { maxLength: 3 });

describe('an independent reader accepts', () => {
  it('every format that is written', () => {
    expect(Object.keys(ACCEPTED).sort()).toEqual(OUTPUTS.map(({ id }) => id).sort());
  });

  it.each(Object.values(ACCEPTED))('$reader', ({ check }) => fc.assert(fc.asyncProperty(talks, check), RUNS));
});
