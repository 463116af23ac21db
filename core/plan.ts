import { IDEOGRAPH, classAt, widthAt } from './characters';
import { type LabelKind, labelKey, wordLike } from './labels';
import { type DayRange, calendarKey, momentsOf } from './moments';
import { type DateField, type Query, type ValueField, fixedValues } from './query';
import { ALL_FIELDS, maskOf } from './searchable';
import { wordsIn } from './words';

/** A word to be found, or the beginning of one, so many places after the first of its sequence. */
export interface Unit {
  text: string;
  prefix: boolean;
  offset: number;
}

/** What a talk is tested for. */
export type Leaf =
  /** Words one after the other in one of some fields (a bit mask), or all of them written as one. */
  | { type: 'words'; units: readonly Unit[]; joined?: Unit; fields: number }
  | { type: 'label'; kind: LabelKind; key: string; prefix: boolean }
  /** Bounds are inclusive; `starts` counts as `startsKey` does, `saved` in milliseconds since 1970. */
  | { type: 'starts' | 'saved'; from: number; to: number };

/** How the leaves, named by their index, are put together. */
export type Tree = { leaf: number } | { not: Tree } | { all: readonly Tree[] } | { any: readonly Tree[] };

export interface Plan {
  leaves: readonly Leaf[];
  /** Whether a leaf adds to the rank of a talk: words that are asked for. */
  ranked: readonly boolean[];
  tree: Tree;
}

const LABELS: Partial<Record<ValueField, LabelKind>> = {
  tag: 'tag',
  site: 'site',
  lang: 'language',
  status: 'status',
  kind: 'kind',
  has: 'link',
};

/** A query with its words split and its days counted from `now`. */
export function planOf(query: Query, now: Date): Plan {
  const leaves: Leaf[] = [];
  const ranked: boolean[] = [];
  const add = (leaf: Leaf, counts: boolean): Tree => {
    ranked.push(counts && leaf.type === 'words');
    return { leaf: leaves.push(leaf) - 1 };
  };
  const treeOf = (part: Query, counts: boolean): Tree => {
    switch (part.type) {
      case 'everything':
        return { all: [] };
      case 'words':
        return add(wordsLeaf(part.text, part.quoted, part.prefix, ALL_FIELDS), counts);
      case 'field':
        return add(fieldLeaf(part), counts);
      case 'dates':
        return add(datesLeaf(part.field, part.range, now), counts);
      case 'not':
        return { not: treeOf(part.of, false) };
      case 'all':
        return { all: part.of.map((each) => treeOf(each, counts)) };
      case 'any':
        return { any: part.of.map((each) => treeOf(each, counts)) };
    }
  };
  const tree = treeOf(query, true);
  return { leaves, ranked, tree };
}

function wordsLeaf(text: string, quoted: boolean, prefix: boolean, fields: number): Leaf {
  const words = wordsIn(text);
  const base = words[0]?.place ?? 0;
  const sequence = words.filter(({ role }) => role === 'part');
  const units = sequence.map(({ text: word, place }, i) => {
    // One character of a text without blanks is the beginning of a pair.
    const single = classAt(word, 0) === IDEOGRAPH && word.length === widthAt(word, 0);
    return { text: word, prefix: single || (prefix && i === sequence.length - 1), offset: place - base };
  });
  const whole = quoted ? undefined : words.find(({ role }) => role === 'joined');
  const covers = whole && units.length > 1 && whole.end === words.at(-1)?.end && whole.place === base;
  return { type: 'words', units, fields, ...(covers && { joined: { text: whole.text, prefix, offset: 0 } }) };
}

function fieldLeaf({ field, text, quoted, prefix }: Extract<Query, { type: 'field' }>): Leaf {
  const kind = LABELS[field];
  if (kind) return { type: 'label', kind, key: fixedValues(field) ? wordLike(text) : valueKey(kind, text), prefix };
  const fields = field === 'speaker' ? maskOf('speakers') : field === 'event' || field === 'title' || field === 'note' ? maskOf(field) : 0;
  return wordsLeaf(text, quoted, prefix, fields);
}

function valueKey(kind: LabelKind, text: string): string {
  if (kind === 'tag') return labelKey(text.replace(/^#+/, ''));
  if (kind === 'site')
    return labelKey(
      text
        .replace(/^https?:\/\//i, '')
        .replace(/^www\./i, '')
        .replace(/\/[^]*/, ''),
    );
  return labelKey(text).replaceAll('_', '-');
}

function datesLeaf(field: DateField, range: DayRange, now: Date): Leaf {
  const first = range.from === undefined ? undefined : momentsOf(range.from, now)?.start;
  const last = range.to === undefined ? undefined : momentsOf(range.to, now);
  if (field === 'before') return between('starts', undefined, last?.start);
  if (field === 'after') return between('starts', first, undefined);
  return between(field === 'saved' ? 'saved' : 'starts', first, last?.end);
}

function between(type: 'starts' | 'saved', start: Date | undefined, end: Date | undefined): Leaf {
  const count = type === 'saved' ? (date: Date) => date.getTime() : calendarKey;
  // A talk without a date is in no range: 0 is below the first.
  return { type, from: start ? count(start) : 1, to: end ? count(end) - 1 : Infinity };
}
