import { at, listAt, textAt } from './page-state';

/** Elements for the node types of the rich text editors ProseMirror and TipTap; all others are only looked into. */
const ELEMENTS: Record<string, string> = {
  paragraph: 'p',
  bullet_list: 'ul',
  bulletList: 'ul',
  ordered_list: 'ol',
  orderedList: 'ol',
  list_item: 'li',
  listItem: 'li',
  blockquote: 'blockquote',
  hard_break: 'br',
  hardBreak: 'br',
};
const MOST_DEPTH = 20;
const MOST_NODES = 5000;

/** A ProseMirror document (Luma's descriptions) as a DOM that is attached to nothing. */
export function proseMirrorDom(state: unknown, doc: Document): Element {
  const root = doc.createElement('div');
  let left = MOST_NODES;
  const add = (parent: Element, node: unknown, depth: number): void => {
    left -= 1;
    if (left < 0 || depth > MOST_DEPTH) return;
    const text = textOfNode(node);
    if (text !== undefined) {
      parent.append(marked(node, text, doc));
      return;
    }
    const name = nameFor(node);
    const element = name ? doc.createElement(name) : parent;
    if (name) parent.append(element);
    for (const child of listAt(node, 'content')) add(element, child, depth + 1);
  };
  add(root, state, 0);
  return root;
}

function textOfNode(node: unknown): string | undefined {
  const text = at(node, 'text');
  return at(node, 'type') === 'text' && typeof text === 'string' ? text : undefined;
}

function nameFor(node: unknown): string | undefined {
  const type = textAt(node, 'type') ?? '';
  if (type === 'heading') return `h${Math.min(6, Math.max(2, Number(at(node, 'attrs', 'level')) || 2))}`;
  return Object.hasOwn(ELEMENTS, type) ? ELEMENTS[type] : undefined;
}

function marked(node: unknown, text: string, doc: Document): Node {
  const marks = listAt(node, 'marks');
  const href = marks.map((mark) => textAt(mark, 'attrs', 'href')).find(Boolean);
  const bold = marks.some((mark) => /^(?:bold|strong)$/.test(textAt(mark, 'type') ?? ''));
  const element = href ? doc.createElement('a') : bold ? doc.createElement('strong') : undefined;
  if (!element) return doc.createTextNode(text);
  if (href) element.setAttribute('href', href);
  element.textContent = text;
  return element;
}
