import { browser } from 'wxt/browser';

const ID = 'granted-hosts';

/**
 * Lets the gate run on every host a person grants, now or later: the registration may be wider than the permissions, the browser runs it where it
 * may (Chromium and Firefox, 2026-11). The named hosts have the gate from the manifest.
 */
export async function watchGrantedHosts(): Promise<void> {
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  const script = { id: ID, js: ['/detect.js'], matches: ['*://*/*'], excludeMatches: namedHosts(), runAt: 'document_idle' as const };
  if (known) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([{ ...script, persistAcrossSessions: true }]);
}

function namedHosts(): string[] {
  return browser.runtime.getManifest().content_scripts?.flatMap((script) => script.matches ?? []) ?? [];
}
