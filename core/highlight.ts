import type { Leaf, Plan, Unit } from './plan';
import { TEXT_FIELDS, type TextField, textsOf } from './searchable';
import type { Talk } from './talk';
import { type Word, wordsIn } from './words';

/** A stretch of a text in UTF-16 units; the end is outside. */
export interface Range {
  start: number;
  end: number;
}

/** Where a talk holds what was asked for: for each field that does, one list of ranges for each text of `textsOf`, in order, not overlapping. */
export type Highlights = Partial<Record<TextField, readonly (readonly Range[])[]>>;

type WordsLeaf = Extract<Leaf, { type: 'words' }>;

/** The stretches of a talk's texts that a query's words match; each field is looked through when it is looked at, for few views show them all. */
export function highlightsOf({ leaves, ranked }: Plan, talk: Talk): Highlights {
  const wanted = leaves.filter((leaf, i): leaf is WordsLeaf => leaf.type === 'words' && ranked[i] === true);
  const found: Highlights = {};
  TEXT_FIELDS.forEach((field, bit) => {
    const here = wanted.filter((leaf) => leaf.fields & (1 << bit));
    let made: { ranges: Highlights[TextField] } | undefined;
    const get = () => (made ??= { ranges: rangesInAll(textsOf(talk)[field], here) }).ranges;
    if (here.length > 0) Object.defineProperty(found, field, { get, enumerable: true });
  });
  return found;
}

function rangesInAll(texts: readonly string[], leaves: readonly WordsLeaf[]): Highlights[TextField] {
  const ranges = texts.map((text) => rangesIn(text, leaves));
  return ranges.some((each) => each.length > 0) ? ranges : undefined;
}

function rangesIn(text: string, leaves: readonly WordsLeaf[]): Range[] {
  if (leaves.length === 0) return [];
  const words = wordsIn(text);
  const places: Word[][] = [];
  for (const word of words) (places[word.place] ??= []).push(word);
  const ranges = leaves.flatMap((leaf) => [
    ...sequencesIn(words, places, leaf.units),
    ...words.filter((word) => leaf.joined && fits(word, leaf.joined)).map(({ start, end }) => ({ start, end })),
  ]);
  return merged(ranges);
}

function sequencesIn(words: readonly Word[], places: readonly Word[][], [first, ...rest]: readonly Unit[]): Range[] {
  if (!first) return [];
  return words.flatMap((head) => {
    if (!fits(head, first)) return [];
    let { end } = head;
    for (const unit of rest) {
      const next = places[head.place - first.offset + unit.offset]?.find((word) => fits(word, unit));
      if (!next) return [];
      end = Math.max(end, next.end);
    }
    return [{ start: head.start, end }];
  });
}

function fits(word: Word, { text, prefix }: Unit): boolean {
  return prefix ? word.text.startsWith(text) : word.text === text;
}

function merged(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last && range.start < last.end) last.end = Math.max(last.end, range.end);
    else result.push({ ...range });
  }
  return result;
}
