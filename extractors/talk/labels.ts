import { atColon, wordsOf } from '../lexicon';
import { WORDS, type Concept } from '../vocabulary';

/**
 * What a label on a talk page announces; where a word is in several tables, the first counts. `elsewhere` opens a list of other talks,
 * `evidence` says only that this is a talk.
 */
const LABELS = [
  'speaker',
  'author',
  'talk',
  'title',
  'date',
  'time',
  'start',
  'end',
  'room',
  'location',
  'event',
  'language',
  'abstract',
  'bio',
  'slides',
  'video',
  'links',
  'evidence',
  'elsewhere',
] as const satisfies readonly Concept[];

export type Label = (typeof LABELS)[number];

const LONGEST = 40;
const MOST_WORDS = 6;
let meanings: ReadonlyMap<string, Label> | undefined;

function meaningOf(phrase: string): Label | undefined {
  meanings ??= new Map([
    ...LABELS.toReversed().flatMap((label) => entries(WORDS[label], label)),
    ...entries(WORDS.by, 'speaker'),
    ...entries(WORDS.handout, 'slides'),
    ['watch', 'video'],
    ['videos', 'video'],
  ]);
  return meanings.get(phrase);
}

function entries(phrases: string, label: Label): [string, Label][] {
  return phrases.split(',').map((one) => [one, label]);
}

/** What a text announces if all of it is a label: "Speaker(s):", "Wann?", "スピーカー プロフィール". */
export function labelOf(text: string): Label | undefined {
  if (text.length === 0 || text.length > LONGEST) return undefined;
  const words = wordsOf(text.replace('(s)', ''));
  if (words.length > MOST_WORDS) return undefined;
  return meaningOf(words.join(' ')) ?? (words.length > 1 ? meaningOf(words.join('')) : undefined);
}

/** A line "Label: value" split at its label; undefined where the line does not start with a known label. */
export function labelled(line: string): { label: Label; value: string } | undefined {
  const said = atColon(line);
  const label = said && labelOf(said.label);
  return label && said.value ? { label, value: said.value } : undefined;
}
