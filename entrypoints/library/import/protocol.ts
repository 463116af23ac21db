import type { Imported } from '../../../formats/format';
import type { ProblemKind } from '../../../storage/problem';
import type { Prepared } from './examine';

/** What the page tells the reading worker. */
export type ToReader = { files: File[] } | { document: number; talks: readonly Imported[] };

/** What the reading worker tells the page. */
export type FromReader =
  | { read: number; talks: number }
  /** A document: only a page can read those. To be answered under the same number. */
  | { document: number; text: string; file: string }
  | { prepared: Prepared }
  | { problem: ProblemKind | 'failed' };
