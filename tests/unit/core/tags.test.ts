import { describe, expect, it } from 'vitest';
import { tagOf, tagsIn, unionOfTags } from '../../../core/tags';

describe('tags', () => {
  it.each([
    ['  #web   dev ', 'web dev'],
    ['##', ''],
    ['C#', 'C#'],
    ['x'.repeat(99), 'x'.repeat(60)],
  ])('%j is kept as %j', (typed, tag) => expect(tagOf(typed)).toBe(tag));

  it('are one where they differ in case or accents only, in the first spelling', () => {
    expect(unionOfTags(['Été'], ['ete', 'UI', 'ui'])).toEqual(['Été', 'UI']);
  });

  it('are parted by commas', () => {
    expect(tagsIn('a, b c,,a')).toEqual(['a', 'b c']);
  });
});
