const made = new Map<string, unknown>();

/**
 * What is made once under a name. For the formatters of Intl: every row of a list asks for one, and each takes as long to make as a row to render.
 * @param name of what is made; with the language, where it depends on it
 */
export function kept<T>(name: string, make: () => T): T {
  const known = made.get(name) as T | undefined;
  if (known !== undefined) return known;
  const value = make();
  made.set(name, value);
  return value;
}
