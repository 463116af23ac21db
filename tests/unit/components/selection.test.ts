import { describe, expect, it } from 'vitest';
import { extended, NOTHING, toggled, withAll, without } from '../../../components/selection';

const order = ['a', 'b', 'c', 'd', 'e'];

describe('the selection', () => {
  it('takes and gives back one', () => {
    const one = toggled(NOTHING, 'b');
    expect([...one.ids]).toEqual(['b']);
    expect([...toggled(one, 'b').ids]).toEqual([]);
    expect(NOTHING.ids.size).toBe(0);
  });

  it('grows to a range from where it began, in both directions', () => {
    const from = toggled(NOTHING, 'c');
    expect([...extended(from, 'e', order).ids].sort()).toEqual(['c', 'd', 'e']);
    expect([...extended(extended(from, 'e', order), 'a', order).ids].sort()).toEqual(order);
  });

  it('takes what is not in sight alone', () => {
    expect([...extended(toggled(NOTHING, 'far'), 'b', order).ids].sort()).toEqual(['b', 'far']);
    expect([...extended(NOTHING, 'b', order).ids]).toEqual(['b']);
  });

  it('lets go of what is gone, and is the same value where nothing was', () => {
    const all = withAll(order);
    expect(without(all, ['z'])).toBe(all);
    expect([...without(all, ['a', 'z']).ids]).toEqual(['b', 'c', 'd', 'e']);
  });
});
