/** Which rows of a list are selected, and from where a range grows. Plain values: every change is a new one. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Where a range with Shift starts. */
  readonly anchor?: string;
}

export const NOTHING: Selection = { ids: new Set() };

export function toggled(selection: Selection, id: string): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: id };
}

/** From the anchor to `id`, both included, in the order of `order`; what was selected stays. */
export function extended(selection: Selection, id: string, order: readonly string[]): Selection {
  const [from, to] = [order.indexOf(selection.anchor ?? id), order.indexOf(id)];
  if (from < 0 || to < 0) return { ids: new Set([...selection.ids, id]), anchor: id };
  return { ids: new Set([...selection.ids, ...order.slice(Math.min(from, to), Math.max(from, to) + 1)]), anchor: selection.anchor ?? id };
}

export function withAll(ids: readonly string[]): Selection {
  return { ids: new Set(ids) };
}

/** Without what is gone. The same value where nothing was. */
export function without(selection: Selection, gone: Iterable<string>): Selection {
  const ids = new Set(selection.ids);
  for (const id of gone) ids.delete(id);
  return ids.size === selection.ids.size ? selection : { ...selection, ids };
}
