import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { problemOf } from '../../../storage/problem';

const unknown = new DOMException('Internal error opening backing store', 'UnknownError');

it.each<[string, unknown, string]>([
  ['closed by the browser', new Dexie.DatabaseClosedError(), 'closed'],
  ['refused because it is of a newer version', new DOMException('', 'VersionError'), 'newer'],
  ['asked again after that', new Dexie.DatabaseClosedError('closed', new DOMException('', 'VersionError')), 'newer'],
  ['not to be opened', unknown, 'unreadable'],
  ['asked again after that', new Dexie.DatabaseClosedError('closed', unknown), 'unreadable'],
  ['full', new Dexie.AbortError('aborted', new DOMException('', 'QuotaExceededError')), 'full'],
  ['full, told by what wraps it', new Error('outer', { cause: new DOMException('', 'QuotaExceededError') }), 'full'],
  ['anything else', 'no error at all', 'unreadable'],
])('a library that is %s', (_, error, kind) => {
  expect(problemOf(error)).toMatchObject({ kind, cause: error });
});

it('is told once, however often it is passed on', () => {
  const problem = problemOf(unknown);
  expect(problemOf(problem)).toBe(problem);
});
