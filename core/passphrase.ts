/** How long a passphrase would hold out, and one that does. */

export const STRENGTHS = ['weak', 'fair', 'strong'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** Shorter ones are refused. */
export const LEAST_LENGTH = 10;

/** Bits from which on guessing does not pay, with 600,000 rounds of PBKDF2 for each guess. */
const FAIR = 45;
const STRONG = 70;

/** A word of a sentence is worth less than its letters: it is one of some thousands. */
const BITS_A_WORD = 12;

/** A rough lower estimate, by kinds of signs, repetitions and words; it knows no lists of passwords. */
export function strengthOf(passphrase: string): Strength {
  const bits = Math.min(bitsOfSigns(passphrase), bitsOfWords(passphrase));
  return passphrase.length < LEAST_LENGTH || bits < FAIR ? 'weak' : bits < STRONG ? 'fair' : 'strong';
}

/** 32 of them, so that a byte picks each equally often. */
const SIGNS = '23456789abcdefghijkmnpqrstuvwxyz';

/** Twenty signs in groups of four, none of which is mistaken for another: 100 bits. */
export function suggestedPassphrase(): string {
  const picked = Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => SIGNS[byte % SIGNS.length] ?? '');
  return Array.from({ length: 5 }, (_, group) => picked.slice(group * 4, group * 4 + 4).join('')).join('-');
}

function bitsOfSigns(text: string): number {
  const kinds: [RegExp, number][] = [
    [/\p{Ll}/u, 26],
    [/\p{Lu}/u, 26],
    [/\p{N}/u, 10],
    [/[^\p{L}\p{N}]/u, 15],
    [/[^\p{ASCII}]/u, 100],
  ];
  const alphabet = kinds.reduce((sum, [kind, size]) => sum + (kind.test(text) ? size : 0), 1);
  // "aaaaaaaa" and "abcabcabc" are worth their different signs alone.
  const worth = Math.min(text.length, new Set(text).size * 2);
  return worth * Math.log2(alphabet);
}

function bitsOfWords(text: string): number {
  const words = text
    .toLowerCase()
    .split(/[\s\-_.,;:!?]+/)
    .filter((word) => /^\p{L}{3,}$/u.test(word));
  const isProse = words.join('').length > text.length / 2;
  const others = new Set(text.replace(/[\p{L}\s]/gu, '')).size;
  return isProse ? new Set(words).size * BITS_A_WORD + others * 4 : Infinity;
}
