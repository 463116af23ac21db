import { aroundContent, contentOf, isFurniture, isSpeakerAside } from './content';
import { endsBy, WALKED } from './deadline';
import { addressOf } from './links';
import { onOneLine, type Page } from './page';
import { isBlock, walk } from './walk';

export interface LineLink {
  /** Absolute and safe. */
  url: string;
  text: string;
  /** Where the link's text starts in the line's text. */
  at: number;
}

/** One line of a page as a person sees it: what stands between two line breaks. */
export interface Line {
  text: string;
  links: LineLink[];
  /** The block that holds the line. */
  block: Element;
  /** 1 to 6 for a heading, 7 for a line that is wholly bold, else 0. */
  level: number;
  /** How many lists the line stands in. */
  depth: number;
}

/** No page that people wrote has more lines. */
const MOST_LINES = 20_000;
const MOST_TEXT = 20_000;

/** The lines of an element, furniture left out. */
export function linesOf(root: Element, page: Page, skip?: (element: Element) => boolean): Line[] {
  if (skip) return written(root, page, skip).lines;
  const { lines, asides, content } = wholeOf(page);
  const isAll = root === aroundContent(page);
  if (!isAll && !(content && root === contentOf(page))) return written(root, page, isFurniture).lines;
  const part = isAll ? lines : lines.slice(content?.from, content?.to);
  return asides.size > 0 ? part.filter((line) => !asides.has(line)) : [...part];
}

/** The lines around the content as linesOf() gives them, with those of sidebars that say who speaks. */
export function linesWithAsides(page: Page): readonly Line[] {
  return wholeOf(page).lines;
}

interface Whole {
  lines: readonly Line[];
  /** Lines that stand in furniture which says who speaks. */
  asides: ReadonlySet<Line>;
  /** Which of the lines are the content; undefined where furniture hides it. */
  content: { from: number; to: number } | undefined;
}

const wholes = new WeakMap<Page, Whole>();

/** The page is walked once for all readers: each sees its part of the same lines. */
function wholeOf(page: Page): Whole {
  const known = wholes.get(page);
  if (known) return known;
  const { lines, asides, part } = written(aroundContent(page), page, isFurniture, contentOf(page));
  const whole = { lines, asides, content: part };
  wholes.set(page, whole);
  return whole;
}

/**
 * @param part an element whose lines are noted; where it is given, furniture that says who speaks is read too, its lines apart
 */
function written(root: Element, page: Page, skip: (element: Element) => boolean, part?: Element) {
  const writer = new LineWriter(page, root);
  const isLate = endsBy(page.late, WALKED);
  const asides = new Set<Line>();
  const found = { from: -1, to: -1 };
  let aside: { element: Element; from: number } | undefined;
  walk(root, {
    skip: (element) => {
      if (!skip(element)) return false;
      if (!part || aside || !isSpeakerAside(element)) return true;
      writer.breakLine();
      aside = { element, from: writer.lines.length };
      return false;
    },
    enter: (element) => {
      writer.enter(element);
      if (element === part) found.from = writer.lines.length;
    },
    leave: (element) => {
      writer.leave(element);
      if (element === part) found.to = writer.lines.length;
      if (aside?.element !== element) return;
      for (const line of writer.lines.slice(aside.from)) asides.add(line);
      aside = undefined;
    },
    text: (text) => {
      writer.write(text);
    },
    done: () => writer.lines.length >= MOST_LINES || isLate(),
  });
  writer.breakLine();
  if (found.from >= 0 && found.to < 0) found.to = writer.lines.length;
  return { lines: writer.lines, asides, part: found.from >= 0 ? found : undefined };
}

const HEADINGS = ['', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6'];

class LineWriter {
  readonly lines: Line[] = [];
  private text = '';
  private links: LineLink[] = [];
  private bold = 0;
  private boldText = 0;
  private depth = 0;
  private readonly blocks: Element[];
  private readonly headings: number[] = [];
  private readonly open: { element: Element; at: number }[] = [];

  constructor(
    private readonly page: Page,
    root: Element,
  ) {
    this.blocks = [root];
  }

  write(whole: string): void {
    if (this.text.length > MOST_TEXT) return;
    const text = whole.length > MOST_TEXT ? whole.slice(0, MOST_TEXT) : whole;
    const atBlank = this.text === '' || this.text.endsWith(' ');
    const added = atBlank ? onOneLine(text.trimStart()).trimStart() : onOneLine(text);
    this.text += added;
    if (this.bold > 0) this.boldText += added.length;
  }

  enter(element: Element): void {
    const tag = element.tagName;
    if (isBlock(tag)) {
      this.breakLine();
      this.blocks.push(element);
      if (tag === 'UL' || tag === 'OL') this.depth += 1;
      const level = HEADINGS.indexOf(tag);
      if (level > 0) this.headings.push(level);
      return;
    }
    if (tag === 'BR') this.breakLine();
    if (tag === 'B' || tag === 'STRONG') this.bold += 1;
    if (tag === 'A') this.open.push({ element, at: this.text.length });
  }

  leave(element: Element): void {
    const tag = element.tagName;
    if (tag === 'A') this.closeLink(element);
    if (tag === 'B' || tag === 'STRONG') this.bold -= 1;
    if (!isBlock(tag)) return;
    this.breakLine();
    if (tag === 'UL' || tag === 'OL') this.depth -= 1;
    if (HEADINGS.includes(tag)) this.headings.pop();
    this.blocks.pop();
  }

  breakLine(): void {
    const text = this.text.trim();
    if (text) this.lines.push({ text, links: this.links, block: this.block, level: this.levelOf(text), depth: this.depth });
    this.text = '';
    this.links = [];
    this.boldText = 0;
    for (const link of this.open) link.at = 0;
  }

  private get block(): Element {
    return this.blocks[this.blocks.length - 1] as Element;
  }

  private levelOf(text: string): number {
    const heading = this.headings[0];
    if (heading !== undefined) return heading;
    return this.boldText >= text.replace(/(?<![:：.!])[:：.!]+$/, '').length ? 7 : 0;
  }

  private closeLink(element: Element): void {
    const { at } = this.open.pop() ?? { at: 0 };
    const url = addressOf(element.getAttribute('href'), this.page);
    if (!url) return;
    // A link around whole blocks has its text on lines that are already closed.
    const text = this.text.slice(at).trim();
    const last = this.lines[this.lines.length - 1];
    if (text) this.links.push({ url, text, at });
    else if (last && element.contains(last.block)) last.links.push({ url, text: last.text, at: 0 });
  }
}
