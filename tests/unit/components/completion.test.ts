import { expect, it } from 'vitest';
import { completions } from '../../../components/tagbox/completion';

const IN_USE = [
  { tag: 'Databases', count: 2 },
  { tag: 'local-first', count: 9 },
  { tag: 'data science', count: 5 },
  { tag: 'big data', count: 50 },
  { tag: 'café', count: 1 },
];

it.each([
  ['data', [], ['data science', 'Databases', 'big data']],
  ['#DATA', [], ['data science', 'Databases', 'big data']],
  ['first', [], ['local-first']],
  ['cafe', [], ['café']],
  ['ata', [], []],
  ['data', ['BIG DATA'], ['data science', 'Databases']],
  ['', ['big data'], ['local-first', 'data science', 'Databases', 'café']],
])('"%s" beside %j offers %j', (typed, chosen, offered) => expect(completions(typed, IN_USE, chosen)).toEqual(offered));
