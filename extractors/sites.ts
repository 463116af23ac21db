import type { Site } from './finding';
import type { Page } from './page';

/** The folder is the registry, the file name is the id. */
const modules = import.meta.glob<Site>('./sites/*.ts', { eager: true, import: 'default' });

export const SITES: ReadonlyMap<string, Site> = new Map(
  Object.entries(modules).map(([path, site]) => [path.replace(/^.*\/|\.ts$/g, ''), site]),
);

const ENTRIES = [...SITES].map(([id, site]) => ({ id, site }));
const MARKS = ENTRIES.flatMap(({ site }) => site.marks ?? []).join(',');

/** The site file for a page, with its id. Named hosts are asked before self-hosted software. */
export function siteFor(page: Page): { id: string; site: Site } | undefined {
  const hosted = ENTRIES.find(({ site }) => hasHost(site, page.site));
  if (hosted) return hosted;
  // One question for the marks of all: hardly any page has one.
  const marked = page.doc.querySelector(MARKS) !== null;
  return ENTRIES.find(({ site }) => site.recognises?.(page) || (marked && site.marks && page.doc.querySelector(site.marks) !== null));
}

function hasHost({ hosts, recognises }: Site, name: string): boolean {
  return !recognises && hosts.some((host) => name === host || name.endsWith(`.${host}`));
}
