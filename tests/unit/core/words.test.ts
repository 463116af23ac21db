import { describe, expect, it } from 'vitest';
import { foldWord, wordsIn } from '../../../core/words';

/** Words as `text@place`. */
function placed(text: string): string {
  return wordsIn(text)
    .map(({ text: word, place }) => `${word}@${place}`)
    .join(' ');
}

describe('the words of a text', () => {
  it.each([
    ['Hello, World!', 'hello@0 world@1'],
    ['Ça va—été?', 'ca@0 va@1 ete@2'],
    ['Cafe\u0301 co\u00admpiler', 'cafe@0 compiler@1'],
    ['Łódź, Ørsted, Straße, Ærø', 'lodz@0 orsted@1 strasse@2 aero@3'],
    ['İstanbul, ısı, Đorđe', 'istanbul@0 isi@1 dorde@2'],
    ['C++ and C#, F#.', 'c++@0 c@0 and@1 c#@2 c@2 f#@3 f@3'],
    ['c++17', 'c++@0 c@0 17@1 c++17@0'],
    ['a+b', 'a@0 b@1'],
    ['node.js', 'node@0 js@1 nodejs@0'],
    ['k8s on GKE', 'k8s@0 on@1 gke@2'],
    ['CI/CD', 'ci@0 cd@1 cicd@0'],
    ['O’Reilly', 'o@0 reilly@1 oreilly@0'],
    ['one. Two', 'one@0 two@1'],
    ['https://a.example/b', 'https@0 a@1 example@2 b@3 aexampleb@1'],
    ['東京', '東京@0 京@1'],
    ['東京大学 tokyo', '東京@0 京大@1 大学@2 学@3 tokyo@4'],
    ['Python入門', 'python@0 入門@1 門@2'],
    ['門', '門@0'],
    ['ガイド', 'ガイ@0 イド@1 ド@2'],
    ['ｶﾞｲﾄﾞ', 'ガイ@0 イド@1 ド@2'],
    ['שלום עולם', 'שלום@0 עולם@1'],
    ['\u202eabc\u200f \u200b \ud800x', 'abc@0 x@1'],
    ['🚀 !? —', ''],
  ])('%j', (text, expected) => expect(placed(text)).toBe(expected));

  it('have ranges in the text as it was written', () => {
    const text = 'Été à la node.js 東京大';
    expect(wordsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Été',
      'à',
      'la',
      'node',
      'js',
      'node.js',
      '東京',
      '京大',
      '大',
    ]);
  });

  it('are capped and whole', () => {
    expect(foldWord('x'.repeat(100))).toHaveLength(64);
    expect(foldWord(`${'x'.repeat(63)}𐐨`)).not.toMatch(/\p{Cs}/u);
  });

  it('are found in time linear in the length', () => {
    const started = performance.now();
    for (const piece of ['a.', 'a+', '++', '東', '\u0301', '\u200b', 'a-b ', '(((']) wordsIn(piece.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
