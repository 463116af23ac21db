import type { Site } from './finding';
import type { Page } from './page';

/** The site files of a folder: the folder is the registry, the file name is the id. */
export type Registry = ReadonlyMap<string, Site>;

interface Own {
  id: string;
  site: Site;
}

/** @param modules what `import.meta.glob` gives for a folder */
export function registryOf(modules: Record<string, Site>): Registry {
  return new Map(Object.entries(modules).map(([path, site]) => [path.replace(/^.*\/|\.ts$/g, ''), site]));
}

/** The site file for a page, with its id. Named hosts are asked before self-hosted software. */
export function siteIn(registry: Registry, page: Page): Own | undefined {
  const entries = [...registry].map(([id, site]): Own => ({ id, site }));
  const hosted = entries.find(({ site }) => hasHost(site, page.site));
  if (hosted) return hosted;
  // One question for the marks of all: hardly any page has one.
  const marks = entries.flatMap(({ site }) => site.marks ?? []).join(',');
  const marked = marks !== '' && page.doc.querySelector(marks) !== null;
  return entries.find(({ site }) => site.recognises?.(page) || (marked && site.marks && page.doc.querySelector(site.marks) !== null));
}

function hasHost({ hosts, recognises }: Site, name: string): boolean {
  return !recognises && hosts.some((host) => name === host || name.endsWith(`.${host}`));
}
