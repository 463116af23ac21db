import { safeUrl } from '../../core/url';
import { isFurniture } from '../content';
import { endsBy, WALKED } from '../deadline';
import type { Page } from '../page';
import { isBlock, walk } from '../walk';
import { cellsOf, type Cell } from './tables';

/** A run of text that one element holds: what a person takes in at one glance. */
export interface Piece {
  text: string;
  /** The element whose text it is; mere formatting (em, i, code ...) counts as its parent's. */
  element: Element;
  /** Where it stands among the pieces. */
  at: number;
  /** Pieces of one line share its number. */
  line: number;
  /** 1 to 6 in a heading, else 0. */
  level: number;
  /** Absolute address of the link it stands in. */
  href?: string;
  /** The table cell it stands in. */
  cell?: Cell;
  /** How the page is built around it: tags and classes of the element and its parents. Pieces made alike share it. */
  form: string;
  /** Whether it names people, once that was asked. */
  people?: boolean;
}

const MOST_PIECES = 60_000;
const MOST_TEXT = 5000;
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
const FORMATTING = /^(?:EM|I|CODE|SUB|SUP|WBR|MARK|U|S|ABBR|FONT|TT|Q|CITE|RUBY|RB|BDI|BDO|INS)$/;

/** The pieces of an element in reading order, furniture left out. */
export function piecesOf(root: Element, page: Page): Piece[] {
  const reader = new PieceReader(page);
  const isLate = endsBy(page.late, WALKED);
  walk(root, {
    skip: isFurnitureHere,
    enter: (element) => {
      reader.enter(element);
    },
    leave: (element) => {
      reader.leave(element);
    },
    text: (text, parent) => {
      reader.read(text, parent);
    },
    done: () => reader.pieces.length >= MOST_PIECES || isLate(),
  });
  return reader.finished();
}

/** A schedule may stand in an element that is named after the menu that switches its days. */
function isFurnitureHere(element: Element): boolean {
  return element.tagName !== 'IFRAME' && isFurniture(element);
}

class PieceReader {
  readonly pieces: Piece[] = [];
  private line = 0;
  private headings: number[] = [];
  private readonly links: (string | undefined)[] = [];
  private readonly cells: (Cell | undefined)[] = [];
  private readonly tables: Map<Element, Cell>[] = [];
  private readonly forms = new Map<Element, string>();

  constructor(private readonly page: Page) {}

  enter(element: Element): void {
    const tag = element.tagName.toUpperCase();
    if (tag === 'BR' || isBlock(tag)) this.line += 1;
    if (/^H[1-6]$/.test(tag)) this.headings.push(Number(tag[1]));
    if (tag === 'A') this.links.push(safeUrl(element.getAttribute('href'), this.page.url));
    if (tag === 'TABLE') this.tables.push(cellsOf(element));
    if (tag === 'TD' || tag === 'TH') this.cells.push(this.tables.at(-1)?.get(element));
    if (tag === 'IFRAME') this.add('', element, safeUrl(element.getAttribute('src'), this.page.url));
  }

  leave(element: Element): void {
    const tag = element.tagName.toUpperCase();
    if (tag === 'A' && this.pieces.at(-1)?.href !== this.links.at(-1)) this.add('', element, this.links.at(-1));
    if (isBlock(tag)) this.line += 1;
    if (/^H[1-6]$/.test(tag)) this.headings.pop();
    if (tag === 'A') this.links.pop();
    if (tag === 'TABLE') this.tables.pop();
    if (tag === 'TD' || tag === 'TH') this.cells.pop();
  }

  read(text: string, parent: Element): void {
    const last = this.pieces.at(-1);
    if (!/\S/.test(text)) {
      if (last && last.line === this.line && !last.text.endsWith(' ')) last.text += ' ';
      return;
    }
    const tidy = text.slice(0, MOST_TEXT).replace(INVISIBLE, '').replace(/\s+/g, ' ');
    const element = holderOf(parent);
    if (last?.element === element && last.line === this.line && last.href === this.links.at(-1)) {
      if (last.text.length < MOST_TEXT) last.text += tidy;
    } else this.add(tidy, element, this.links.at(-1));
  }

  /** The pieces that have a text or a link, trimmed and numbered. */
  finished(): Piece[] {
    const kept: Piece[] = [];
    for (const piece of this.pieces) {
      piece.text = piece.text.trim();
      if (piece.text === '' && piece.href === undefined) continue;
      piece.at = kept.length;
      kept.push(piece);
    }
    return kept;
  }

  private add(text: string, element: Element, href: string | undefined): void {
    const cell = this.cells.at(-1);
    this.pieces.push({
      text,
      element,
      at: this.pieces.length,
      line: this.line,
      level: this.headings.at(-1) ?? 0,
      form: this.formOf(element, cell),
      ...(href && { href }),
      ...(cell && { cell }),
    });
  }

  private formOf(element: Element, cell: Cell | undefined): string {
    let form = this.forms.get(element);
    if (form === undefined) {
      const parent = element.parentElement && holderOf(element.parentElement);
      const own = nameOf(element);
      const inline = !isBlock(element.tagName) && !own.includes('.');
      form = `${own}<${parent ? (inline ? nameOf(parent) : parent.tagName) : ''}<${parent?.parentElement?.tagName ?? ''}`;
      if (cell && cell.layout !== 'grid') form += `#${cell.column}`;
      this.forms.set(element, form);
    }
    return form;
  }
}

/** The element a text belongs to, mere formatting aside. */
function holderOf(element: Element): Element {
  let at = element;
  while (FORMATTING.test(at.tagName) && at.parentElement) at = at.parentElement;
  return at;
}

/** Tag and first class that is a word: classes with digits count things. */
function nameOf(element: Element): string {
  const first = (element.getAttribute('class') ?? '')
    .slice(0, 200)
    .split(/\s+/)
    .find((name) => name && !/\d/.test(name));
  return first ? `${element.tagName}.${first}` : element.tagName;
}
