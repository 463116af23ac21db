import { safeUrl } from '../core/url';
import { isFurniture } from './content';
import type { Page } from './page';
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
export function linesOf(root: Element, page: Page, skip: (element: Element) => boolean = isFurniture): Line[] {
  if (skip !== isFurniture) return written(root, page, skip);
  // Several readers look at the same part of a page.
  const known = pages.get(page) ?? new Map<Element, Line[]>();
  pages.set(page, known);
  const lines = known.get(root) ?? written(root, page, skip);
  known.set(root, lines);
  return [...lines];
}

const pages = new WeakMap<Page, Map<Element, Line[]>>();

function written(root: Element, page: Page, skip: (element: Element) => boolean): Line[] {
  const writer = new LineWriter(page, root);
  walk(root, {
    skip,
    enter: (element) => {
      writer.enter(element);
    },
    leave: (element) => {
      writer.leave(element);
    },
    text: (text) => {
      writer.write(text);
    },
    done: () => writer.lines.length >= MOST_LINES,
  });
  writer.breakLine();
  return writer.lines;
}

class LineWriter {
  readonly lines: Line[] = [];
  private text = '';
  private links: LineLink[] = [];
  private bold = 0;
  private boldText = 0;
  private depth = 0;
  private readonly blocks: Element[];
  private readonly open: { element: Element; at: number }[] = [];

  constructor(
    private readonly page: Page,
    root: Element,
  ) {
    this.blocks = [root];
  }

  write(text: string): void {
    if (this.text.length > MOST_TEXT) return;
    const tidy = text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '').replace(/\s+/g, ' ');
    const added = this.text === '' || this.text.endsWith(' ') ? tidy.trimStart() : tidy;
    this.text += added;
    if (this.bold > 0) this.boldText += added.length;
  }

  enter(element: Element): void {
    const tag = element.tagName.toUpperCase();
    if (tag === 'BR' || isBlock(tag)) this.breakLine();
    if (isBlock(tag)) this.blocks.push(element);
    if (tag === 'UL' || tag === 'OL') this.depth += 1;
    if (tag === 'B' || tag === 'STRONG') this.bold += 1;
    if (tag === 'A') this.open.push({ element, at: this.text.length });
  }

  leave(element: Element): void {
    const tag = element.tagName.toUpperCase();
    if (tag === 'A') this.closeLink(element);
    if (tag === 'B' || tag === 'STRONG') this.bold -= 1;
    if (!isBlock(tag)) return;
    this.breakLine();
    if (tag === 'UL' || tag === 'OL') this.depth -= 1;
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
    const heading = this.blocks.find((block) => /^H[1-6]$/.test(block.tagName));
    if (heading) return Number(heading.tagName[1]);
    return this.boldText >= text.replace(/[:：.!]+$/, '').length ? 7 : 0;
  }

  private closeLink(element: Element): void {
    const { at } = this.open.pop() ?? { at: 0 };
    const url = safeUrl(element.getAttribute('href'), this.page.url);
    if (!url) return;
    // A link around whole blocks has its text on lines that are already closed.
    const text = this.text.slice(at).trim();
    const last = this.lines[this.lines.length - 1];
    if (text) this.links.push({ url, text, at });
    else if (last && element.contains(last.block)) last.links.push({ url, text: last.text, at: 0 });
  }
}
