import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAST_LENGTH, strengthOf, STRENGTHS, suggestedPassphrase } from '../../../core/passphrase';

describe('the strength of a passphrase', () => {
  it.each([
    ['', 'weak'],
    ['Tr0ub4d&r', 'weak'],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['abcabcabcabcabcabc', 'weak'],
    ['password password password', 'weak'],
    ['correct horse battery', 'weak'],
    ['correct horse battery staple', 'fair'],
    ['correct-horse-battery-staple', 'fair'],
    ['seven quiet compilers drink tea at noon', 'strong'],
    ['kQ9#vT2$', 'weak'],
    ['kQ9#vT2$wL7!', 'strong'],
  ])('%j is %s', (passphrase, strength) => expect(strengthOf(passphrase)).toBe(strength));

  it('never falls with another word', () => {
    const words = fc.array(fc.constantFrom('river', 'copper', 'seven', 'lantern', 'ocean', 'marble'), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, (chosen) => {
        const [shorter, longer] = [chosen.slice(1), chosen].map((each) => STRENGTHS.indexOf(strengthOf(each.join(' '))));
        expect(longer).toBeGreaterThanOrEqual(shorter ?? 0);
      }),
    );
  });

  it('is there in what is suggested, which is never the same', () => {
    const suggested = Array.from({ length: 200 }, suggestedPassphrase);
    expect(new Set(suggested).size).toBe(200);
    for (const each of suggested) {
      expect(each).toMatch(/^(?:[2-9a-km-z]{4}-){4}[2-9a-km-z]{4}$/);
      expect(strengthOf(each)).not.toBe('weak');
      expect(each.length).toBeGreaterThan(LEAST_LENGTH);
    }
  });
});
