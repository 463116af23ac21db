import { browser } from 'wxt/browser';
import { type NoticingChoice, USUAL } from '../../core/noticing';
import { readSetting } from '../../storage/settings';

/** Where talks are noticed without a click. */
export async function noticingChoice(): Promise<NoticingChoice> {
  return (await readSetting('noticing')) ?? USUAL;
}

/** The match patterns of the sites that host talks, which the browser allows from the start. */
export function namedOrigins(): string[] {
  const { host_permissions: named = [] } = browser.runtime.getManifest() as { host_permissions?: string[] };
  return named;
}

/** Those of some origins that the browser does not allow. */
export async function missingOf(origins: readonly string[]): Promise<string[]> {
  const allowed = await Promise.all(origins.map((origin) => browser.permissions.contains({ origins: [origin] })));
  return origins.filter((_, place) => !allowed[place]);
}
