import type { Piece } from './pieces';
import type { Titles } from './titles';

/** One title and the pieces that are about it. */
export interface Entry {
  title: Piece;
  /** First and last of its pieces, the title among them. */
  from: number;
  to: number;
  /** Whether an element of the page holds this entry alone; else the entry ends where the next begins. */
  boxed: boolean;
}

/** Nothing about a talk stands further from its title on a page without boxes. */
const FARTHEST = 40;

/** The pieces of the page, shared out among the titles. Takes time in proportion to pieces and depth. */
export function entriesOf({ pieces: titles }: Titles, pieces: Piece[]): Entry[] {
  const boxes = boxesOf(titles);
  const extents = extentsOf(pieces, new Set(boxes.values()));
  return titles.map((title, at) => {
    const box = boxes.get(title.element);
    const [from, to] = (box && extents.get(box)) ?? [title.at, title.at];
    if (box && to > from && !box.closest('h1, h2, h3, h4, h5, h6')) return { title, from, to, boxed: true };
    const next = titles[at + 1]?.at ?? pieces.length;
    const last = endOf(title, Math.min(next - 1, title.at + FARTHEST), pieces);
    return { title, from, to: Math.max(last, to), boxed: false };
  });
}

/** For each title's element the largest element that holds no other title; none where one element holds several titles. */
function boxesOf(titles: Piece[]): Map<Element, Element> {
  const counts = new Map<Element, number>();
  const elements = new Set<Element>();
  const crowded = new Set<Element>();
  for (const { element } of titles) (elements.has(element) ? crowded : elements).add(element);
  for (const element of elements) {
    for (let at: Element | null = element; at; at = at.parentElement) counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  const boxes = new Map<Element, Element>();
  for (const element of elements) {
    if (crowded.has(element)) continue;
    let box = element;
    while (box.parentElement && counts.get(box.parentElement) === 1) box = box.parentElement;
    boxes.set(element, box);
  }
  return boxes;
}

function extentsOf(pieces: Piece[], boxes: ReadonlySet<Element>): Map<Element, [number, number]> {
  const extents = new Map<Element, [number, number]>();
  const known = new Map<Element, Element | null>();
  for (const { element, at } of pieces) {
    const box = boxAround(element, boxes, known);
    if (!box) continue;
    const extent = extents.get(box);
    if (extent) extent[1] = at;
    else extents.set(box, [at, at]);
  }
  return extents;
}

/** The box an element stands in. Every element is asked once, however many pieces it has below it. */
function boxAround(element: Element, boxes: ReadonlySet<Element>, known: Map<Element, Element | null>): Element | null {
  const asked: Element[] = [];
  let at: Element | null = element;
  while (at && !known.has(at) && !boxes.has(at)) {
    asked.push(at);
    at = at.parentElement;
  }
  const box = at === null ? null : boxes.has(at) ? at : (known.get(at) ?? null);
  for (const one of asked) known.set(one, box);
  return box;
}

/** Without a box an entry ends at the next heading of its rank or above. */
function endOf(title: Piece, last: number, pieces: Piece[]): number {
  for (let at = title.at + 1; at <= last; at += 1) {
    const level = pieces[at]?.level ?? 0;
    if (level > 0 && title.level > 0 && level <= title.level && pieces[at]?.line !== title.line) return at - 1;
  }
  return last;
}
