/** A text field's text and what is selected in it. */
export interface Edited {
  text: string;
  start: number;
  end: number;
}

/** The text after a snippet was put in at the selection; what was selected goes where the snippet has its `|`, and so does the cursor. */
export function inserted({ text, start, end }: Edited, snippet: string): Edited {
  const [before = '', after] = snippet.split('|');
  const selected = after === undefined ? '' : text.slice(start, end);
  const at = start + before.length + selected.length;
  return { text: text.slice(0, start) + before + selected + (after ?? '') + text.slice(end), start: at, end: at };
}

/** Where a line of a text begins and ends; lines count from 1. */
export function rangeOfLine(text: string, line: number): { start: number; end: number } {
  const lines = text.split('\n');
  const place = Math.min(Math.max(line, 1), lines.length) - 1;
  const start = lines.slice(0, place).reduce((sum, each) => sum + each.length + 1, 0);
  return { start, end: start + (lines[place]?.length ?? 0) };
}
