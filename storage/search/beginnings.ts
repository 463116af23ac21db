import { WEIGHTS } from '../../core/rank';
import { maskOf } from '../../core/searchable';
import { ByteWriter } from './bytes';
import { beginningTerm } from './segment-format';
import type { WholeTerm } from './shard-writer';

const PLAIN = WEIGHTS[maskOf('abstract')] ?? 0;

/**
 * The lists of the talks that have any word with a beginning of one or two letters: what is asked for by the first keys of a search, and would
 * otherwise be put together from thousands of lists each time.
 */
export class Beginnings {
  private readonly done: WholeTerm[] = [];
  private readonly one: Beginning;
  private readonly two: Beginning;

  /** @param count how many talks there are */
  constructor(count: number) {
    this.one = new Beginning(count);
    this.two = new Beginning(count);
  }

  /** Words come in ascending order. */
  begin(word: string): void {
    this.turn(this.one, word.slice(0, 1), word);
    this.turn(this.two, word.length > 1 ? word.slice(0, 2) : '', word);
  }

  /** A talk that has the word. */
  posting(doc: number, mask: number): void {
    const weight = WEIGHTS[mask] as number;
    this.one.add(doc, weight);
    this.two.add(doc, weight);
  }

  /** All lists in the order of their terms. */
  lists(): WholeTerm[] {
    this.begin('');
    return this.done.sort((a, b) => (a.term < b.term ? -1 : 1));
  }

  private turn(beginning: Beginning, text: string, word: string): void {
    if (text !== beginning.text) {
      const list = beginning.finish();
      if (list) this.done.push(list);
      beginning.text = text;
    }
    beginning.factor = word === text ? 2 : 1;
  }
}

class Beginning {
  text = '';
  /** The very word counts twice. */
  factor = 1;
  private readonly best: Uint8Array;

  constructor(count: number) {
    this.best = new Uint8Array(count);
  }

  add(doc: number, weight: number): void {
    const counts = weight * this.factor;
    if (counts > (this.best[doc] as number)) this.best[doc] = counts;
  }

  /** The list, if there is to be one; begins anew. */
  finish(): WholeTerm | undefined {
    const [term, docs] = [beginningTerm(this.text), new ByteWriter()];
    let [last, count] = [0, 0];
    for (let doc = 0; term !== undefined && doc < this.best.length; doc++) {
      const weight = this.best[doc] as number;
      if (weight === 0) continue;
      docs.number((doc - last) * 2 + (weight === PLAIN ? 1 : 0));
      if (weight !== PLAIN) docs.byte(weight);
      last = doc;
      count++;
    }
    this.best.fill(0);
    return term === undefined ? undefined : { term, count, docs: docs.since() };
  }
}
