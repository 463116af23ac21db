import type { Leaf, Unit } from '../../core/plan';
import { utf8 } from './bytes';
import type { Entry } from './dictionary';
import { SHOWN_MARK, labelTerm } from './segment-format';

/** What stands after every term that begins with a text. */
export const AFTER_ALL = '\uffff';

/** Terms to be looked up: those from `low` to `high` that are accepted. */
export interface Terms {
  low: string;
  high: string;
  accepts: (entry: Entry) => boolean;
}

/** The terms that a unit of a query asks for. */
export function termsOfUnit({ text, prefix }: Unit): Terms {
  return prefix ? { low: text, high: text + AFTER_ALL, accepts: beginsWith(text) } : exactly(text);
}

/** One term. */
export function exactly(term: string): Terms {
  const bytes = utf8(term);
  return { low: term, high: term, accepts: (entry) => entry.length === bytes.length && startsWith(entry, bytes) };
}

/** The terms of the labels that a filter asks for. */
export function termsOfLabel({ kind, key, prefix }: Extract<Leaf, { type: 'label' }>): Terms {
  const term = labelTerm(kind, key);
  const bytes = utf8(term);
  if (prefix) return { low: term, high: term + AFTER_ALL, accepts: beginsWith(term) };
  const accepts = (entry: Entry): boolean => (entry.length === bytes.length || entry.bytes[bytes.length] === 0) && startsWith(entry, bytes);
  return { low: term, high: term + SHOWN_MARK + AFTER_ALL, accepts };
}

/** Accepts the terms that begin with a text. */
export function beginsWith(text: string): (entry: Entry) => boolean {
  const bytes = utf8(text);
  return (entry) => startsWith(entry, bytes);
}

function startsWith(entry: Entry, bytes: Uint8Array): boolean {
  if (entry.length < bytes.length) return false;
  for (let i = 0; i < bytes.length; i++) if (entry.bytes[i] !== bytes[i]) return false;
  return true;
}
