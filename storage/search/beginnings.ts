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
  private term = '';
  private open: OneBeginning[] = [];

  /** Words come in ascending order, and the talks of each. */
  posting(term: string, doc: number, mask: number): void {
    if (term !== this.term) this.turnTo(term);
    const weight = WEIGHTS[mask] ?? 0;
    for (const one of this.open) one.add(doc, one.text === term ? 2 * weight : weight);
  }

  /** All lists in the order of their terms. */
  lists(): WholeTerm[] {
    this.turnTo('');
    return this.done.sort((a, b) => (a.term < b.term ? -1 : 1));
  }

  private turnTo(term: string): void {
    const same = term.length > 1 && this.term.length > 1 && term[0] === this.term[0] && term[1] === this.term[1];
    this.term = term;
    if (same) return;
    const texts = [...new Set([term.slice(0, 1), term.slice(0, 2)])].filter((text) => beginningTerm(text) !== undefined);
    for (const one of this.open) if (!texts.includes(one.text)) this.done.push(one.finish());
    this.open = texts.map((text) => this.open.find((one) => one.text === text) ?? new OneBeginning(text));
  }
}

class OneBeginning {
  private best = new Uint8Array(256);
  private end = 0;

  constructor(readonly text: string) {}

  add(doc: number, weight: number): void {
    if (doc >= this.best.length) {
      const larger = new Uint8Array(Math.max(this.best.length * 2, doc + 1));
      larger.set(this.best);
      this.best = larger;
    }
    if (doc >= this.end) this.end = doc + 1;
    if (weight > (this.best[doc] as number)) this.best[doc] = weight;
  }

  finish(): WholeTerm {
    const docs = new ByteWriter();
    let [last, count] = [0, 0];
    for (let doc = 0; doc < this.end; doc++) {
      const weight = this.best[doc] as number;
      if (weight === 0) continue;
      docs.number((doc - last) * 2 + (weight === PLAIN ? 1 : 0));
      if (weight !== PLAIN) docs.byte(weight);
      last = doc;
      count++;
    }
    return { term: beginningTerm(this.text) ?? '', count, docs: docs.since() };
  }
}
