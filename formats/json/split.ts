import type { Reason, Refusal } from '../input/refusal';

/** A piece of a JSON object's text: a member (`"name": value`), or one element of the member that is split. */
export type Piece = { kind: 'member' | 'element'; text: string; line: number } | ({ kind: 'refusal' } & Refusal);

/** Real talks have some 5 kB and two levels of nesting. */
const MOST_CHARS = 1_000_000;
const MOST_DEPTH = 40;

const OUTSIDE = /["{}[\],\n]/g;
const INSIDE = /["\\\n]/g;

/**
 * Splits the text of one JSON object into its members, and the array under `name` further into its elements, as the text comes in. Finds only
 * where pieces end: what is in them is for JSON.parse to judge.
 */
export async function* splitJson(text: AsyncIterable<string>, name: string): AsyncIterable<Piece> {
  const splitter = new Splitter(name);
  for await (const chunk of text) {
    yield* splitter.feed(chunk);
    if (splitter.failed) return;
  }
  yield* splitter.end();
}

class Splitter {
  failed = false;
  private depth = 0;
  private line = 1;
  private quoted = false;
  /** A backslash was the last character of the chunk before. */
  private escaped = false;
  /** Within the array that is split. */
  private inArray = false;
  private done = false;
  /** Text since the last cut, and the line it starts on. */
  private pending = '';
  private pendingLine = 1;
  private readonly opening: RegExp;

  constructor(private readonly name: string) {
    this.opening = new RegExp(`^\\s*"${name}"\\s*:\\s*$`);
  }

  *feed(chunk: string): Generator<Piece> {
    if (!chunk) return;
    let from = 0;
    let at = this.escaped ? 1 : 0;
    this.escaped = false;
    while (at < chunk.length && !this.failed) {
      const pattern = this.quoted ? INSIDE : OUTSIDE;
      pattern.lastIndex = at;
      const found = pattern.exec(chunk);
      if (!found) break;
      at = found.index + 1;
      const mark = found[0];
      if (mark === '\n') this.line += 1;
      else if (mark === '"') this.quoted = !this.quoted;
      else if (mark === '\\') this.escaped = ++at > chunk.length;
      else if (this.isBoundary(mark)) {
        yield* this.cut(mark, chunk.slice(from, found.index));
        from = at;
      } else yield* this.nest(mark);
    }
    this.pending += chunk.slice(from);
    if (this.pending.length > MOST_CHARS && !this.failed) yield this.fail('too large', this.pendingLine);
  }

  *end(): Generator<Piece> {
    const rest = this.pending.trim();
    if (this.done && rest) yield this.fail('malformed');
    if (!this.done) yield this.fail(this.depth === 0 && !rest ? 'empty' : 'truncated');
  }

  /** Whether a mark ends a piece or opens the object or one of its arrays. */
  private isBoundary(mark: string): boolean {
    if (mark === '{') return this.depth === 0;
    if (mark === '[') return this.depth === 1 && !this.inArray;
    return this.depth === (this.inArray ? 2 : 1);
  }

  private *nest(mark: string): Generator<Piece> {
    if (mark === ',') return;
    this.depth += mark === '{' || mark === '[' ? 1 : -1;
    if (this.depth > MOST_DEPTH) yield this.fail('too deep');
    else if (this.depth < 1) yield this.fail('malformed');
  }

  private *cut(mark: string, rest: string): Generator<Piece> {
    const text = this.pending + rest;
    const isWrong = this.done || (mark === '{' && text.trim()) || mark === (this.inArray ? '}' : ']');
    if (isWrong) yield this.fail('malformed');
    else if (mark === '[') yield* this.open(text);
    else {
      if (text.trim()) yield { kind: this.inArray ? 'element' : 'member', text, line: this.startOf(text) };
      if (mark === '{') this.depth = 1;
      else if (mark !== ',') this.close();
      this.restart();
    }
  }

  /** An array at the first level: the one to split, or a member's own. */
  private *open(text: string): Generator<Piece> {
    this.depth = 2;
    this.inArray = text.length < 1000 && this.opening.test(text);
    if (!this.inArray) {
      this.pending = `${text}[`;
      return;
    }
    this.restart();
    yield { kind: 'member', text: `"${this.name}":[]`, line: this.line };
  }

  private close(): void {
    this.depth -= 1;
    this.inArray = false;
    this.done = this.depth === 0;
  }

  private restart(): void {
    this.pending = '';
    this.pendingLine = this.line;
  }

  private startOf(text: string): number {
    return this.pendingLine + (/^\s*/.exec(text)?.[0].split('\n').length ?? 1) - 1;
  }

  private fail(refused: Reason, line = this.line): Piece {
    this.failed = true;
    return { kind: 'refusal', refused, line, fatal: true };
  }
}
