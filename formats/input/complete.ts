import { stampOf } from '../../core/clock';
import { keysOf } from '../../core/identity';
import type { Talk } from '../../core/talk';
import type { ImportedTalk } from '../format';

/** A whole talk from what a file told of it, for writing it out again without a library: what is missing is as for one just saved. */
export function complete(talk: ImportedTalk, now: Date, id: string = crypto.randomUUID()): Talk {
  return {
    id,
    keys: keysOf(talk),
    tags: [],
    note: '',
    status: 'to watch',
    savedAt: now.toISOString(),
    corrected: [],
    stamp: stampOf({ time: now.getTime(), counter: 0, node: '00000000' }),
    stamps: {},
    ...talk,
  };
}
