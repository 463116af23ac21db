import { describe, expect, it } from 'vitest';
import { looksLikeName, readSpeakers, splitByline, withoutLabel } from '../../../extractors/names';

describe('looksLikeName', () => {
  it.each([
    'Ana Lima',
    'Bo van der Berg',
    'C. Diaz',
    "Siobhán O'Dell",
    'Prof. Dr. Ida Blum',
    '山田 太郎',
    'Jean-Luc Martin',
    'Ana María de la Cruz',
  ])('%s', (name) => expect(looksLikeName(name)).toBe(true));
  it.each([
    'Introduction to Python',
    'How we do it',
    'ACME Inc.',
    'Schedule',
    'a sentence about nothing',
    'Ana Lima, ACME',
    'https://ana.example',
    'Rubyの話',
    '2026',
    '',
  ])('not %s', (text) => expect(looksLikeName(text)).toBe(false));
});

describe('readSpeakers', () => {
  it.each([
    ['Ana Lima (ACME), Bo Chen and C. Diaz', [{ name: 'Ana Lima', affiliation: 'ACME' }, { name: 'Bo Chen' }, { name: 'C. Diaz' }]],
    ['Ana Lima, ACME Inc.', [{ name: 'Ana Lima', affiliation: 'ACME Inc.' }]],
    ['by Ana Lima & Bo Chen', [{ name: 'Ana Lima' }, { name: 'Bo Chen' }]],
    ['Ana Lima et Bo Chen', [{ name: 'Ana Lima' }, { name: 'Bo Chen' }]],
    ['山田 太郎、鈴木 花子', [{ name: '山田 太郎' }, { name: '鈴木 花子' }]],
    ['Agustina Perez (Agus)', [{ name: 'Agustina Perez (Agus)' }]],
    ['Unknown', []],
    ['', []],
  ])('%s', (text, speakers) => expect(readSpeakers(text)).toEqual(speakers));
});

describe('splitByline', () => {
  it.each([
    ['Sorting at scale by Ana Lima', 'Sorting at scale', ['Ana Lima']],
    ['Ana Lima: Sorting at scale', 'Sorting at scale', ['Ana Lima']],
    ['Sorting at scale - Ana Lima', 'Sorting at scale', ['Ana Lima']],
    ['Ana Lima | Sorting at scale', 'Sorting at scale', ['Ana Lima']],
    ['Le tri, sans peine par Ana Lima et Bo Chen', 'Le tri, sans peine', ['Ana Lima', 'Bo Chen']],
    ['Sortieren: ein Überblick von Ana Lima (ACME)', 'Sortieren: ein Überblick', ['Ana Lima']],
    ['山田太郎さんによる「並べ替えの話」', '並べ替えの話', ['山田太郎']],
  ])('%s', (text, title, names) => {
    const found = splitByline(text);
    expect([found?.title, found?.speakers.map(({ name }) => name)]).toEqual([title, names]);
  });
  it.each(['Sorting by hand', 'Sorting: an overview', 'State - of - things', 'Ana Lima', ''])('none in "%s"', (text) =>
    expect(splitByline(text)).toBeUndefined(),
  );
});

describe('withoutLabel', () => {
  it.each([
    ['Lightning Talk: Sorting', 'Sorting'],
    ['Conférence : Le tri', 'Le tri'],
    ['Talk #2 - Sorting', 'Sorting'],
    ['Vortrag: Sortieren', 'Sortieren'],
    ['Talks: Sorting', 'Sorting'],
    ['lecture: Sorting', 'Sorting'],
    ['Workshop', 'Workshop'],
    ['Talking: a history', 'Talking: a history'],
    ['Session-based logins', 'Session-based logins'],
  ])('%s', (text, title) => expect(withoutLabel(text)).toBe(title));
});
