/** What a list can show of a talk beside its status and title, in the order of the columns. */
export const COLUMNS = ['speakers', 'event', 'date', 'saved', 'tags'] as const;
export type Column = (typeof COLUMNS)[number];

/** The columns in what is kept; whatever is none is left out. */
export function columnsIn(value: unknown): Column[] {
  return Array.isArray(value) ? COLUMNS.filter((column) => value.includes(column)) : [];
}
