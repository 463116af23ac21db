import { expect, it } from 'vitest';
import { reconciled } from '../../../components/list/reconcile';
import type { Talk } from '../../../core/talk';
import { draftOf } from '../drafts';

const talkOf = (id: string, changes: Partial<Talk> = {}): Talk => ({
  ...draftOf(),
  ...{ id, keys: [], tags: [], note: '', status: 'to watch', savedAt: '', corrected: [], stamp: '1', stamps: {} },
  ...changes,
});

it('gives back the object that is shown for every talk that did not change', () => {
  const before = [talkOf('a'), talkOf('b')];
  const now = reconciled(before, [talkOf('new'), talkOf('b'), talkOf('a', { tags: ['x'] })]);
  expect(now.map(({ id }) => id)).toEqual(['new', 'b', 'a']);
  expect(now[1]).toBe(before[1]);
  expect(now[2]).not.toBe(before[0]);
  expect(now[2]?.tags).toEqual(['x']);
});
