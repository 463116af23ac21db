import { fold } from '../core/fold';

/** Words further in say nothing about what a line is; in UTF-16 units. */
const MOST_TEXT = 2000;
const MOST_KNOWN = 5000;
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const known = new Map<string, readonly string[]>();

/** The words of a text, folded, without what stands between them; Japanese and Chinese come as the runs they are written in. */
export function wordsOf(text: string): readonly string[] {
  const before = known.get(text);
  if (before) return before;
  const part = text.length > MOST_TEXT ? text.slice(0, MOST_TEXT) : text;
  const words: readonly string[] =
    (/^[\x00-\x7f]*$/.test(part) ? part.toLowerCase().match(/[a-z0-9_]+/g) : fold(part).match(/[\p{L}\p{M}\p{N}_]+/gu)) ?? [];
  // The same lines are asked about by several readers.
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, words);
  return words;
}

/**
 * Phrases in many languages that are looked up, not matched: a line is split into words once, and each question costs a look into a set.
 */
export class Lexicon {
  private phrases: ReadonlySet<string> | undefined;
  private openings: ReadonlySet<string> | undefined;
  private unspaced: readonly string[] = [];
  /** How many words the longest phrase has that begins with a word. */
  private readonly longest = new Map<string, number>();
  private readonly written: readonly string[];

  /**
   * @param written phrases separated by commas, folded and without punctuation, from vocabulary.ts; a phrase that ends in " *" may be
   * followed by anything where `is` asks for a whole text
   */
  constructor(...written: readonly string[]) {
    this.written = written;
  }

  /** Whether a text is one of the phrases and nothing else, marks around it aside. Before it may stand words of the other lexicon. */
  is(text: string, before?: Lexicon): boolean {
    const words = wordsOf(text);
    for (let from = 0; from < words.length; from += 1) {
      if (this.isFrom(words, from)) return true;
      if (!before?.has(words[from] ?? '')) return false;
    }
    return false;
  }

  /** Whether a text begins with one of the phrases. Before it may stand words of the other lexicon. */
  opens(text: string, before?: Lexicon): boolean {
    const words = wordsOf(text);
    for (let from = 0; from < words.length; from += 1) {
      if (this.at(words, from) > 0) return true;
      if (!before?.has(words[from] ?? '')) return false;
    }
    return false;
  }

  /** Whether one of the phrases stands anywhere in a text. */
  in(text: string): boolean {
    const words = wordsOf(text);
    for (let from = 0; from < words.length; from += 1) if (this.at(words, from) > 0) return true;
    return this.unspaced.length > 0 && UNSPACED.test(text) && this.unspaced.some((phrase) => text.includes(phrase));
  }

  /** Whether one word is a phrase of its own. */
  has(word: string): boolean {
    return this.ready().has(word);
  }

  private isFrom(words: readonly string[], from: number): boolean {
    const phrases = this.ready();
    const rest = from === 0 && words.length === 1 ? (words[0] ?? '') : words.slice(from).join(' ');
    if (phrases.has(rest) || (UNSPACED.test(rest) && phrases.has(rest.replaceAll(' ', '')))) return true;
    return this.openings !== undefined && this.at(words, from, this.openings) > 0;
  }

  /** How many words from here on are a phrase; 0 where none is. */
  private at(words: readonly string[], from: number, phrases = this.ready()): number {
    const first = words[from] ?? '';
    if (UNSPACED.test(first)) return this.unspaced.some((phrase) => first.startsWith(phrase)) ? 1 : 0;
    let phrase = first;
    for (let count = 1, most = this.longest.get(first) ?? 0; count <= most && from + count <= words.length; count += 1) {
      if (count > 1) phrase += ` ${words[from + count - 1] ?? ''}`;
      if (phrases.has(phrase)) return count;
    }
    return 0;
  }

  /** The sets are made when first needed: most pages ask few of the lexicons. */
  private ready(): ReadonlySet<string> {
    if (this.phrases) return this.phrases;
    const [phrases, openings] = [new Set<string>(), new Set<string>()];
    for (const one of this.written.join(',').split(',')) {
      const isOpen = one.endsWith(' *');
      const phrase = isOpen ? one.slice(0, -2) : one;
      phrases.add(phrase);
      if (isOpen) openings.add(phrase);
      const words = phrase.split(' ');
      const first = words[0] ?? '';
      this.longest.set(first, Math.max(this.longest.get(first) ?? 0, words.length));
    }
    this.phrases = phrases;
    if (openings.size > 0) this.openings = openings;
    this.unspaced = [...phrases].filter((phrase) => UNSPACED.test(phrase));
    return phrases;
  }
}

/** "Speaker: Ana Lima" split at its colon; undefined where no short label stands before one. */
export function atColon(text: string): { label: string; value: string } | undefined {
  const label = /^[^:：|]{1,40}[:：|]/.exec(text)?.[0];
  return label ? { label: label.slice(0, -1), value: text.slice(label.length).trim() } : undefined;
}
