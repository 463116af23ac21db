import { expect, it } from 'vitest';
import { draftsFromDrop } from '../../../core/dropped-link';

const NOW = new Date('2026-11-20T10:00:00Z');

it.each([
  ['one link', { uris: 'https://talks.example/quiet', text: '' }, ['https://talks.example/quiet']],
  [
    'a list with notes and doubles',
    { uris: '# two\r\nhttps://a.example/\r\nhttps://b.example/x\nhttps://a.example/', text: '' },
    ['https://a.example/', 'https://b.example/x'],
  ],
  [
    'addresses as text',
    { uris: '', text: 'https://a.example/1\nno address\n https://a.example/2 ' },
    ['https://a.example/1', 'https://a.example/2'],
  ],
  ['scripts and files', { uris: 'javascript:alert(1)\nfile:///etc/passwd\ndata:text/html,x\nmailto:a@b.example', text: '' }, []],
  ['a password in the address', { uris: 'https://me:secret@a.example/', text: '' }, []],
  ['plain words', { uris: '', text: 'a talk about compilers' }, []],
  [
    'a thousand links',
    { uris: Array.from({ length: 1000 }, (_, i) => `https://a.example/${i}`).join('\n'), text: '' },
    expect.objectContaining({ length: 100 }),
  ],
])('reads %s', (_name, carried, urls) => {
  expect(draftsFromDrop(carried, NOW).map(({ source }) => source.url)).toEqual(urls);
});

it('takes the link’s own words as the title, else the address', () => {
  const labels = new Map([['https://a.example/1', '  The\n Quiet  Compiler ']]);
  const [named, bare] = draftsFromDrop({ uris: 'https://a.example/1\nhttps://a.example/talks/2', text: '', labels }, NOW);
  expect(named).toMatchObject({ title: 'The Quiet Compiler', kind: 'link', links: [{ url: 'https://a.example/1', kind: 'page' }] });
  expect(bare?.title).toBe('a.example/talks/2');
});
