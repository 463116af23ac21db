/** What the browser warns of when Talkshelf is installed, in its own words: the only thing that most people read before they agree. */
import { expect, onlyIn, openLibrary, test } from './browser';

/** Chromium 156: one line that names no more than the sites that host talks. */
const NAMED = /^Read and change your data on (?:a number of websites|(?:all )?[\w.-]+(?:\.\w+)(?:, .*)?)$/;

onlyIn('chromium', 'install-warnings');

test('the warnings at install are about the named sites, and nothing else', async ({ session }) => {
  const library = await openLibrary(session);
  const { warnings, sites, asked } = await library.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        runtime: { getManifest(): { permissions: string[]; host_permissions: string[] } };
        management?: { getPermissionWarningsByManifest(manifest: string): Promise<string[]>; getSelf(): Promise<{ id: string }> };
      };
    };
    const manifest = chrome.runtime.getManifest();
    const asText = JSON.stringify(manifest);
    // Of all of the management API, these two ask for no permission.
    const told = await chrome.management?.getPermissionWarningsByManifest(asText);
    return { warnings: told, sites: manifest.host_permissions, asked: manifest.permissions };
  });
  console.log(`at install, of ${sites.length} sites and ${asked.join(', ')}:\n${(warnings ?? []).join('\n')}`);
  expect(warnings).toHaveLength(1);
  expect(warnings?.[0]).toMatch(NAMED);
});
