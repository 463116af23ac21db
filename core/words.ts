import { BREAK, EXTEND, IDEOGRAPH, WORD, classAt, widthAt } from './characters';
import { fold } from './fold';

/**
 * What a word of a text is:
 * - `part`: an ordinary word, or one part of a compound (node and js of node.js), or two neighbours of a text without blanks (東京);
 * - `stem`: c of C++, at the same place as the part c++;
 * - `joined`: a short compound as one word, without its joints (nodejs, cicd), at the place of its first part;
 * - `tail`: the last character of a text without blanks, which begins no pair.
 */
export type WordRole = 'part' | 'stem' | 'joined' | 'tail';

/** Takes a folded word, its place in the text counted in words, and its range there in UTF-16 units. */
export type WordVisitor = (text: string, place: number, start: number, end: number, role: WordRole) => void;

export interface Word {
  text: string;
  place: number;
  start: number;
  end: number;
  role: WordRole;
}

/** No word is longer, so that a hostile text makes no hostile dictionary; in UTF-16 units after folding. */
const LONGEST_WORD = 64;
/** What is beyond is not even folded. */
const LONGEST_RAW = 256;
const LONGEST_JOINED = 24;
const MOST_JOINED = 4;
const JOINTS = new Set(".-_'&/’‐‑");
const PLAIN = /^[\x20-\x7f]*$/;

/** The words of a text, in order. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  scanWords(text, (word, place, start, end, role) => words.push({ text: word, place, start, end, role }));
  return words;
}

/** Visits the words of a text in order. Linear in its length. @returns the place after the last word */
export function scanWords(text: string, visit: WordVisitor): number {
  return new Scan(text, visit).run();
}

/** A word in the form in which words are compared; may be empty. */
export function foldWord(word: string): string {
  if (word.length > LONGEST_RAW) return foldWord(word.slice(0, LONGEST_RAW).replace(/\p{Cs}$/u, ''));
  const folded = PLAIN.test(word) ? word.toLowerCase() : fold(word).replace(/[^\p{L}\p{N}\p{M}]/gu, '');
  return folded.length <= LONGEST_WORD ? folded : folded.slice(0, LONGEST_WORD).replace(/\p{Cs}$/u, '');
}

class Scan {
  private at = 0;
  private place = 0;
  /** The compound under way: its parts so far, where it begins, and its first place. */
  private parts: string[] = [];
  private compoundStart = 0;
  private compoundPlace = 0;

  constructor(
    private readonly text: string,
    private readonly visit: WordVisitor,
  ) {}

  run(): number {
    while (this.at < this.text.length) {
      const kind = classAt(this.text, this.at);
      if (kind === BREAK) this.at += widthAt(this.text, this.at);
      else if (kind === IDEOGRAPH) this.unspaced();
      else this.word();
    }
    return this.place;
  }

  private word(): void {
    const start = this.at;
    const end = this.endOf(WORD);
    this.at = end + this.signs(end);
    const stem = foldWord(this.text.slice(start, end));
    if (stem) {
      if (this.parts.length === 0) [this.compoundStart, this.compoundPlace] = [start, this.place];
      this.part(stem, start, end);
    }
    if (stem && this.continues()) return;
    this.closeCompound();
  }

  private part(stem: string, start: number, end: number): void {
    const signs = this.text.slice(end, this.at);
    this.visit(stem + signs, this.place, start, this.at, 'part');
    if (signs) this.visit(stem, this.place, start, end, 'stem');
    this.parts.push(stem + signs);
    this.place++;
  }

  /** How many of the signs after a word belong to it: C++, C#, F#, but not a+b. */
  private signs(end: number): number {
    const { text } = this;
    if (text.startsWith('++', end)) return 2;
    if (text[end] !== '+' && text[end] !== '#') return 0;
    return classAt(text, end + 1) === BREAK ? 1 : 0;
  }

  /** Whether the next word belongs to the same compound; goes to its beginning then. */
  private continues(): boolean {
    const next = JOINTS.has(this.text[this.at] ?? '') ? this.at + 1 : this.at;
    if (classAt(this.text, next) !== WORD) return false;
    this.at = next;
    return true;
  }

  private closeCompound(): void {
    const { parts } = this;
    if (parts.length > 1 && parts.length <= MOST_JOINED) {
      const joined = parts.join('');
      if (joined.length <= LONGEST_JOINED) this.visit(joined, this.compoundPlace, this.compoundStart, this.at, 'joined');
    }
    if (parts.length > 0) this.parts = [];
  }

  private unspaced(): void {
    const start = this.at;
    this.at = this.endOf(IDEOGRAPH);
    const raw = this.text.slice(start, this.at);
    const characters = Array.from(fold(raw)).filter((character) => !PLAIN.test(character));
    // Folding can merge characters; then the whole run is the best range there is.
    const even = characters.join('').length === raw.length;
    for (let i = 0, offset = 0; i < characters.length; i++) {
      const [one = '', two] = characters.slice(i, i + 2);
      const from = even ? start + offset : start;
      const to = even ? from + one.length + (two?.length ?? 0) : this.at;
      this.visit(one + (two ?? ''), this.place++, from, to, two === undefined && i > 0 ? 'tail' : 'part');
      offset += one.length;
    }
  }

  private endOf(kind: typeof WORD | typeof IDEOGRAPH): number {
    let end = this.at;
    for (;;) {
      const found = classAt(this.text, end);
      if (found !== kind && found !== EXTEND) return end;
      end += widthAt(this.text, end);
    }
  }
}
