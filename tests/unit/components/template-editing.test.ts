import { describe, expect, it } from 'vitest';
import { inserted, rangeOfLine } from '../../../components/templates/editing';

describe('a snippet', () => {
  it.each([
    ['at the cursor', 'ab', 1, 1, '{{x}}', 'a{{x}}b', 6],
    ['in place of what is selected', 'abc', 1, 2, '{{x}}', 'a{{x}}c', 6],
    ['around what is selected', 'abc', 1, 2, '{{#x}}|{{/x}}', 'a{{#x}}b{{/x}}c', 8],
    ['around the cursor', '', 0, 0, '{{#x}}|{{/x}}', '{{#x}}{{/x}}', 6],
  ])('stands %s', (_name, text, start, end, snippet, expected, cursor) => {
    expect(inserted({ text, start, end }, snippet)).toEqual({ text: expected, start: cursor, end: cursor });
  });
});

it.each([
  [1, 0, 1],
  [2, 2, 5],
  [3, 6, 6],
  [9, 6, 6],
])('line %i is found', (line, start, end) => {
  expect(rangeOfLine('a\nbcd\n', line)).toEqual({ start, end });
});
