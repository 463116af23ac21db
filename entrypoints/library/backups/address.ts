const NAME = 'restore';

/** The address of the library page that opens an automatic backup. */
export function restoreAddress(id: string): string {
  return `/library.html?${NAME}=${encodeURIComponent(id)}#/import`;
}

/** The backup that the page's address asks for. It is taken out of the address, so that a reload does not ask again. */
export function askedToRestore(): string | undefined {
  const id = new URLSearchParams(location.search).get(NAME) ?? undefined;
  if (id !== undefined) history.replaceState(null, '', location.pathname + location.hash);
  return id;
}
