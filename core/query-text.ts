import { dayRangeText } from './moments';
import type { Query, ValueField } from './query';

/** A query as text that reads back as the same query. */
export function queryText(query: Query): string {
  const text = written(query);
  // A word that ends the text would read back as the beginning of a word.
  return endsOpen(query) ? `${text} ` : text;
}

/** A condition on one field as text: `tag:"machine learning"`. */
export function conditionText(field: ValueField, value: string): string {
  return `${field}:"${value.replace(/["“”„]/g, ' ')}"`;
}

function written(query: Query): string {
  switch (query.type) {
    case 'everything':
      return '';
    case 'words':
      return term(query);
    case 'field':
      return `${query.field}:${term(query)}`;
    case 'dates':
      return `${query.field}:${dayRangeText(query.range)}`;
    case 'not':
      return `-${grouped(query.of)}`;
    case 'all':
      return query.of.map((part) => (part.type === 'any' ? grouped(part) : written(part))).join(' ');
    case 'any':
      return query.of.map(written).join(' OR ');
  }
}

function grouped(query: Query): string {
  return query.type === 'any' || query.type === 'all' ? `(${written(query)})` : written(query);
}

function term({ text, quoted, prefix }: { text: string; quoted: boolean; prefix: boolean }): string {
  return `${quoted ? `"${text}"` : text}${prefix ? '*' : ''}`;
}

function endsOpen(query: Query): boolean {
  switch (query.type) {
    case 'words':
    case 'field':
      return !query.quoted && !query.prefix;
    case 'not':
      return query.of.type !== 'all' && query.of.type !== 'any' && endsOpen(query.of);
    case 'all':
    case 'any': {
      const last = query.of.at(-1);
      return last !== undefined && (query.type === 'any' || last.type !== 'any') && endsOpen(last);
    }
    default:
      return false;
  }
}
