import { i18n } from '#i18n';
import type { Reason, Refusal } from '../../formats/input/refusal';

const KEYS = {
  empty: 'refused.empty',
  unreadable: 'refused.unreadable',
  unknown: 'refused.unknown',
  encoding: 'refused.encoding',
  truncated: 'refused.truncated',
  malformed: 'refused.malformed',
  newer: 'refused.newer',
  'too large': 'refused.tooLarge',
  'too deep': 'refused.tooDeep',
  'too many': 'refused.tooMany',
  'no title': 'refused.noTitle',
  'no address': 'refused.noAddress',
  'unsafe address': 'refused.unsafeAddress',
  'wrong value': 'refused.wrongValue',
} as const satisfies Record<Reason, string>;

/** Why something of a file was not taken. */
export function reasonText({ refused }: Refusal): string {
  return i18n.t(KEYS[refused]);
}

/** Where it stands: the file, and the line as far as it is known. */
export function placeText({ line, file }: Refusal & { file: string }): string {
  return line === undefined ? file : i18n.t('import.place', [file, String(line)]);
}
