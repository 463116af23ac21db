/** Why an item, or the rest of a file, was not taken. The code is for translation, the sentence for a terminal. */
export const REASONS = {
  empty: 'The file is empty.',
  unreadable: 'The file could not be read from the disk.',
  unknown: 'The file is of no known format.',
  encoding: 'The text is in an encoding that cannot be told; save it as UTF-8.',
  truncated: 'The file ends in the middle.',
  malformed: 'This is not well formed.',
  newer: 'The file was written by a newer version of Talkshelf; update first.',
  'too large': 'This is larger than any real list of talks.',
  'too deep': 'This is nested deeper than any real list of talks.',
  'too many': 'The file has more items than can be taken at once.',
  'no title': 'There is no title.',
  'no address': 'There is no address.',
  'unsafe address': 'The address is not one of the web.',
  'wrong value': 'A field has a value that it cannot hold.',
} as const;

export type Reason = keyof typeof REASONS;

export interface Refusal {
  refused: Reason;
  line?: number;
  /** What exactly: a field's path, the address, a parser's own words. Text of the file, so to be escaped where it is shown. */
  detail?: string;
  /** The rest of the file was not read. */
  fatal?: true;
}

/** One line for a terminal: `list.json:12: There is no title. (talks.3)`. */
export function sentenceOf({ refused, line, detail }: Refusal, file: string): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return `${place}: ${REASONS[refused]}${detail ? ` (${detail.slice(0, 200)})` : ''}`;
}
