/** What happens on the way through a part of a page. */
export interface Visitor {
  /** Whether to stay out of an element. */
  skip: (element: Element) => boolean;
  enter: (element: Element) => void;
  leave: (element: Element) => void;
  text: (text: string, parent: Element) => void;
  /** Whether enough was seen. */
  done: () => boolean;
}

/** Between the children of these is no text but blanks. */
const BARE = new Set(['UL', 'OL', 'DL', 'TABLE', 'THEAD', 'TBODY', 'TFOOT', 'TR']);

/**
 * Visits elements and texts in the order of the document. Iterative, so that no nesting is too deep. Each node that is touched costs: the
 * text of an element without children is taken from the element, and blanks between rows and items are passed over.
 */
export function walk(root: Element, visitor: Visitor): void {
  const above: Element[] = [];
  let parent = root;
  let node: Node | null = root.firstChild;
  while (!visitor.done()) {
    if (!node) {
      const up = above.pop();
      if (!up) return;
      visitor.leave(parent);
      node = after(parent, up);
      parent = up;
    } else if (node.nodeType === 3) {
      visitor.text(node.nodeValue ?? '', parent);
      node = node.nextSibling;
    } else if (!isElement(node) || visitor.skip(node)) node = after(node, parent);
    else if (node.firstElementChild) {
      visitor.enter(node);
      above.push(parent);
      parent = node;
      node = BARE.has(node.tagName) ? node.firstElementChild : node.firstChild;
    } else {
      visitor.enter(node);
      const text = node.textContent;
      if (text) visitor.text(text, node);
      visitor.leave(node);
      node = after(node, parent);
    }
  }
}

function after(node: Node, parent: Element): Node | null {
  return isElement(node) && BARE.has(parent.tagName) ? node.nextElementSibling : node.nextSibling;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 ' +
    'HEADER HGROUP HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);

/** Whether an element starts a line of its own. */
export function isBlock(tagName: string): boolean {
  return BLOCKS.has(tagName);
}
