/**
 * Tables have a byte for each talk of a view; a talk is marked where it is not 0. In a page that was just opened code runs slowly at first, and most queries
 * mark few talks, so four bytes are looked at at a time.
 */

/** Four marks of 1. */
const ALL = 0x01010101;

export function countIn(table: Uint8Array): number {
  const words = wordsOf(table);
  let count = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as number;
    if (word === ALL) count += 4;
    else if (word !== 0) count += markedIn(word);
  }
  for (let doc = words.length * 4; doc < table.length; doc++) if (table[doc] !== 0) count++;
  return count;
}

/** Visits the talks that are marked, in their order. */
export function eachMarked(table: Uint8Array, visit: (doc: number) => void): void {
  const words = wordsOf(table);
  for (let i = 0; i < words.length; i++) {
    if (words[i] === 0) continue;
    for (let doc = i * 4; doc < i * 4 + 4; doc++) if (table[doc] !== 0) visit(doc);
  }
  for (let doc = words.length * 4; doc < table.length; doc++) if (table[doc] !== 0) visit(doc);
}

/** The talks that are marked in two tables. */
export function both(one: Uint8Array, other: Uint8Array): Uint8Array {
  const result = one.slice();
  const [words, others] = [wordsOf(result), wordsOf(other)];
  for (let i = 0; i < words.length; i++) {
    if (words[i] === 0 || others[i] === ALL) continue;
    for (let doc = i * 4; doc < i * 4 + 4; doc++) if (other[doc] === 0) result[doc] = 0;
  }
  for (let doc = words.length * 4; doc < other.length; doc++) if (other[doc] === 0) result[doc] = 0;
  return result;
}

/** The talks that are marked in one of two tables or in both. */
export function either(one: Uint8Array, other: Uint8Array): Uint8Array {
  const result = one.slice();
  const [words, others] = [wordsOf(result), wordsOf(other)];
  for (let i = 0; i < words.length; i++) words[i] = (words[i] as number) | (others[i] as number);
  for (let doc = words.length * 4; doc < other.length; doc++) if (other[doc] !== 0) result[doc] = 1;
  return result;
}

/** The talks that are not marked. */
export function others(table: Uint8Array): Uint8Array {
  const result = new Uint8Array(table.length).fill(1);
  eachMarked(table, (doc) => (result[doc] = 0));
  return result;
}

/** The whole words of a table that begins where its memory does. */
function wordsOf(table: Uint8Array): Uint32Array {
  return new Uint32Array(table.buffer, table.byteOffset, table.length >> 2);
}

function markedIn(word: number): number {
  return +((word & 0xff) !== 0) + +((word & 0xff00) !== 0) + +((word & 0xff0000) !== 0) + +(word >>> 24 !== 0);
}
