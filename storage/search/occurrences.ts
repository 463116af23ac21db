import { MOST_PLACES, TEXT_FIELDS, maskOf } from '../../core/searchable';
import { Beginnings } from './beginnings';
import { ByteWriter } from './bytes';
import { areaOf } from './segment-format';
import type { TermWriter } from './term-writer';
import { Turns } from './turns';

/** A field beyond those of texts: a label stands nowhere. */
const LABEL_FIELD = TEXT_FIELDS.length;
/** Talk, field and place are put together into one number of 32 bits: enough for 65,536 talks of 8 fields. */
const PLACE_BITS = Math.log2(MOST_PLACES);
const TALK_BITS = PLACE_BITS + Math.ceil(Math.log2(TEXT_FIELDS.length + 1));
const PLACES_A_TALK = 2 ** TALK_BITS;
const FIELD_BITS = 2 ** (TALK_BITS - PLACE_BITS) - 1;
const LABEL_MASK = maskOf('abstract');
const NO_PLACES = new Uint8Array(0);

/**
 * Every occurrence of every term in the talks of a segment in the making. They are kept in two flat tables and sorted at the end, because a million
 * small lists would cost more than everything else together.
 */
export class Occurrences {
  private readonly numbers = new Map<string, number>();
  private count = 0;
  private terms = new Uint32Array(4096);
  private codes = new Uint32Array(4096);
  private readonly bytes = new ByteWriter();
  private talks = 0;

  /** Talks come in ascending order. */
  add(term: string, doc: number, field: number, place: number): void {
    if (this.count === this.terms.length) this.grow();
    this.talks = doc + 1;
    let number = this.numbers.get(term);
    if (number === undefined) this.numbers.set(term, (number = this.numbers.size));
    this.terms[this.count] = number;
    this.codes[this.count++] = doc * PLACES_A_TALK + field * MOST_PLACES + place;
  }

  addLabel(term: string, doc: number): void {
    this.add(term, doc, LABEL_FIELD, 0);
  }

  /** Writes all terms in order, and gives whoever waits a turn in between. */
  async write(writer: TermWriter): Promise<void> {
    const { ends, codes } = this.byTerm();
    const codesOf = (number: number): Uint32Array => codes.subarray(ends[number - 1] ?? 0, ends[number]);
    const terms = [...this.numbers].sort(([a], [b]) => (a < b ? -1 : 1));
    const words = terms.findIndex(([term]) => areaOf(term) === 'words');
    const turns = new Turns();
    // Joined words come after their parts and so out of order.
    for (const [, number] of terms) codesOf(number).sort();
    const beginnings = new Beginnings(this.talks);
    for (const [term, number] of words < 0 ? [] : terms.slice(words)) {
      beginnings.begin(term);
      this.eachTalk(codesOf(number), (doc, mask) => beginnings.posting(doc, mask));
      const turn = turns.due();
      if (turn) await turn;
    }
    for (const [i, [term, number]] of terms.entries()) {
      if (i === words) for (const list of beginnings.lists()) writer.whole(list);
      writer.begin(term);
      this.writeTalks(codesOf(number), writer);
      writer.end();
      const turn = turns.due();
      if (turn) await turn;
    }
  }

  private writeTalks(codes: Uint32Array, writer: TermWriter): void {
    this.eachTalk(codes, (doc, mask, from, to) => {
      if (mask === 1 << LABEL_FIELD) writer.posting(doc, LABEL_MASK, NO_PLACES);
      else writer.posting(doc, mask, this.encode(codes, from, to, doc * PLACES_A_TALK));
    });
  }

  /** Visits the talks of a term with the mask of the fields where it stands, and the stretch of its codes that is theirs. */
  private eachTalk(codes: Uint32Array, visit: (doc: number, mask: number, from: number, to: number) => void): void {
    for (let i = 0; i < codes.length;) {
      const doc = (codes[i] as number) >>> TALK_BITS;
      const from = i;
      let mask = 0;
      for (; i < codes.length && (codes[i] as number) >>> TALK_BITS === doc; i++)
        mask |= 1 << (((codes[i] as number) >>> PLACE_BITS) & FIELD_BITS);
      visit(doc, mask, from, i);
    }
  }

  /** The lists of places of one talk; valid until the next. */
  private encode(codes: Uint32Array, from: number, to: number, base: number): Uint8Array {
    this.bytes.length = 0;
    let field = -1;
    for (let i = from, last = 0; i < to; i++) {
      const place = (codes[i] as number) - base;
      if (place >>> PLACE_BITS !== field) {
        field = place >>> PLACE_BITS;
        last = field * MOST_PLACES;
      }
      const ends = i + 1 === to || ((codes[i + 1] as number) - base) >>> PLACE_BITS !== field;
      this.bytes.number((place - last) * 2 + (ends ? 1 : 0));
      last = place;
    }
    return this.bytes.since();
  }

  /** The codes sorted by the number of their term, otherwise as they came, and where those of each term end. */
  private byTerm(): { ends: Uint32Array; codes: Uint32Array } {
    const ends = new Uint32Array(this.numbers.size + 1);
    for (let i = 0; i < this.count; i++) ends[(this.terms[i] as number) + 1] = (ends[(this.terms[i] as number) + 1] as number) + 1;
    for (let term = 1; term < ends.length; term++) ends[term] = (ends[term] as number) + (ends[term - 1] as number);
    const codes = new Uint32Array(this.count);
    for (let i = 0; i < this.count; i++) {
      const term = this.terms[i] as number;
      const at = ends[term] as number;
      codes[at] = this.codes[i] as number;
      ends[term] = at + 1;
    }
    return { ends, codes };
  }

  private grow(): void {
    const [terms, codes] = [new Uint32Array(this.terms.length * 2), new Uint32Array(this.codes.length * 2)];
    terms.set(this.terms);
    codes.set(this.codes);
    [this.terms, this.codes] = [terms, codes];
  }
}
