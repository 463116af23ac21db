import { MOST_PLACES } from '../../core/searchable';

/** What the talks of a segment in the making have of one term. Talks come in ascending order. */
export class TermLists {
  /** For each talk its number, its mask of fields, and where its lists of places end. */
  private readonly talks: number[] = [];
  private readonly bytes: number[] = [];
  private doc = -1;
  private places: number[] = [];

  /** @param place `field * MOST_PLACES + place` */
  add(doc: number, place: number): void {
    if (doc !== this.doc) {
      this.close();
      this.doc = doc;
    }
    this.places.push(place);
  }

  /** Adds a talk of a label, which stands nowhere. */
  addLabel(doc: number, mask: number): void {
    this.talks.push(doc, mask, 0);
  }

  /** Visits the talks with their lists of places as they are stored. */
  each(visit: (doc: number, mask: number, places: Uint8Array) => void): void {
    this.close();
    const bytes = Uint8Array.from(this.bytes);
    for (let i = 0, from = 0; i < this.talks.length; i += 3) {
      const end = this.talks[i + 2] as number;
      visit(this.talks[i] as number, this.talks[i + 1] as number, bytes.subarray(from, end));
      from = end;
    }
  }

  private close(): void {
    const { places } = this;
    if (places.length === 0) return;
    if (places.length > 1) places.sort((a, b) => a - b);
    this.talks.push(this.doc, this.encode(places), this.bytes.length);
    this.places = [];
  }

  /** Appends the lists of one talk. @returns the mask of its fields */
  private encode(places: readonly number[]): number {
    let mask = 0;
    for (let i = 0, last = 0; i < places.length; i++) {
      const place = places[i] as number;
      const field = Math.floor(place / MOST_PLACES);
      if (!(mask & (1 << field))) last = field * MOST_PLACES;
      mask |= 1 << field;
      const next = places[i + 1];
      const ends = next === undefined || Math.floor(next / MOST_PLACES) !== field;
      this.number((place - last) * 2 + (ends ? 1 : 0));
      last = place;
    }
    return mask;
  }

  private number(value: number): void {
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) this.bytes.push((rest & 0x7f) | 0x80);
    this.bytes.push(rest);
  }
}
