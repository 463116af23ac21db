import { describe, expect, it } from 'vitest';
import { covers, paged, visible, widened } from '../../../components/list/window';

describe('the window on a long list', () => {
  it.each([
    [0, 600, 1000, { first: 0, end: 11 }],
    [90, 600, 1000, { first: 1, end: 13 }],
    [0, 600, 3, { first: 0, end: 3 }],
    [59_700, 600, 1000, { first: 995, end: 1000 }],
    [-40, 600, 1000, { first: 0, end: 11 }],
    [0, 600, 0, { first: 0, end: 0 }],
  ])('at %i px of %i px high, of %i rows', (top, height, total, range) => expect(visible(top, height, 60, total)).toEqual(range));

  it('is widened within the list', () => {
    expect(widened({ first: 3, end: 8 }, 5, 10)).toEqual({ first: 0, end: 10 });
  });

  it('reads whole pages with one to spare on both sides', () => {
    expect(paged({ first: 120, end: 131 })).toEqual({ first: 50, end: 200 });
    expect(paged({ first: 0, end: 12 })).toEqual({ first: 0, end: 100 });
    expect(covers(paged({ first: 120, end: 131 }), { first: 90, end: 180 })).toBe(true);
    expect(covers({ first: 0, end: 100 }, { first: 95, end: 101 })).toBe(false);
  });
});
