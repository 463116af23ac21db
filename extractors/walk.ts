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

/** Visits elements and texts in the order of the document. Iterative, so that no nesting is too deep. */
export function walk(root: Element, visitor: Visitor): void {
  let node: Node | null = root.firstChild;
  while (node && !visitor.done()) {
    if (node.nodeType === 3) visitor.text(node.nodeValue ?? '', node.parentElement ?? root);
    else if (isElement(node) && !visitor.skip(node)) {
      visitor.enter(node);
      if (node.firstChild) {
        node = node.firstChild;
        continue;
      }
      visitor.leave(node);
    }
    node = following(node, root, visitor);
  }
}

/** The node after this one and all that is in it; every element that ends in between is left. */
function following(node: Node, root: Element, visitor: Visitor): Node | null {
  let at = node;
  while (!at.nextSibling) {
    const parent: Node | null = at.parentNode;
    if (!parent || parent === root) return null;
    at = parent;
    visitor.leave(at as Element);
  }
  return at.nextSibling;
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
