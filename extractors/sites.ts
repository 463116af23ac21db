import type { Site } from './finding';
import type { Page } from './page';

/** The folder is the registry, the file name is the id. */
const modules = import.meta.glob<Site>('./sites/*.ts', { eager: true, import: 'default' });

export const SITES: ReadonlyMap<string, Site> = new Map(
  Object.entries(modules).map(([path, site]) => [path.replace(/^.*\/|\.ts$/g, ''), site]),
);

/** The site file for a page, with its id. Named hosts are asked before self-hosted software. */
export function siteFor(page: Page): { id: string; site: Site } | undefined {
  const entries = [...SITES].map(([id, site]) => ({ id, site }));
  return entries.find(({ site }) => hasHost(site, page.site)) ?? entries.find(({ site }) => site.recognises?.(page));
}

function hasHost({ hosts, recognises }: Site, name: string): boolean {
  return !recognises && hosts.some((host) => name === host || name.endsWith(`.${host}`));
}
