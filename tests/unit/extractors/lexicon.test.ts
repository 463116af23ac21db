import { describe, expect, it } from 'vitest';
import { atColon, Lexicon, wordsOf } from '../../../extractors/lexicon';
import { WORDS } from '../../../extractors/vocabulary';

describe('wordsOf', () => {
  it.each([
    ['19:30 – “Tri à la main”, par Ana', ['19', '30', 'tri', 'a', 'la', 'main', 'par', 'ana']],
    ['🎤 Speaker(s): ', ['speaker', 's']],
    ['スピーカー：田中 花', ['スピーカー', '田中', '花']],
    ['— !', []],
  ])('splits %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('reads no more than the beginning of an endless line', () => {
    expect(wordsOf('word '.repeat(100_000)).length).toBeLessThan(1000);
  });
});

describe('Lexicon', () => {
  const breaks = new Lexicon('coffee,coffee break,pause *,welcome *', '休憩');
  const before = new Lexicon('short,the');

  it.each([
    ['Coffee!', true],
    ['Coffee break', true],
    ['Coffee for all', false],
    ['Welcome to the group', true],
    ['The short coffee break', true],
    ['Short talk', false],
    ['休 憩', true],
    ['', false],
  ])('is(%j) is %j', (text, is) => {
    expect(breaks.is(text, before)).toBe(is);
  });

  it('tells how a text begins, and whether a phrase stands in it, in whole words', () => {
    expect(breaks.opens('The coffee is hot', before)).toBe(true);
    expect(breaks.opens('Hot coffee', before)).toBe(false);
    expect(breaks.in('A hot coffee break')).toBe(true);
    expect(breaks.in('Coffeehouses')).toBe(false);
    expect(breaks.in('昼の休憩です')).toBe(true);
  });
});

it('splits a label from its value', () => {
  expect(atColon('Sprecherin：Ana Lima')).toEqual({ label: 'Sprecherin', value: 'Ana Lima' });
  expect(atColon('no colon')).toBeUndefined();
});

it.each(Object.entries(WORDS))('finds every phrase of %s again', (_, table) => {
  for (const phrase of table.split(',')) expect(`${wordsOf(phrase).join(' ')}${phrase.endsWith(' *') ? ' *' : ''}`).toBe(phrase);
});
