import { describe, expect, it } from 'vitest';
import { directionOf, isReversed, keyOf, nextSort, SORT_KEYS, turned } from '../../../components/list/sorting';
import { type Sort, SORTS } from '../../../storage/search/order';

describe('the order of the list', () => {
  it('offers everything the search can sort by', () => {
    expect([...SORT_KEYS].sort()).toEqual(SORTS.filter((sort) => sort !== 'relevance' && !isReversed(sort)).sort());
  });

  it.each<[Sort, ReturnType<typeof keyOf>, ReturnType<typeof directionOf>]>([
    ['relevance', undefined, undefined],
    ['title', 'title', 'ascending'],
    ['-title', 'title', 'descending'],
    ['date', 'date', 'descending'],
    ['-date', 'date', 'ascending'],
  ])('tells of %s what it goes by and which way', (sort, key, direction) => {
    expect([keyOf(sort), directionOf(sort)]).toEqual([key, direction]);
  });

  it('is turned round, and back', () => {
    for (const sort of SORTS) expect(turned(turned(sort))).toBe(sort);
    expect(turned('saved')).toBe('-saved');
  });

  it.each(SORT_KEYS)('goes at each press on the heading %s on to the next', (column) => {
    const presses: Sort[] = ['relevance'];
    for (let press = 0; press < 3; press++) presses.push(nextSort(column, presses.at(-1) ?? 'relevance'));
    expect(presses).toEqual(['relevance', column, `-${column}`, 'relevance']);
  });
});
