/** Which part of a long list is on the screen, and which is worth having ready. Places count from 0, ends are exclusive. */
export interface Range {
  first: number;
  end: number;
}

/** Rows that fill a popup, read first; whatever more the screen shows is read after them. */
export const SCREENFUL = 10;

/** Rows read in one step. */
export const PAGE = 50;

/** The rows a scroller shows. */
export function visible(scrollTop: number, height: number, rowHeight: number, total: number): Range {
  const first = Math.min(Math.max(Math.floor(scrollTop / rowHeight), 0), Math.max(total - 1, 0));
  return { first, end: Math.min(total, Math.ceil((scrollTop + height) / rowHeight) + 1) };
}

/** The same range with `rows` more on both sides. */
export function widened({ first, end }: Range, rows: number, total: number): Range {
  return { first: Math.max(0, first - rows), end: Math.min(total, end + rows) };
}

/** What to have read for a range: whole pages, one more on either side, so that scrolling a little reads nothing. */
export function paged({ first, end }: Range): Range {
  return { first: Math.max(0, Math.floor(first / PAGE) - 1) * PAGE, end: (Math.ceil(end / PAGE) + 1) * PAGE };
}

export function covers(outer: Range, inner: Range): boolean {
  return outer.first <= inner.first && inner.end <= outer.end;
}
