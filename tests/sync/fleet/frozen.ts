/**
 * In place of `structuredClone`, for the stand-in of IndexedDB: copies once what is stored and freezes it, and gives out the frozen one as often as it is read. A
 * third less work for a fleet; and who would change what came out of the database fails.
 */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(frozen)) as T;
  const prototype: unknown = Object.getPrototypeOf(value);
  // A key of Web Crypto cannot be changed anyway.
  if (prototype !== Object.prototype && prototype !== null) return value;
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, frozen<unknown>(inner)]))) as T;
}
